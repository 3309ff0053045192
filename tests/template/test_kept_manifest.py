"""A template's manifest is kept between runs, and read again after any change."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from speechgen.model import SpeechgenError
from speechgen.template import Folder, load_template
from speechgen.template import kept as kept_module
from speechgen.template import manifest as manifest_module
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
