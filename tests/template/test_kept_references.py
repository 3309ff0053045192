"""What a template reads is kept between runs, and found again after any change of its files."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from speechgen.template import SPEECH, Folder, TemplateFile, ValueReference, load_template
from speechgen.template import kept as kept_module
from speechgen.template import value_references as finder

_MANIFEST = "title: Thanks\nlanguage: en\nparts:\n  points: {title: Points}\n"
_SPEECH = "---\ntitle: Thank you, {{ unit.name }}\n---\n{% include 'closing.md.j2' %}\n"


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template that includes a file, and an empty cache folder; files that have just changed may be kept too."""
    monkeypatch.setattr(kept_module, "_JUST_NOW", 0)
    folder = tmp_path / "templates" / "thanks"
    (folder / "points").mkdir(parents=True)
    (folder / "template.yaml").write_text(_MANIFEST, encoding="utf-8")
    (folder / SPEECH).write_text(_SPEECH, encoding="utf-8")
    (folder / "closing.md.j2").write_text("We met in {{ place }}.", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose syntax has been searched."""
    names: list[str] = []
    find = finder.value_references

    def counted(folder: Folder, file: TemplateFile) -> Iterator[ValueReference]:
        names.append(file.name)
        return find(folder, file)

    monkeypatch.setattr(finder, "value_references", counted)
    return names


def _read(folder: Path) -> list[tuple[str, str]]:
    """The values that the template reads, and where, in a new run."""
    loaded = load_template(folder.name, workspace=folder.parents[1])
    return [(each.path, f"{Path(each.place.file).name}:{each.place.line}") for each in loaded.references(loaded.speech)]


_FOUND = [("unit.name", "speech.md.j2:2"), ("place", "closing.md.j2:1")]


def test_the_next_run_finds_the_same_without_a_search(template: Path, searched: list[str]) -> None:
    assert _read(template) == _FOUND
    assert searched == [SPEECH]
    assert _read(template) == _FOUND
    assert searched == [SPEECH]


def _another_value(folder: Path) -> None:
    (folder / "closing.md.j2").write_text("We met in {{ other }}.", encoding="utf-8")  # of the same length


def _another_wording(folder: Path) -> None:
    (folder / "closing.2.md.j2").write_text("It was {{ weather }}.", encoding="utf-8")


def _common_file(folder: Path) -> None:
    (folder.parent / "common").mkdir()
    (folder.parent / "common" / "notes.md.j2").write_text("{{ note }}", encoding="utf-8")


def _file_deleted(folder: Path) -> None:
    (folder / "closing.md.j2").unlink()


def _file_replaced_by_link(folder: Path) -> None:
    (folder / "closing.md.j2").rename(folder / "points" / "closing.md.j2")
    (folder / "closing.md.j2").symlink_to(folder / "points" / "closing.md.j2")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (_another_value, [_FOUND[0], ("other", "closing.md.j2:1")]),
        (_another_wording, [*_FOUND, ("weather", "closing.2.md.j2:1")]),
        (_common_file, _FOUND),
        (_file_deleted, _FOUND[:1]),
        (_file_replaced_by_link, _FOUND),
    ],
)
def test_after_a_change_they_are_searched_for(
    template: Path, searched: list[str], change: Callable[[Path], None], found: list[tuple[str, str]]
) -> None:
    _read(template)
    change(template)
    assert _read(template) == found
    assert searched == [SPEECH, SPEECH]


def test_what_has_just_changed_is_not_kept(
    template: Path, searched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_module, "_JUST_NOW", 60 * 10**9)
    _read(template)
    assert _read(template) == _FOUND
    assert searched == [SPEECH, SPEECH]


@pytest.mark.parametrize("data", [b"", b"none", marshal.dumps(1), {"data": None}, {"data": {SPEECH: [("place",)]}}])
def test_a_spoilt_file_is_made_again(
    template: Path, searched: list[str], tmp_path: Path, data: bytes | dict[str, object]
) -> None:
    _read(template)
    (kept,) = tmp_path.rglob("references-*")
    if isinstance(data, dict):
        data = marshal.dumps({**marshal.loads(kept.read_bytes()), **data})  # noqa: S302
    kept.write_bytes(data)
    assert _read(template) == _FOUND
    assert searched == [SPEECH, SPEECH]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(template: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md.j2").write_text("{{ secret }}", encoding="utf-8")
    (template / "closing.md.j2").unlink()
    (template / "closing.md.j2").symlink_to(tmp_path / "secret.md.j2")
    assert _read(template) == _FOUND[:1]
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "notes.md.j2").write_text("{{ secret }}", encoding="utf-8")
    (template.parent / "common").symlink_to(tmp_path / "elsewhere")
    (template / SPEECH).write_text(_SPEECH.replace("closing", "common/notes"), encoding="utf-8")
    assert _read(template) == _FOUND[:1]
