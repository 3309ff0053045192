"""Telling a person, or a program, what a command found and did."""

from __future__ import annotations

import itertools
import shutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from speechgen.model import Problem, SpeechgenError, Spot

if TYPE_CHECKING:
    from speechgen.template import Template

_COLOURS = {"error": typer.colors.RED, "warning": typer.colors.YELLOW, "hint": typer.colors.CYAN}


_FEW_FIXES = 5


def show_problems(problems: Iterable[Problem], *, each_fix: bool = True) -> None:
    """Print problems to standard error, a line each: structural ones first, each once.

    On a terminal the line of the speech stands below, with a mark under the words. Without `each_fix`, of those in a
    file that --fix fixes a few of each code are shown, lest two hundred commas hide another unit's name.
    """
    with_excerpts = sys.stderr.isatty()
    fixable: Counter[tuple[str, str]] = Counter()
    for problem in _ordered(problems):
        if problem.edit is not None and not each_fix:
            fixable[problem.place.file, problem.code] += 1
            if fixable[problem.place.file, problem.code] > _FEW_FIXES:
                continue
        kind = typer.style(f"{problem.severity}[{problem.code}]", fg=_COLOURS[problem.severity], bold=True)
        rest = str(problem).split("] ", 1)[1]
        typer.echo(f"{problem.place}: {kind} {rest}", err=True)
        if with_excerpts and problem.spot is not None:
            line, mark = excerpt(problem.spot, shutil.get_terminal_size().columns - 4)
            typer.echo(f"    {line}\n    {typer.style(mark, fg=_COLOURS[problem.severity])}", err=True)

    for (file, code), number in fixable.items():
        if number > _FEW_FIXES:
            typer.echo(f"{file}: {number - _FEW_FIXES} more of {code} that --fix fixes; --all shows each", err=True)


def excerpt(spot: Spot, width: int) -> tuple[str, str]:
    """The words around a spot, as many as fit into `width` columns, and a line of marks for below them."""
    before, words, after = spot.text[: spot.start], spot.words, spot.text[spot.end :]
    words = _fitting(words, width // 2)
    left = width - _columns(words)
    start = _fitting(before[::-1], left // 2)[::-1]
    end = _fitting(after, left - _columns(start))
    return start + words + end, " " * _columns(start) + "^" * max(1, _columns(words))


def _fitting(text: str, width: int) -> str:
    """The beginning of a text that fits into a width."""
    for end, columns in enumerate(itertools.accumulate(_columns(character) for character in text)):
        if columns > width:
            return text[:end]
    return text


def _columns(text: str) -> int:
    """How many columns a terminal needs: two for wide characters (UAX #11), none for marks that combine."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda problem: problem.order)


def show_report(name: str, problems: Iterable[Problem]) -> None:
    """Print problems for programs to standard output, in the report of this name."""
    from speechgen.cli.reports import REPORTS

    typer.echo(REPORTS[name](_ordered(problems)))


def print_json(problems: Iterable[Problem], **more: object) -> None:
    """Print `{"problems": […], …}` to standard output."""
    from speechgen.cli.reports.json import json_report

    typer.echo(json_report(_ordered(problems), **more))


@contextmanager
def problems_reported(*, report: str | None = None) -> Iterator[None]:
    """Turn a SpeechgenError into its problems on standard error, or a report of them on standard output, and exit
    status 1.
    """
    try:
        yield
    except SpeechgenError as error:
        if report is None:
            show_problems(error.problems)
        else:
            show_report(report, error.problems)
        raise typer.Exit(1) from error


def wrong_usage(message: str) -> NoReturn:
    """Say what is wrong with the options, and exit with status 2."""
    raise typer.BadParameter(message)


def named_template(name: str | None) -> Template:
    """The template called `name`, or that of the workspace around the current folder. Raises SpeechgenError."""
    from speechgen.model import workspace_root
    from speechgen.template import load_template
    from speechgen.workspace import default_template

    here = Path.cwd()
    if name is not None:
        return load_template(name, workspace=workspace_root(here), base=here)
    default, root = default_template(here)
    return load_template(default, workspace=root, base=root)
