"""Two unit files of one name, generated into one folder by separate runs: neither loses its speech to the other."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from speechgen.pipeline.output import OutputFolder

from ..conftest import ROOT, Run

EXAMPLE = (ROOT / "templates/site-visit-closing/example.yaml").read_text(encoding="utf-8")
REFUSED = ":1:1: error[output-collision] its speech would replace "


def _unit(path: str, name: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(EXAMPLE.replace("Westmoor General Hospital", name), encoding="utf-8")


def _speech(path: str = "out/a.txt") -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture
def east(run: Run) -> Run:
    """The speech of east/a.yaml is in `out`; west/a.yaml has the same name."""
    _unit("east/a.yaml", "Eastmoor")
    _unit("west/a.yaml", "Westfield")
    assert run("generate", "east", "-o", "out").exit_code == 0
    return run


def test_the_second_is_refused_and_the_other_units_are_written(east: Run) -> None:
    _unit("west/b.yaml", "Northgate")
    result = east("generate", "west", "-o", "out")
    assert result.exit_code == 1
    line = next(each for each in result.output.splitlines() if "error[" in each)
    assert line.startswith(f"west/a.yaml{REFUSED}out/a.md, the speech of east/a.yaml")
    assert "-o" in result.output
    assert "--force" in result.output
    assert result.output.count(REFUSED) == 1
    assert "Eastmoor" in _speech()
    assert "Northgate" in _speech("out/b.txt")


@pytest.mark.parametrize("option", ["--dry-run", "--no-check", "--strict", "-f html", "-f txt"])
def test_it_is_refused_with_any_options(east: Run, option: str) -> None:
    east("generate", "east", "-o", "out", "-f", "html")
    result = east("generate", "west", "-o", "out", *option.split())
    assert (result.exit_code, result.output.count(REFUSED)) == (1, 1)
    assert "Eastmoor" in _speech()


def test_an_edited_speech_is_still_that_of_the_first(east: Run) -> None:
    Path("out/a.txt").write_text("Eastmoor, corrected by hand\n", encoding="utf-8")
    assert REFUSED in east("generate", "west", "-o", "out", "-f", "txt").output
    assert "kept" in east("generate", "east", "-o", "out", "-f", "txt").output


def test_force_replaces_it_and_then_it_is_the_seconds(east: Run) -> None:
    assert east("generate", "west", "-o", "out", "--force").exit_code == 0
    assert "Westfield" in _speech()
    assert east("generate", "west", "-o", "out").exit_code == 0
    assert f"east/a.yaml{REFUSED}" in east("generate", "east", "-o", "out").output


def test_a_speech_that_was_deleted_or_is_named_by_the_user_is_no_conflict(east: Run) -> None:
    assert east("generate", "west/a.yaml", "-o", "out/a.md").exit_code == 0
    assert "Westfield" in _speech("out/a.md")
    Path("out/a.txt").unlink()
    assert east("generate", "west/a.yaml", "-o", "out", "-f", "txt").exit_code == 0
    assert "Westfield" in _speech()


def test_a_unit_file_that_was_moved_keeps_its_speech(east: Run) -> None:
    Path("west/a.yaml").unlink()
    Path("east/a.yaml").rename("west/a.yaml")
    _unit("west/a.yaml", "Eastmoor Hospital")
    assert east("generate", "west", "-o", "out").exit_code == 0
    assert "Eastmoor Hospital" in _speech()


def test_one_file_under_two_names_is_one_unit(east: Run) -> None:
    Path("link").symlink_to("east")
    os.remove("west/a.yaml")
    os.link("east/a.yaml", "west/a.yaml")
    for folder in ("link", "west"):
        assert east("generate", folder, "-o", "out").exit_code == 0


def test_a_workspace_that_was_moved_or_copied_keeps_its_speeches(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _unit("office/units/a.yaml", "Eastmoor")
    Path("office/speechgen.yaml").write_text("output: speeches\n", encoding="utf-8")
    assert run("generate", "office/units").exit_code == 0
    shutil.copytree("office", "copy")
    _unit("copy/units/a.yaml", "Eastmoor Hospital")
    assert run("generate", "copy/units").exit_code == 0
    Path("office").rename("moved")
    _unit("moved/units/a.yaml", "Eastmoor Infirmary")
    monkeypatch.chdir("moved")
    assert run("generate").exit_code == 0
    assert "Eastmoor Infirmary" in _speech("speeches/a.txt")


def test_two_workspaces_with_one_output_folder(run: Run) -> None:
    for office in ("one", "two"):
        _unit(f"{office}/units/a.yaml", office.title())
        Path(office, "speechgen.yaml").write_text("output: ../speeches\n", encoding="utf-8")
    assert run("generate", "one/units").exit_code == 0
    assert f"two/units/a.yaml{REFUSED}" in run("generate", "two/units").output
    Path("one").rename("three")
    assert run("generate", "three/units").exit_code == 0


def test_a_journal_without_unit_files_is_read_and_completed(east: Run) -> None:
    """Older versions wrote it; they ignore the lines with the unit files."""
    journal = Path("out/.speechgen")
    written = journal.read_text(encoding="utf-8")
    assert len(re.findall("^[0-9a-f]{64}  [^/]+\nfrom ../east/a.yaml\n", written, re.MULTILINE)) == 2
    journal.write_text(re.sub("^from .*\n", "", written, flags=re.MULTILINE), encoding="utf-8")
    assert "2 unchanged" in east("generate", "east", "-o", "out").output
    assert journal.read_text(encoding="utf-8") == written
    assert REFUSED in east("generate", "west", "-o", "out").output


def test_a_speech_that_an_older_version_wrote_since_is_nobodys(east: Run) -> None:
    newer = OutputFolder(Path("out"))
    newer.write("a.txt", b"of another unit\n", force=True)
    newer.close()
    assert east("generate", "west", "-o", "out", "-f", "txt").exit_code == 0
    assert "Westfield" in _speech()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_the_name_of_a_folder_adds_no_line_to_the_journal(run: Run) -> None:
    forged = f"x\n{'0' * 64}  b.txt\nfrom ..\\u002f"
    _unit(f"{forged}/a.yaml", "Eastmoor")
    assert run("generate", f"{forged}/a.yaml", "-o", "out", "-f", "txt").exit_code == 0
    assert len(Path("out/.speechgen").read_text(encoding="utf-8").splitlines()) == 2
    assert "b.txt" not in OutputFolder(Path("out")).generated_names()
    _unit("west/a.yaml", "Westfield")
    assert REFUSED in run("generate", "west", "-o", "out", "-f", "txt").output


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folder_whose_name_is_not_utf_8(run: Run) -> None:
    folder = os.fsdecode(b"\xb9\xab")
    _unit(f"{folder}/a.yaml", "Eastmoor")
    _unit("west/a.yaml", "Westfield")
    assert run("generate", folder, "-o", "out").exit_code == 0
    assert REFUSED in run("generate", "west", "-o", "out").output


@pytest.mark.parametrize("path", ["/etc/hosts", "//server/share/a.yaml", "{here}/east/a.yaml", "\\u0000.yaml", ".."])
def test_a_path_that_is_not_relative_to_a_unit_file_is_ignored(east: Run, path: str) -> None:
    journal = Path("out/.speechgen")
    lines = journal.read_text(encoding="utf-8").replace("../east/a.yaml", path.format(here=Path.cwd()))
    journal.write_text(lines, encoding="utf-8")
    assert east("generate", "west", "-o", "out").exit_code == 0
    assert "Westfield" in _speech()
