"""Writing is atomic, does not overwrite edited speeches, and stays in the output folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from speechgen.pipeline.output import OutputFolder

from ..conftest import ROOT, Run

UNIT = (
    "template: site-visit-closing\n"
    + (ROOT / "templates/site-visit-closing/example.yaml")
    .read_text(encoding="utf-8")
    .split("template: site-visit-closing\n")[1]
)
UNITS = 230  # enough for several processes


def _unit(path: str, name: str = "Westmoor General Hospital") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(UNIT.replace("Westmoor General Hospital", name), encoding="utf-8")


def test_an_unchanged_speech_is_not_rewritten(run: Run) -> None:
    _unit("a.yaml")
    assert run("generate", "a.yaml", "-o", "out").exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in Path("out").glob("a.*")}
    result = run("generate", "a.yaml", "-o", "out")
    assert {path: path.stat().st_mtime_ns for path in Path("out").glob("a.*")} == before
    assert "2 unchanged" in result.output


def test_an_edited_speech_is_kept_and_backed_up_if_forced(run: Run) -> None:
    _unit("a.yaml")
    run("generate", "a.yaml", "-o", "out")
    speech = Path("out/a.txt")
    speech.write_text("corrected by hand", encoding="utf-8")
    _unit("a.yaml", "Eastmoor")
    result = run("generate", "a.yaml", "-o", "out")
    assert speech.read_text(encoding="utf-8") == "corrected by hand"
    assert "a.txt" in result.output
    assert "kept" in result.output
    run("generate", "a.yaml", "-o", "out", "--force")
    assert "Eastmoor" in speech.read_text(encoding="utf-8")
    assert Path("out/a.txt.bak").read_text(encoding="utf-8") == "corrected by hand"


def test_a_unit_with_errors_does_not_stop_the_others(run: Run) -> None:
    _unit("u/good.yaml")
    Path("u/bad.yaml").write_text("template: site-visit-closing\n", encoding="utf-8")
    result = run("generate", "u", "-o", "out")
    assert result.exit_code == 1
    assert Path("out/good.txt").exists()
    assert not Path("out/bad.txt").exists()
    assert "1 failed" in result.output


def test_two_units_with_the_same_output_file_are_reported_before_anything_is_written(run: Run) -> None:
    _unit("one/a.yaml")
    _unit("two/a.yaml")
    result = run("generate", "one", "two", "-o", "out")
    assert result.exit_code == 1
    assert "output-collision" in result.output
    assert not list(Path().glob("out/*.txt"))


@pytest.mark.parametrize("name", ["../x", "con", "a/b", "长" * 300, "😀", "\u202e逆\u200f", "C:\\x", "~/x", "-rf"])
def test_no_unit_name_writes_outside_the_output_folder(run: Run, name: str) -> None:
    _unit("units/a.yaml", f"'{name}'")
    run("generate", "units/a.yaml", "-o", "out")
    new = run("new", "--template", "site-visit-closing", "--", name)
    assert new.exit_code in {0, 1, 2}
    found = {path.relative_to(Path.cwd()).parts[0] for path in Path.cwd().rglob("*") if path.is_file()}
    assert found <= {"units", "out", *(path.name for path in Path.cwd().glob("*.*"))}
    assert len(found) <= 4  # the unit file that `new` made, and its schema
    assert not Path("../x.yaml").exists()


def test_a_folder_that_cannot_be_written_is_a_problem_not_a_traceback(run: Run) -> None:
    _unit("a.yaml")
    Path("out").write_text("a file where the folder should be", encoding="utf-8")
    result = run("generate", "a.yaml", "-o", "out/deeper")
    assert result.exit_code == 1
    assert "cannot-write" in result.output
    assert Path("out").read_text(encoding="utf-8") == "a file where the folder should be"


def test_a_full_disk_leaves_the_old_speech(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _unit("a.yaml")
    run("generate", "a.yaml", "-o", "out")
    before = {path.name: path.read_bytes() for path in Path("out").glob("a.*")}
    _unit("a.yaml", "Eastmoor")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = run("generate", "a.yaml", "-o", "out")
    assert result.exit_code == 1
    assert {path.name: path.read_bytes() for path in Path("out").glob("a.*")} == before


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_batch_killed_in_the_middle_leaves_only_complete_files(tmp_path: Path) -> None:
    units = tmp_path / "units"
    units.mkdir()
    for number in range(UNITS):
        (units / f"u{number:03}.yaml").write_text(UNIT.replace("Westmoor", f"Unit{number:03}"), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "speechgen", "generate", str(units), "-o", str(out), "-f", "txt"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    while process.poll() is None and len(list(out.glob("*.txt"))) < 5:
        pass
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    written = list(out.glob("*.txt"))
    assert len(written) >= 5
    for path in written:
        assert path.read_text(encoding="utf-8").endswith("It has been a privilege to see your work. Thank you.\n")
    subprocess.run(command, check=True, capture_output=True)  # the next run completes the batch
    assert len(list(out.glob("*.txt"))) == UNITS


@pytest.mark.parametrize("line", ["caac8c6a77x", "<<<<<<< HEAD", "zz  a.txt", "00  ", "\xff\xfe"])
def test_an_invalid_line_in_the_journal_is_ignored(run: Run, line: str) -> None:
    _unit("a.yaml")
    run("generate", "a.yaml", "-o", "out", "-f", "txt")
    with Path("out/.speechgen").open("a", encoding="utf-8") as journal:
        journal.write(line)
    _unit("a.yaml", "Eastmoor")
    assert "1 file written" in run("generate", "a.yaml", "-o", "out", "-f", "txt").output


def test_a_file_that_cannot_be_written_does_not_affect_the_journal_of_the_others(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    folder.write("a.txt", b"1")
    folder.write("a.txt", b"2")
    with pytest.raises(OSError, match="b"):
        folder.write("b/b.txt", b"1")
    folder.close()
    assert (tmp_path / ".speechgen").read_text(encoding="utf-8").count("  a.txt\n") == 1


def test_concurrent_runs_keep_the_journal_entries_of_each_other(tmp_path: Path) -> None:
    one, other = OutputFolder(tmp_path), OutputFolder(tmp_path)
    one.write("a.txt", b"1")
    other.write("b.txt", b"1")
    one.write("a.txt", b"2")
    one.close()
    other.write("b.txt", b"2")
    other.close()
    assert not any(OutputFolder(tmp_path).is_edited(name) for name in ("a.txt", "b.txt"))


def test_check_reports_a_speech_that_cannot_be_read(run: Run) -> None:
    _unit("a.yaml")
    Path("speeches/a.txt").mkdir(parents=True)
    result = run("check", "a.yaml")
    assert result.exit_code == 1
    assert "speeches/a.txt:1:1: error[unreadable]" in result.output


def test_a_truncated_journal_loses_at_most_one_line(run: Run) -> None:
    _unit("a.yaml")
    run("generate", "a.yaml", "-o", "out", "-f", "txt")
    journal = Path("out/.speechgen")
    journal.write_bytes(journal.read_bytes() + b"0123456789abcdef")
    _unit("b.yaml", "Eastmoor")
    run("generate", "b.yaml", "-o", "out", "-f", "txt")
    for unit in ("a", "b"):  # both speeches are still known as generated
        _unit(f"{unit}.yaml", "Northmoor")
        assert "1 file written" in run("generate", f"{unit}.yaml", "-o", "out", "-f", "txt").output
        assert "Northmoor" in Path(f"out/{unit}.txt").read_text(encoding="utf-8")
