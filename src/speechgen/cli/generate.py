"""`speechgen generate`: the main job."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption, TemplateOption, UnitFiles
from speechgen.cli.report import print_json, problems_reported, show_problems, wrong_usage

if TYPE_CHECKING:
    from speechgen.batch import Batch, Outcome
    from speechgen.compose import Composer, Job
    from speechgen.output import Verdict
    from speechgen.problem import Problem

_FEW = 10  # units that are done before a person would look at a progress bar


def generate(
    files: UnitFiles = None,
    template: TemplateOption = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="txt, md, docx or html; may be repeated.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A folder; a file for one unit and one format; - for standard output.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace speeches that a person has changed, leaving a .bak of each.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say for each file: new, same, changed or kept.")
    ] = False,
    large: Annotated[
        bool,
        typer.Option(
            "--large", help="Word files for the lectern: bigger type, wider lines, whole sentences on a page."
        ),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Write no speech in which the rules find an error.")] = False,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Say what the rules of check find in the speeches.")
    ] = True,
    json: JsonOption = False,
) -> None:
    """Write the speech of each unit, and say what the rules of check find in it.

    A speech that would be the same is not touched; one that a person has changed since is kept.
    """
    from speechgen.batch import Batch
    from speechgen.compose import Composer
    from speechgen.extras import need
    from speechgen.formats import FORMATS
    from speechgen.jobs import UsageError, named_units, plan, reviewers

    for name in formats or []:
        if name not in FORMATS:
            wrong_usage(f"there is no format {name}; there are: {', '.join(FORMATS)}")
    to_stdout = output == Path("-")
    if to_stdout and len(set(formats or [])) > 1:
        wrong_usage("standard output takes one format: name one")
    with problems_reported(report="json" if json else None):
        try:
            jobs = plan(
                named_units(files or []), formats=formats or [], output=None if to_stdout else output, large=large
            )
        except UsageError as error:
            wrong_usage(str(error))
        if any("docx" in job.formats for job in jobs):
            need("docx")  # told once, not for each unit
        elif large:
            wrong_usage("--large is for Word files: add -f docx")
        composer = Composer(template, reviewers(jobs) if check or strict else {})
    if to_stdout:
        _print_speech(jobs, composer, strict=strict)
        return
    batch = Batch(composer, force=force, dry_run=dry_run)
    tally = _Tally(with_files=json or dry_run)
    try:
        with problems_reported(report="json" if json else None):  # of settings that are deleted meanwhile
            if strict:
                jobs = _without_errors(jobs, composer, tally)
            _run(batch, jobs, tally)
    except KeyboardInterrupt:
        typer.echo("interrupted: what is written is whole; run it again for the rest", err=True)
        _tell(tally, dry_run=dry_run)
        raise typer.Exit(130) from None
    if json:
        print_json(tally.problems, files=[{"file": file, "verdict": verdict} for file, verdict in tally.files])
    else:
        show_problems((each for each in tally.problems if each.severity != "hint"), each_mend=False)
        _tell(tally, dry_run=dry_run)
    if tally.failed:
        raise typer.Exit(1)


class _Tally:
    """What became of the units so far; the files one by one only where they are to be shown, for there may be many."""

    def __init__(self, *, with_files: bool) -> None:
        self.with_files = with_files
        self.units = 0
        self.failed = 0
        self.verdicts: Counter[Verdict] = Counter()
        self.problems: list[Problem] = []
        self.files: list[tuple[str, Verdict]] = []

    def refuse(self, problems: list[Problem]) -> None:
        """Count a unit that is not begun."""
        self.units += 1
        self.failed += 1
        self.problems += problems

    def add(self, outcome: Outcome) -> None:
        self.units += 1
        self.failed += outcome.failed
        self.verdicts.update(verdict for _, verdict in outcome.verdicts)
        self.problems += [*outcome.problems, *outcome.found]
        if self.with_files:
            self.files.extend((_shown(path), verdict) for path, verdict in outcome.verdicts)


def _run(batch: Batch, jobs: Sequence[Job], tally: _Tally) -> None:
    """Write the speeches, and find what is wrong with them only beside one another: before, where pages tell it."""
    from speechgen.checking import beside_all, together, with_other_years

    if batch.composer.reviewers and any("html" in job.formats for job in jobs):
        beside = beside_all(batch.composer, jobs, force=batch.force)
        with _progress(batch.run(jobs, beside), len(jobs)) as running:
            for outcome in running:
                tally.add(outcome)
        return
    with_other_years(batch.across, batch.composer.reviewers.values())
    with _progress(batch.run(jobs), len(jobs)) as running:
        for outcome in running:
            tally.add(outcome)
    for each in together(batch, jobs):
        tally.problems += each.problems
        tally.failed += each.failed


def _without_errors(jobs: Sequence[Job], composer: Composer, tally: _Tally) -> list[Job]:
    """The jobs in whose speeches no error was found, alone or beside others. The others are counted as failed."""
    from speechgen.batch import Batch
    from speechgen.checking import checked

    composer = replace(composer, formats={})
    errors: dict[Path, list[Problem]] = {}
    for each in checked(Batch(composer), jobs, []):
        errors.setdefault(each.file, []).extend(problem for problem in each.problems if problem.severity == "error")
    for job in jobs:
        if errors.get(job.unit):
            tally.refuse(errors[job.unit])
    return [job for job in jobs if not errors.get(job.unit)]


def _print_speech(jobs: Sequence[Job], composer: Composer, *, strict: bool) -> None:
    """One speech in one format to standard output, byte for byte as its file would be."""
    from speechgen.checking import beside_all
    from speechgen.discovery import show

    if len(jobs) != 1:
        wrong_usage(f"standard output takes one speech, and there are {len(jobs)} units: name one")
    beside = beside_all(composer, jobs, force=True) if "html" in jobs[0].formats and composer.reviewers else {}
    unit = composer.compose(jobs[0], beside.get(show(jobs[0].unit)))
    found = (*unit.review.problems, *unit.review.beside) if unit.review else ()
    show_problems([*unit.problems, *found])
    if not unit.files or (strict and any(problem.severity == "error" for problem in found)):
        raise typer.Exit(1)
    typer.get_binary_stream("stdout").write(next(iter(unit.files.values())))


@contextmanager
def _progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Iterable[Outcome]]:
    """The outcomes, with a progress bar while they come: on a terminal only, and where there are many."""
    if total <= _FEW or not sys.stderr.isatty():
        yield outcomes
        return
    with typer.progressbar(outcomes, length=total, label="generate", file=sys.stderr) as running:
        yield running


def _tell(tally: _Tally, *, dry_run: bool) -> None:
    """The summary; with `dry_run`, the verdict for each file before it."""
    if dry_run:
        for file, verdict in tally.files:
            typer.echo(f"{verdict:<8}{file}", err=True)
    counts = tally.verdicts
    written = counts["new"] + counts["changed"]
    parts = [f"{written} {'to write' if dry_run else 'written'}", f"{counts['same']} unchanged"]
    if counts["kept"]:
        parts.append(f"{counts['kept']} kept")
    units = f"{tally.units} unit{'s' if tally.units != 1 else ''}"
    typer.echo(f"{units}: files {', '.join(parts)}; {tally.failed} failed", err=True)


def _shown(path: Path) -> str:
    from speechgen.discovery import show

    return show(path)
