"""`speechgen check`: errors in unit files and in edited speeches."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, complete_unit
from speechgen.cli.ordered_problems import OrderedProblems
from speechgen.cli.printing import exit_on_problems, show_problems, show_report, usage_error
from speechgen.cli.reports import REPORTS
from speechgen.model import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speechgen.model import Severity
    from speechgen.pipeline import PlannedUnit


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
        typer.Option("--format", "-f", metavar="FORMAT", help=f"Report format: text, {', '.join(REPORTS)}."),
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
        usage_error(f"unknown report format {report}; choose one of text, {', '.join(REPORTS)}")
    with exit_on_problems(report=None if report == "text" else report):
        planned = plan_check(files or [], unit)
        if fix:
            rest, fixed = fix_files(planned, template, list(run_check(planned, template)), _show_diff)
            problems = OrderedProblems(rest)
            typer.echo(f"applied {_counted(fixed, 'fix', 'fixes')}", err=True)
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
    for severity in ("error", "warning", "hint"):
        codes = {code: number for (its_severity, code), number in numbers.items() if its_severity == severity}
        if codes:
            ordered = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
            listed = ", ".join(f"{code} {number}" for code, number in ordered)
            typer.echo(f"{_counted(sum(codes.values()), severity)}: {listed}", err=True)
    units = sum(each.output is not None for each in planned)
    speeches = sum(len(each.edited) for each in planned)
    checked = [_counted(units, "unit")] if units or not speeches else []
    checked += [_counted(speeches, "edited speech", "edited speeches")] if speeches else []
    typer.echo(f"checked {' and '.join(checked)}{'' if numbers else ': no problems'}", err=True)


def _counted(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or f'{singular}s'}"
