"""`speechgen generate`: write the speech of each unit."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, UnitFiles
from speechgen.cli.generate_options import Check, DryRun, Force, Formats, Large, OutputOption, Prune, Strict
from speechgen.cli.printing import exit_on_problems, usage_error
from speechgen.cli.progress import with_progress
from speechgen.cli.tally import Tally
from speechgen.messages import translated

STANDARD_OUTPUT = Path("-")


def generate(
    files: UnitFiles = None,
    template: TemplateOption = None,
    formats: Formats = None,
    output: OutputOption = None,
    force: Force = False,
    dry_run: DryRun = False,
    prune: Prune = False,
    large: Large = False,
    strict: Strict = False,
    check: Check = True,
    json: JsonOption = False,
) -> None:
    """Write the speech of each unit and report the problems in it.

    A speech that was edited since it was generated is not overwritten without --force.

    If a unit fails, the others are still written, and the exit status is 1.
    """
    from speechgen import pipeline
    from speechgen.model import require_extra

    to_stdout = output == STANDARD_OUTPUT
    if prune and (files or output):
        usage_error(translated("--prune is for the whole workspace: leave out FILE and -o"))
    with exit_on_problems(report="json" if json else None):
        try:
            units = pipeline.named_units(files or [])
            planned = pipeline.plan_units(units, formats=formats or (), output=output, large=large, to_stdout=to_stdout)
        except pipeline.UsageError as error:
            usage_error(str(error))
        if any(each.output and "docx" in each.output.formats for each in planned):
            require_extra("docx")  # here, so that a missing package is reported once and not for each unit
        planned, others, checkers = pipeline.prepare(planned) if check or strict else (planned, [], {})
    if to_stdout and sys.stdout is None:
        usage_error(translated("-o - writes to standard output, which is closed"))
    stream = typer.get_binary_stream("stdout") if to_stdout else None
    target = pipeline.StreamTarget(stream) if stream else pipeline.FolderTarget(force, dry_run)
    run = pipeline.Generation(pipeline.Builder(template, checkers), target, strict)
    tally = Tally(lists_files=json or dry_run)
    try:
        with with_progress(run.run(planned, others), len(planned)) as outcomes:
            for outcome in outcomes:
                tally.add(outcome)
    except KeyboardInterrupt:
        interrupted = translated(
            "interrupted: every file written so far is complete; run the command again for the rest"
        )
        typer.echo(interrupted, err=True)
        tally.show(dry_run=dry_run)
        raise typer.Exit(130) from None
    orphans = pipeline.orphans(planned) if output is None else []
    if prune:
        tally.add_removed(*pipeline.prune(orphans, dry_run=dry_run))
        orphans = [each._replace(generated=()) for each in orphans if each.edited]
    tally.add_problems(each.problem for each in orphans)
    tally.report(json=json, to_stdout=to_stdout, dry_run=dry_run)
    if tally.failed or tally.cannot_write:
        raise typer.Exit(1)
