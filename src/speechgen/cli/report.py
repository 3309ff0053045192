"""Telling a person, or a program, what a command found and did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from speechgen.problem import Problem, SpeechgenError

if TYPE_CHECKING:
    from speechgen.batch import Outcome
    from speechgen.template import Template

_COLOURS = {"error": typer.colors.RED, "warning": typer.colors.YELLOW, "hint": typer.colors.CYAN}


def show_problems(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, a line each: structural ones first, each once."""
    for problem in sorted(set(problems), key=lambda problem: problem.order):
        kind = typer.style(f"{problem.severity}[{problem.code}]", fg=_COLOURS[problem.severity], bold=True)
        mend = f"; {problem.mend}" if problem.mend else ""
        typer.echo(f"{problem.place}: {kind} {problem.message}{mend}", err=True)


def as_json(problem: Problem) -> dict[str, Any]:
    """A problem for programs."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "mend": problem.mend,
    }


def print_json(problems: Iterable[Problem], **more: object) -> None:
    """Print `{"problems": […], …}` to standard output."""
    ordered = sorted(set(problems), key=lambda problem: problem.order)
    typer.echo(json.dumps({"problems": [as_json(each) for each in ordered], **more}, ensure_ascii=False, indent=2))


@contextmanager
def problems_reported(*, as_program: bool = False) -> Iterator[None]:
    """Turn a SpeechgenError into its problems on standard error (as JSON on standard output) and exit status 1."""
    try:
        yield
    except SpeechgenError as error:
        if as_program:
            print_json(error.problems)
        else:
            show_problems(error.problems)
        raise typer.Exit(1) from error


def wrong_usage(message: str) -> NoReturn:
    """Say what is wrong with the options, and exit with status 2."""
    raise typer.BadParameter(message)


def exit_status(outcomes: Iterable[Outcome]) -> int:
    """0, or 1 where a unit failed."""
    return int(any(outcome.failed for outcome in outcomes))


def named_template(name: str | None) -> Template:
    """The template called `name`, or that of the workspace around the current folder. Raises SpeechgenError."""
    from speechgen.discovery import workspace_root
    from speechgen.template import load_template
    from speechgen.workspace import default_template

    here = Path.cwd()
    if name is not None:
        return load_template(name, workspace=workspace_root(here), base=here)
    default, root = default_template(here)
    return load_template(default, workspace=root, base=root)
