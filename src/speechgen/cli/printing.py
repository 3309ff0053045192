"""Printing problems for people and for programs, and turning errors into exit statuses."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NoReturn

import typer

from speechgen.cli.ordered_problems import OrderedProblems
from speechgen.messages import counted, reason_of, translated
from speechgen.model import Place, Problem, SpeechgenError, Spot, show, visible

if TYPE_CHECKING:
    from speechgen.template import Folder, Template

_COLOURS = {"error": typer.colors.RED, "warning": typer.colors.YELLOW, "hint": typer.colors.CYAN}
_FIXABLE_SHOWN = 5
_UNWRITTEN_SHOWN = 1
_PIECES = 300  # of a report that are printed at once
_MAX_NAME = 80  # characters of a file's name that the system does not accept


def show_problems(problems: Iterable[Problem], *, show_all: bool = True, show_hints: bool = True) -> bool:
    """Print each problem on a line of standard error: structural problems first, then by place, without duplicates.

    On a terminal the line is followed by an excerpt of the speech with the words underlined. Unless `show_all`, only a
    few of the problems that --fix fixes are printed for each file and code: two hundred commas would hide the name of
    another unit. So would three hundred files on a full disk: those that cannot be written are counted.

    Return whether there was a problem to print.
    """
    on_terminal = sys.stderr.isatty()
    is_any = False
    fixable: Counter[tuple[str, str]] = Counter()
    unwritten: Counter[tuple[str, str]] = Counter()
    for problem in _ordered(problems):
        if problem.severity == "hint" and not show_hints:
            continue
        is_any = True
        if problem.code == "cannot-write" and not show_all:
            reason = str(PurePath(problem.place.file).parent), problem.message
            unwritten[reason] += 1
            if unwritten[reason] > _UNWRITTEN_SHOWN:
                continue
        if problem.edit is not None and not show_all:
            fixable[problem.place.file, problem.code] += 1
            if fixable[problem.place.file, problem.code] > _FIXABLE_SHOWN:
                continue
        kind = typer.style(f"{problem.shown_severity}[{problem.code}]", fg=_COLOURS[problem.severity], bold=True)
        typer.echo(f"{visible(str(problem.place))}: {kind} {problem.words}", err=True)
        if on_terminal and problem.spot is not None:
            line, underline = excerpt(problem.spot, shutil.get_terminal_size().columns - 4)
            typer.echo(f"    {line}\n    {typer.style(underline, fg=_COLOURS[problem.severity])}", err=True)
    for (file, code), number in fixable.items():
        if number > _FIXABLE_SHOWN:
            hidden = counted(
                "{file}: {number} more {code} problem that --fix can fix; --all shows all problems",
                "{file}: {number} more {code} problems that --fix can fix; --all shows all problems",
                number - _FIXABLE_SHOWN,
                file=visible(file),
                code=code,
            )
            typer.echo(hidden, err=True)
    for (folder, message), number in unwritten.items():
        if number > _UNWRITTEN_SHOWN:
            hidden = counted(
                "{folder}: {number} more file {message}",
                "{folder}: {number} more files {message}",
                number - _UNWRITTEN_SHOWN,
                folder=visible(folder),
                message=message,
            )
            typer.echo(hidden, err=True)
    return is_any


def show_where_codes_are_explained() -> None:
    """Print how to read about a problem: for a person at a terminal, below the problems of a run."""
    if sys.stderr.isatty():
        typer.echo(translated("about a problem: speechgen rules CODE"), err=True)


def excerpt(spot: Spot, width: int) -> tuple[str, str]:
    """The words of a spot with as much text around them as fits into `width` columns, and a line that underlines them.

    Control characters become spaces: they have no width of their own, and a terminal could act on them.
    """
    # Imported here: 20 ms, and only a terminal shows excerpts.
    from wcwidth import wcswidth, wcwidth

    def printable(text: str) -> str:
        return "".join(character if wcwidth(character) >= 0 else " " for character in text)

    def start_of(text: str, width: int) -> str:
        """The longest start of a text that fits."""
        end = next((end for end in range(1, len(text) + 1) if wcswidth(text[:end]) > width), len(text) + 1)
        return text[: end - 1]

    def end_of(text: str, width: int) -> str:
        """The longest end of a text that fits and does not begin with a combining mark."""
        begin = next((begin for begin in range(len(text) - 1, -1, -1) if wcswidth(text[begin:]) > width), -1) + 1
        while begin < len(text) and wcwidth(text[begin]) == 0:
            begin += 1
        return text[begin:]

    words = start_of(printable(spot.words), width // 2)
    left = width - wcswidth(words)
    before = end_of(printable(spot.text[: spot.start]), left // 2)
    after = start_of(printable(spot.text[spot.end :]), left - wcswidth(before))
    return before + words + after, " " * wcswidth(before) + "^" * max(1, wcswidth(words))


def show_report(name: str, problems: Iterable[Problem]) -> None:
    """Print problems to standard output in the report format `name`."""
    from speechgen.cli.reports import report_writer

    _print_pieces(report_writer(name)(_ordered(problems)))


def print_json(problems: Iterable[Problem], **more: object) -> None:
    """Print `{"problems": […], …}` to standard output."""
    from speechgen.cli.reports.json import report

    _print_pieces(report(_ordered(problems), **more))


def _print_pieces(pieces: Iterable[str]) -> None:
    """Print a text and a line end to standard output, some of its pieces at a time."""
    rest = iter(pieces)
    while some := list(islice(rest, _PIECES)):
        typer.echo("".join(some), nl=False)
    typer.echo()


@contextmanager
def exit_on_problems(*, report: str | None = None) -> Iterator[None]:
    """Catch a SpeechgenError, and an OSError about a file; print the problems and exit with status 1.

    The problems go to standard error, or with a `report` format to standard output.
    """
    try:
        yield
    except (SpeechgenError, OSError) as error:
        if isinstance(error, OSError) and not isinstance(error.filename, str):  # of standard output
            raise
        problems = error.problems if isinstance(error, SpeechgenError) else (_of_file(error),)
        if report is None:
            show_problems(problems)
        else:
            show_report(report, problems)
        raise typer.Exit(1) from error


def show_changes(folder: Folder) -> None:
    """Print to standard error which files of the workspace change a bundled template, and how."""
    from speechgen.template import file_changes

    for change in file_changes(folder):
        if change.replaced is None:
            how = translated("{file}: is added to the bundled template", file=change.shown)
        elif change.is_merged:
            how = translated("{file}: is merged into {bundled}", file=change.shown, bundled=change.replaced)
        else:
            how = translated("{file}: replaces {bundled}", file=change.shown, bundled=change.replaced)
        typer.echo(how, err=True)


def exit_on_system_error(error: OSError) -> NoReturn:
    """Print what the system does not allow, such as reading a folder or a name that is too long; exit with status 1."""
    if isinstance(error.filename, str):
        problem = _of_file(error)
    elif isinstance(error, FileNotFoundError):
        message, fix = translated("the current folder does not exist any more"), translated("go to another folder")
        problem = Problem(Place("."), "system", message, fix)
    else:
        message = translated("cannot be written: {reason}", reason=reason_of(error))
        fix = translated("check the free disk space, and where the output goes")
        problem = Problem(Place(translated("standard output")), "system", message, fix)
    with suppress(OSError):
        typer.echo(str(problem), err=True)
    raise typer.Exit(1) from error


def _of_file(error: OSError) -> Problem:
    """The problem of a file or folder that the system does not let us use."""
    name = error.filename
    with suppress(OSError):  # the current folder does not exist any more
        name = show(Path(name))
    shortened = name if len(name) <= _MAX_NAME else f"{name[:_MAX_NAME]}…"
    message = translated("cannot be used: {reason}", reason=reason_of(error))
    return Problem(Place(shortened), "system", message, translated("check its name and its permissions"))


def usage_error(message: str) -> NoReturn:
    """Print what is wrong with the options, and exit with status 2."""
    raise typer.BadParameter(visible(message))


def named_template(name: str | None) -> Template:
    """The template called `name`; without a name, the template of the workspace around the current folder.

    Raises SpeechgenError if it cannot be found or loaded.
    """
    from speechgen.model import workspace_root
    from speechgen.template import load_template
    from speechgen.workspace import default_template

    here = Path.cwd()
    if name is not None:
        return load_template(name, workspace=workspace_root(here), base=here)
    default, workspace = default_template(here)
    return load_template(default, workspace=workspace.root, base=workspace.root)


def _ordered(problems: Iterable[Problem]) -> OrderedProblems:
    return problems if isinstance(problems, OrderedProblems) else OrderedProblems(problems)
