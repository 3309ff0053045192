"""`speechgen check`: errors in unit files and in edited speeches."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, complete_unit
from speechgen.cli.printing import problems_reported, show_problems, show_report, wrong_usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechgen.model import Problem
    from speechgen.pipeline import PlannedUnit


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Unit files or units' names, edited speeches (.txt, .md, .docx), folders of either; none: every unit "
            "of the workspace, and its edited speeches.",
            autocompletion=complete_unit,
            show_default=False,
        ),
    ] = None,
    template: TemplateOption = None,
    unit: Annotated[
        Path | None,
        typer.Option(
            "--unit",
            "-u",
            metavar="FILE",
            help="The unit file that the edited speeches are about; by default the one of their name.",
            autocompletion=complete_unit,
            show_default=False,
        ),
    ] = None,
    report: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, json, sarif or github.")
    ] = "text",
    json: JsonOption = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the fixes that are safe.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show the fixes that --fix would make.")] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show every problem, also the many of one kind that --fix fixes.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 1 for warnings too.")] = False,
) -> None:
    """Check speeches for errors; fix the safe ones.

    A unit file is validated and rendered, and its speech is checked; nothing is written without --fix.
    """
    from speechgen.cli.reports import REPORTS
    from speechgen.pipeline import check as problems_of
    from speechgen.pipeline import fix_files, fixes_shown, plan_check

    report = "json" if json else report
    if report != "text" and report not in REPORTS:
        wrong_usage(f"there is no report {report}; there are: text, {', '.join(REPORTS)}")
    with problems_reported(report=None if report == "text" else report):
        planned = plan_check(files or [], unit)
        problems = list(problems_of(planned, template))
        if fix:
            problems, made = fix_files(planned, template, problems, partial(typer.echo, nl=False))
            typer.echo(f"fixed {made} place{'' if made == 1 else 's'}", err=True)
        elif diff:
            for each in fixes_shown(problems):
                typer.echo(each, nl=False)
    if report == "text":
        show_problems(problems, each_fix=show_all)
        _summary(problems, planned)
    else:
        show_report(report, problems)
    if any(problem.severity == "error" or (strict and problem.severity == "warning") for problem in problems):
        raise typer.Exit(1)


def _summary(problems: Sequence[Problem], planned: Sequence[PlannedUnit]) -> None:
    """How many problems there are of each code, the most first."""
    problems = list(dict.fromkeys(problems))
    counts = Counter((problem.severity, problem.code) for problem in problems)
    for severity in ("error", "warning", "hint"):
        of_this = sorted((-number, code) for (each, code), number in counts.items() if each == severity)
        if of_this:
            listed = ", ".join(f"{code} {-number}" for number, code in of_this)
            total = -sum(number for number, _ in of_this)
            typer.echo(f"{total} {severity}{'' if total == 1 else 's'}: {listed}", err=True)
    units = sum(each.output is not None for each in planned)
    speeches = sum(len(each.edited) for each in planned)
    checked = [f"{units} unit{'' if units == 1 else 's'}"] if units or not speeches else []
    checked += [f"{speeches} speech{'' if speeches == 1 else 'es'}"] if speeches else []
    typer.echo(f"{' and '.join(checked)} checked; {'no problems' if not problems else 'see above'}", err=True)
