"""A disk that fills up while several files are written: none is left half written, and the command can be run again."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from speechgen.cli.printing import show_problems
from speechgen.model import Place, Problem, SpeechgenError
from speechgen.pipeline.output import StreamTarget

from ..conftest import Run, spots
from ..workspaces import FEW, example_workspace


def _full_after(files: int, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    original = os.replace

    def replace(source: str, target: Path) -> None:
        written.append(target)
        if len(written) > files:
            raise OSError(errno.ENOSPC, "No space left on device")
        original(source, target)

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("files", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "line", ["init w", "templates --copy mass-line-summary own", "templates --new own --language en"]
)
def test_a_command_that_writes_several_files_can_be_run_again(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, files: int
) -> None:
    with monkeypatch.context() as full:
        _full_after(files, full)
        result = run(*line.split())
    assert (result.exit_code, [code for *_, code in spots(result)]) == (1, ["cannot-write"])
    assert "No space left on device; free some disk space, or choose another folder" in result.output
    assert not Path("w/speechgen.yaml").exists()
    assert not Path("own").exists()
    assert run(*line.split()).exit_code == 0


def test_three_hundred_files_that_cannot_be_written_are_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    places = [Place(f"speeches/u{number}.md") for number in range(300)]
    show_problems([Problem(place, "cannot-write", "cannot be written: full") for place in places], show_all=False)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert lines[1] == "speeches: 299 more files cannot be written: full"


def test_a_speech_for_standard_output_that_is_full_is_a_problem_of_standard_output() -> None:
    class Full(io.BytesIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(SpeechgenError, match=r"^standard output:1:1: error.cannot-write. cannot be written: No space"):
        StreamTarget(Full()).put(Path("speeches"), "a.md", b"words")


class _SmallDisk(io.BytesIO):
    """A temporary file on a disk with little space: a part of what does not fit is written."""

    free = 0

    def write(self, content: bytes) -> int:  # type: ignore[override]  # the only ones that are written
        fits = bytes(content)[: max(0, _SmallDisk.free)]
        if not fits and bytes(content):
            raise OSError(errno.ENOSPC, "No space left on device")
        _SmallDisk.free -= len(fits)
        return super().write(fits)


@pytest.mark.parametrize("free", [0, 1, 3000, 20_000])
@pytest.mark.parametrize("options", [(), ("--strict",), ("-f", "html")])
def test_on_a_disk_without_space_for_temporary_files_all_speeches_are_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(example_workspace(tmp_path, FEW))
    assert run("generate", "-o", "before", *options).exit_code == 0
    _SmallDisk.free = free
    monkeypatch.setattr("speechgen.checks.bytes_on_disk.TemporaryFile", lambda buffering: _SmallDisk())
    result = run("generate", *options)
    assert {path.name for path in Path("before").iterdir()} == {path.name for path in Path("speeches").iterdir()}
    problems = [line for line in result.output.splitlines() if "error[" in line]
    assert len(problems) == 1
    assert "error[cannot-write] temporary files cannot be written: No space left on device; not all" in problems[0]
    assert "; free some disk space, or set TMPDIR to another folder" in problems[0]
    assert result.output.splitlines()[-1].startswith("3 units: ")
    assert result.output.splitlines()[-1].endswith("; 0 failed")
    assert result.exit_code == 1
    _SmallDisk.free = free
    checked = run("check")
    assert (checked.exit_code, checked.output.count("temporary files cannot be written")) == (1, 1)


def test_without_a_folder_for_temporary_files_all_speeches_are_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(buffering: int) -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.chdir(example_workspace(tmp_path, FEW))
    monkeypatch.setattr("speechgen.checks.bytes_on_disk.TemporaryFile", refuse)
    result = run("generate")
    assert len(list(Path("speeches").glob("*.md"))) == 3
    assert result.output.count("No usable temporary directory found") == 1
    assert result.exit_code == 1
