"""Cases of the command line: the exit status is in a table, the output in a golden file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import pytest
from typer.testing import Result

from ..conftest import Run

HERE = Path(__file__).parent
GOLDENS = HERE / "goldens"
COMMANDS = {path.stem.removeprefix("test_") for path in HERE.glob("test_*.py")}  # one test module per command
USAGE_ERROR = 2

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """Command lines with the same result, such as an option's long and short form, without the word `speechgen`.

    `before` prepares the folder. `shows` names files whose content is part of the golden file; `without` names a Python
    module that is not installed. `{port}` in a line stands for a free port.
    """

    name: str
    lines: tuple[str, ...]
    status: int
    folder: Literal["workspace", "empty"]
    before: Callable[[Run], None] | None
    shows: tuple[str, ...]
    without: str | None

    @property
    def command(self) -> str:
        """The command; `speechgen` for lines without one."""
        first = self.lines[0].split(" ")[0]
        return first if first in COMMANDS else "speechgen"

    @property
    def golden(self) -> Path:
        return GOLDENS / self.command / f"{self.name}.txt"


def case(
    name: str,
    *lines: str,
    status: int = 0,
    folder: Literal["workspace", "empty"] = "workspace",
    before: Callable[[Run], None] | None = None,
    shows: tuple[str, ...] = (),
    without: str | None = None,
) -> Case:
    """A case; `name` is also that of its golden file."""
    return Case(name, lines, status, folder, before, shows, without)


def each_line(cases: tuple[Case, ...]) -> pytest.MarkDecorator:
    """Parametrize a test with each line of each case."""
    pairs = [(each, line) for each in cases for line in each.lines]
    ids = [f"{each.name}: {line}" if len(each.lines) > 1 else each.name for each, line in pairs]
    return pytest.mark.parametrize(("case", "line"), pairs, ids=ids)


def files_of(folder: Path) -> Files:
    """The content of every file in a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def transcript(case: Case, result: Result, before: Files, after: Files) -> str:
    """The content of a golden file: exit status, standard output, standard error, and the files that have changed."""
    parts = [f"$ speechgen {line}".rstrip() + "\n" for line in case.lines]
    parts.append(f"exit status {result.exit_code}\n")
    for name, text in (("stdout", result.stdout), ("stderr", result.stderr)):
        parts.append(_section(name, text))
    if changed := "".join(f"{line}\n" for line in _changes(before, after)):
        parts.append(_section("files", changed))
    for path in case.shows:
        parts.append(_section(path, after[path].decode()))
    return "".join(parts)


def _section(title: str, text: str) -> str:
    if not text:
        return f"--- {title}: nothing\n"
    end = "" if text.endswith("\n") else "\n(no line end)\n"
    return f"--- {title}\n{text}{end}"


def _changes(before: Files, after: Files) -> Iterator[str]:
    for path in sorted(before.keys() | after.keys()):
        if path not in before:
            yield f"new      {path}"
        elif path not in after:
            yield f"gone     {path}"
        elif before[path] != after[path]:
            yield f"changed  {path}"


def normalized(text: str, folder: Path, port: int | None) -> str:
    """The text with the version, the folder and the port replaced."""
    for name in {str(folder), folder.as_posix(), str(folder.resolve())}:
        text = text.replace(name, "<folder>")
    if os.sep == "\\":  # a path that is a whole line, or in the folder
        pattern = r"<folder>[\w.\\-]+|^[\w.-]+(?:\\[\w.-]+)+$"
        text = re.sub(pattern, lambda path: path[0].replace("\\", "/"), text, flags=re.MULTILINE)
    if port is not None:
        text = text.replace(str(port), "<port>")
    text = re.sub(r"(http://127\.0\.0\.1:)\d+", r"\1<free port>", text)
    return re.sub(rf"(?<![\d.]){re.escape(version('speechgen'))}(?![\d.])", "<version>", text)
