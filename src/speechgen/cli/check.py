"""`speechgen check`: the problems of unit files."""

from __future__ import annotations

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, UnitFiles
from speechgen.cli.report import print_json, problems_reported, show_problems


def check(files: UnitFiles = None, template: TemplateOption = None, json: JsonOption = False) -> None:
    """Find the problems of unit files, and write nothing."""
    from speechgen.batch import Batch
    from speechgen.jobs import named_units, plan

    with problems_reported(as_program=json):
        jobs = plan(named_units(files or []), formats=[], output=None)
    problems = list(Batch(template=template).check(jobs))
    if json:
        print_json(problems)
    else:
        show_problems(problems)
        errors = sum(problem.severity == "error" for problem in set(problems))
        typer.echo(f"{len(jobs)} unit{'s' if len(jobs) != 1 else ''}: {errors or 'no'} errors", err=True)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(1)
