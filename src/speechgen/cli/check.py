"""`speechgen check`: what must not be read out, in unit files and in finished speeches."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, complete_unit
from speechgen.cli.report import problems_reported, show_problems, show_report, wrong_usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechgen.compose import Finished, Job
    from speechgen.problem import Problem

_MOST_ROUNDS = 20  # a mend may bring two marks together that can then be mended, and so on


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Unit files or units' names, finished speeches (.txt, .md, .docx), folders of either; none: every "
            "unit of the workspace, and the speeches that a person has changed.",
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
            help="The unit file that the finished speeches are about; by default the one of their name.",
            autocompletion=complete_unit,
            show_default=False,
        ),
    ] = None,
    report: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, json, sarif or github.")
    ] = "text",
    json: JsonOption = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the mends that are safe.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show the mends that --fix would make.")] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show every problem, however many are alike that --fix mends.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 1 where a warning stands, too.")] = False,
) -> None:
    """Find what must not be read out, and mend it where that is safe.

    A unit file is validated, rendered, and its speech is checked; nothing is written without --fix.
    """
    from speechgen.reports import REPORTS

    report = "json" if json else report
    if report != "text" and report not in REPORTS:
        wrong_usage(f"there is no report {report}; there are: text, {', '.join(REPORTS)}")
    with problems_reported(report=None if report == "text" else report):
        jobs, finished = _planned(files or [], unit)
        problems = _problems(jobs, finished, template)
        if fix or diff:
            problems = _mended(problems, jobs, finished, template, write=fix)
    if report == "text":
        show_problems(problems, each_mend=show_all)
        _summary(problems, len(jobs), len(finished))
    else:
        show_report(report, problems)
    if any(problem.severity == "error" or (strict and problem.severity == "warning") for problem in problems):
        raise typer.Exit(1)


def _planned(files: Sequence[Path], unit: Path | None) -> tuple[list[Job], list[Finished]]:
    """What the command line names, as jobs."""
    from speechgen.jobs import finished_jobs, named_files, named_units, plan, without_changed
    from speechgen.workspace import load_unit

    units, speeches = named_files(files)
    about = load_unit(named_units([unit])[0]).path if unit else None  # what cannot be read is told, not passed over
    jobs, changed = without_changed(plan(units, formats=[], output=None))
    return jobs, [*finished_jobs(speeches, about), *(job for job in changed if job.path not in speeches)]


def _problems(jobs: Sequence[Job], finished: Sequence[Finished], template: str | None) -> list[Problem]:
    from speechgen.batch import Batch
    from speechgen.checking import checked, with_other_years
    from speechgen.compose import Composer
    from speechgen.jobs import reviewers

    composer = Composer(template, reviewers([*jobs, *finished]), formats={})
    batch = Batch(composer)
    with_other_years(batch.across, composer.reviewers.values())
    return [problem for each in checked(batch, jobs, finished) for problem in each.problems]


def _mended(
    problems: list[Problem], jobs: Sequence[Job], finished: Sequence[Finished], template: str | None, *, write: bool
) -> list[Problem]:
    """The problems that are left. Each round mends what the one before has found; without `write`, there is one."""
    from speechgen.fixing import fixes
    from speechgen.output import write_whole

    made = 0
    for _ in range(_MOST_ROUNDS):
        mends = list(fixes(problems))
        for fixed in mends:
            typer.echo(fixed.diff, nl=False)
            if write:
                write_whole(fixed.path, fixed.content)
                made += fixed.made
        if not write or not mends:
            break
        problems = _problems(jobs, finished, template)
    if write:
        typer.echo(f"mended {made} place{'' if made == 1 else 's'}", err=True)
    return problems


def _summary(problems: Sequence[Problem], units: int, speeches: int) -> None:
    """How many problems there are of each code, the most first."""
    problems = list(dict.fromkeys(problems))
    counts = Counter((problem.severity, problem.code) for problem in problems)
    for severity in ("error", "warning", "hint"):
        of_this = sorted((-number, code) for (each, code), number in counts.items() if each == severity)
        if of_this:
            listed = ", ".join(f"{code} {-number}" for number, code in of_this)
            total = -sum(number for number, _ in of_this)
            typer.echo(f"{total} {severity}{'' if total == 1 else 's'}: {listed}", err=True)
    checked = [f"{units} unit{'' if units == 1 else 's'}"] if units or not speeches else []
    checked += [f"{speeches} speech{'' if speeches == 1 else 'es'}"] if speeches else []
    typer.echo(f"{' and '.join(checked)} checked; {'no problems' if not problems else 'see above'}", err=True)
