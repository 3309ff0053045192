"""The files of one folder of a template are found in its listing; a glob finds the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from speechgen.template.listing import files_below, names_in

PATTERNS = ("points/*.md.j2", "*.2.md.j2", "points/*.2.md.j2", "*.yaml", "points/deep/*.md.j2", "none/*.md.j2")
FILES = (
    "template.yaml",
    "speech.md.j2",
    "speech.2.md.j2",
    "points/a.md.j2",
    "points/a.2.md.j2",
    "points/.hidden.md.j2",
    "points/~$a.md.j2",
    "points/A.MD.J2",
    "points/会议.md.j2",
    "points/[x].md.j2",
    "points/deep/b.md.j2",
    "pointsa.md.j2",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path


def _found(folder: Path, pattern: str, *, complete: bool) -> list[str]:
    listing = files_below(str(folder))
    return sorted(names_in(folder, listing if complete else listing._replace(is_complete=False), pattern))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_listing_has_what_a_glob_finds(folder: Path, pattern: str) -> None:
    assert files_below(str(folder)).is_complete
    found = _found(folder, pattern, complete=True)
    assert found == _found(folder, pattern, complete=False)
    assert bool(found) is not pattern.startswith("none")


def test_below_another_name(folder: Path) -> None:
    listing = files_below(str(folder / "points"), "points/")
    assert list(names_in(folder, listing, "points/deep/*.md.j2")) == ["points/deep/b.md.j2"]


def test_a_folder_that_is_named_like_a_file_is_found_as_before(folder: Path) -> None:
    (folder / "points" / "c.md.j2").mkdir()
    assert not files_below(str(folder)).is_complete
    assert "points/c.md.j2" in _found(folder, "points/*.md.j2", complete=True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_found_as_before(folder: Path) -> None:
    (folder / "points" / "link.md.j2").symlink_to("a.md.j2")
    assert "points/link.md.j2" in _found(folder, "points/*.md.j2", complete=True)
