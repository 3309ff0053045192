"""`speechgen check`: errors in unit files and in edited speeches."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, complete_unit
from speechgen.cli.ordered_problems import OrderedProblems
from speechgen.cli.printing import (
    exit_on_problems,
    show_problems,
    show_report,
    show_where_codes_are_explained,
    usage_error,
)
from speechgen.cli.reports import REPORTS
from speechgen.messages import counted, joined_words, translated
from speechgen.model import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from speechgen.model import Severity
    from speechgen.pipeline import PlannedUnit

IN_HELP = {"formats": REPORTS}  # the parameters of the texts below


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Unit files, unit names, edited speeches (.txt, .md, .docx), or folders of these. Default: every unit "
            "of the workspace and its edited speeches.",
            autocompletion=complete_unit,
            show_default=False,
            readable=False,
        ),
    ] = None,
    template: TemplateOption = None,
    unit: Annotated[
        Path | None,
        typer.Option(
            "--unit",
            "-u",
            metavar="FILE",
            help="Unit file of the edited speeches. Default: the unit file with the name of the speech.",
            autocompletion=complete_unit,
            show_default=False,
            readable=False,
        ),
    ] = None,
    report: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", help="Report format: text, {formats}."),
    ] = "text",
    json: JsonOption = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    show_all: Annotated[
        bool,
        typer.Option("--all", help="Show all problems. Default: of those that --fix fixes, 5 of each code per file."),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with status 1 also if there are only warnings.")
    ] = False,
) -> None:
    """Check speeches for errors; fix the safe ones.

    Unit files are validated and rendered, then their speeches are checked.

    No file is changed without --fix. The exit status is 1 if there are errors.
    """
    from speechgen.pipeline import check as run_check
    from speechgen.pipeline import fix_files, fixes_shown, plan_check

    report = "json" if json else report
    if report != "text" and report not in REPORTS:
        choices = joined_words(("text", *REPORTS))
        usage_error(translated("unknown report format {name}; choose one of {choices}", name=report, choices=choices))
    with exit_on_problems(report=None if report == "text" else report):
        planned = plan_check(files or [], unit)
        if fix:
            rest, fixed = fix_files(planned, template, list(run_check(planned, template)), _show_diff)
            problems = OrderedProblems(rest)
            typer.echo(counted("applied {number} fix", "applied {number} fixes", fixed), err=True)
        elif diff:
            found = list(run_check(planned, template))
            for change in fixes_shown(found):
                _show_diff(change)
            problems = OrderedProblems(found)
        else:
            problems = OrderedProblems(run_check(planned, template))
    if report == "text":
        show_problems(problems, show_all=show_all)
    else:
        show_report(report, problems)
    numbers = Counter((problem.severity, problem.code) for problem in problems)
    if report == "text":
        _show_summary(numbers, planned)
    if any(severity == "error" or (strict and severity == "warning") for severity, _ in numbers):
        raise typer.Exit(1)


def _show_diff(diff: str) -> None:
    """Print a diff: as it is, so that `patch` can apply it, but a terminal gets no control characters to act on."""
    if sys.stdout is not None and sys.stdout.isatty():
        diff = "\n".join(map(visible, diff.split("\n")))
    typer.echo(diff, nl=False)


def _show_summary(numbers: Mapping[tuple[Severity, str], int], planned: Sequence[PlannedUnit]) -> None:
    """Print the number of problems by severity and code, most frequent code first, and what was checked."""
    for severity, total in _TOTALS.items():
        codes = {code: number for (its_severity, code), number in numbers.items() if its_severity == severity}
        if codes:
            ordered = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
            listed = joined_words(f"{code} {number}" for code, number in ordered)
            typer.echo(total(sum(codes.values()), listed), err=True)
    units = sum(each.output is not None for each in planned)
    speeches = sum(len(each.edited) for each in planned)
    checked = [counted("{number} unit", "{number} units", units)] if units or not speeches else []
    checked += [counted("{number} edited speech", "{number} edited speeches", speeches)] if speeches else []
    what = translated(" and ").join(checked)
    if numbers:
        typer.echo(translated("checked {what}", what=what), err=True)
        show_where_codes_are_explained()
    else:
        typer.echo(translated("checked {what}: no problems", what=what), err=True)


_TOTALS: dict[Severity, Callable[[int, str], str]] = {
    "error": lambda number, codes: counted("{number} error: {codes}", "{number} errors: {codes}", number, codes=codes),
    "warning": lambda number, codes: counted(
        "{number} warning: {codes}", "{number} warnings: {codes}", number, codes=codes
    ),
    "hint": lambda number, codes: counted("{number} hint: {codes}", "{number} hints: {codes}", number, codes=codes),
}
