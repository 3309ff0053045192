"""A template's manifest is kept between runs, and read again after any change."""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest

from speechgen.model import SpeechgenError, template_names
from speechgen.template import Folder, load_template
from speechgen.template import kept as kept_module
from speechgen.template import manifest as manifest_module
from speechgen.template import template as template_module
from speechgen.template import wordings as wordings_module
from speechgen.template.kept_manifest import ROOMS
from speechgen.template.manifest import Manifest

_MANIFEST = "title: Thanks\nlanguage: en\nvalues:\n  hall: {title: Hall}\n"


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template, and an empty cache folder; files that have just changed may be kept too."""
    monkeypatch.setattr(kept_module, "_JUST_NOW", 0)
    folder = tmp_path / "templates" / "thanks"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(_MANIFEST, encoding="utf-8")
    (folder / "speech.md.j2").write_text("---\ntitle: Thanks\n---\nIn {{ hall }}.\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders whose manifest has been read and checked."""
    folders: list[str] = []
    check = manifest_module._checked

    def counted(folder: Folder) -> Manifest:
        folders.append(folder.path.name)
        return check(folder)

    monkeypatch.setattr(manifest_module, "_checked", counted)
    return folders


def _manifest(folder: Path) -> Manifest:
    """The manifest, in a new run."""
    return load_template(folder.name, workspace=folder.parents[1]).manifest


def _contents(manifest: Manifest) -> tuple[object, ...]:
    places = [(key, value.place) for key, value in manifest.source.content.items()]  # type: ignore[union-attr]
    return (*manifest[:7], places)


def test_the_next_run_has_the_same_without_reading_it(template: Path, checked: list[str]) -> None:
    first = _manifest(template)
    assert checked == ["thanks"]
    assert _contents(_manifest(template)) == _contents(first)
    assert checked == ["thanks"]


def test_a_changed_manifest_is_read_again(template: Path) -> None:
    assert _manifest(template).title == "Thanks"
    (template / "template.yaml").write_text(_MANIFEST.replace("Thanks", "Cheers"), encoding="utf-8")
    assert _manifest(template).title == "Cheers"
    (template / "template.yaml").write_text("title: [\n", encoding="utf-8")
    for _ in range(2):  # problems are not kept
        with pytest.raises(SpeechgenError):
            _manifest(template)


def test_what_needs_another_version_is_asked_each_time(template: Path, checked: list[str]) -> None:
    (template / "template.yaml").write_text(f"requires: speechgen>=0.1\n{_MANIFEST}", encoding="utf-8")
    for _ in range(2):
        _manifest(template)
    assert checked == ["thanks", "thanks"]


def test_a_change_of_a_bundled_template_is_read_again(template: Path) -> None:
    own = template.parent / "life-meeting-review"
    own.mkdir()
    title = _manifest(own).title
    (own / "template.yaml").write_text("description: 本单位的\n", encoding="utf-8")
    assert _manifest(own)[:2] == (title, "本单位的")
    (own / "template.yaml").unlink()
    assert _manifest(own).description != "本单位的"


@pytest.mark.parametrize("spoilt", [b"", b"nothing", b"cos\nno_such\n."])
def test_a_spoilt_file_is_read_again(template: Path, tmp_path: Path, spoilt: bytes) -> None:
    _manifest(template)
    (file,) = (tmp_path / "cache").rglob("manifest-*")
    data = marshal.loads(file.read_bytes())  # noqa: S302 - written by the line above
    file.write_bytes(marshal.dumps({**data, "data": spoilt}))
    assert _manifest(template).title == "Thanks"


def test_a_change_of_any_module_that_reads_a_manifest_counts() -> None:
    package = Path(manifest_module.__file__).parents[1]
    for room in ("template", "reading", "model", "language"):
        below = {path.parent.relative_to(package).as_posix() for path in (package / room).rglob("*.py")}
        assert below <= set(ROOMS)


def _wordings(folder: Path) -> tuple[int, int]:
    """How many wordings a template's closing.md.j2 has, and how many its schema allows, in a new run."""
    loaded = load_template(folder.name, workspace=folder.parents[1])
    declared = loaded.schema.document["properties"]["wordings"]["properties"]  # those of common/ are always there
    return loaded.wording_counts.get("closing", 1), declared.get("closing", {}).get("maximum", 1)


def test_the_schema_of_unit_files_is_made_again_after_a_change_of_any_file(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    make = wordings_module.wording_counts

    def counted(folder: Folder, lists: Iterable[str]) -> dict[str, int]:
        made.append(folder.path.name)
        return make(folder, lists)

    monkeypatch.setattr(template_module, "wording_counts", counted)
    for _ in range(2):
        assert _wordings(template) == (1, 1)
    assert made == ["thanks"]
    (template / "closing.md.j2").write_text("Thank you.\n", encoding="utf-8")
    (template / "closing.2.md.j2").write_text("Many thanks.\n", encoding="utf-8")
    for _ in range(2):
        assert _wordings(template) == (2, 2)
    assert made == ["thanks"] * 2
    (template / "closing.2.md.j2").unlink()
    assert _wordings(template) == (1, 1)


def test_the_schema_that_is_kept_is_the_one_that_is_made(template: Path) -> None:
    for name in template_names(None):
        made, kept = (load_template(name, workspace=template.parents[1]).schema.document for _ in range(2))
        assert kept == made
        assert kept is not made


@pytest.mark.parametrize("spoilt", [b"", b"nothing", b"cos\nno_such\n.", pickle.dumps(1), pickle.dumps((1, 2, 3))])
def test_a_spoilt_schema_is_made_again(template: Path, tmp_path: Path, spoilt: bytes) -> None:
    (template / "closing.md.j2").write_text("Thank you.\n", encoding="utf-8")
    (template / "closing.2.md.j2").write_text("Many thanks.\n", encoding="utf-8")
    _wordings(template)
    (file,) = (tmp_path / "cache").rglob("unit-files-*")
    data = marshal.loads(file.read_bytes())  # noqa: S302 - written by the line above
    file.write_bytes(marshal.dumps({**data, "data": spoilt}))
    assert _wordings(template) == (2, 2)
