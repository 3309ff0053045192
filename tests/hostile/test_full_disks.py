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
