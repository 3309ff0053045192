"""`speechgen generate`: the main job."""

from __future__ import annotations

from pathlib import Path

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, UnitFiles
from speechgen.cli.generate_options import Check, DryRun, Force, Formats, Large, OutputOption, Strict
from speechgen.cli.printing import print_json, problems_reported, show_problems, wrong_usage
from speechgen.cli.progress import with_progress
from speechgen.cli.tally import Tally

STANDARD_OUTPUT = Path("-")


def generate(
    files: UnitFiles = None,
    template: TemplateOption = None,
    formats: Formats = None,
    output: OutputOption = None,
    force: Force = False,
    dry_run: DryRun = False,
    large: Large = False,
    strict: Strict = False,
    check: Check = True,
    json: JsonOption = False,
) -> None:
    """Write the speech of each unit, and report what the rules of check find in it.

    A speech that would be the same is not touched; one that was edited since is not overwritten.
    """
    from speechgen.model import require_extra
    from speechgen.pipeline import (
        Builder,
        FolderTarget,
        Generation,
        StreamTarget,
        UsageError,
        named_units,
        plan_units,
        prepare,
    )

    to_stdout = output == STANDARD_OUTPUT
    with problems_reported(report="json" if json else None):
        try:
            planned = plan_units(
                named_units(files or []), formats=formats or (), output=output, large=large, to_stdout=to_stdout
            )
        except UsageError as error:
            wrong_usage(str(error))
        if any(each.output and "docx" in each.output.formats for each in planned):
            require_extra("docx")  # reported once, not for each unit
        planned, others, checkers = prepare(planned) if check or strict else (planned, [], {})
    target = StreamTarget(typer.get_binary_stream("stdout")) if to_stdout else FolderTarget(force, dry_run)
    run = Generation(Builder(template, checkers), target, strict)
    tally = Tally(with_files=json or dry_run)
    try:
        with with_progress(run.run(planned, others), len(planned)) as outcomes:
            for outcome in outcomes:
                tally.add(outcome)
    except KeyboardInterrupt:
        typer.echo("interrupted: what is written is whole; run it again for the rest", err=True)
        tally.show(dry_run=dry_run)
        raise typer.Exit(130) from None
    if json and not to_stdout:
        print_json(tally.problems, files=[{"file": file, "verdict": verdict} for file, verdict in tally.files])
    else:
        show_problems((each for each in tally.problems if each.severity != "hint"), each_fix=False)
        if not to_stdout:
            tally.show(dry_run=dry_run)
    if tally.failed:
        raise typer.Exit(1)
