"""One run of `speechgen check`: unit files and finished speeches, each for itself and then beside one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.batch import Batch
from speechgen.compose import Composer, Finished, Job, composed, reviewed
from speechgen.discovery import UNITS, show, unit_files
from speechgen.jobs import plan
from speechgen.output import OutputFolder
from speechgen.unexpected import problems_of
from speechgen.workspace import load_unit

if TYPE_CHECKING:
    from speechgen.across import Across
    from speechgen.checks.facts import Beside
    from speechgen.problem import Problem
    from speechgen.review import Reviewer


class Checked(NamedTuple):
    """What was found in one file: a unit file, or a finished speech; `failed` where it could not be checked."""

    file: Path
    problems: tuple[Problem, ...]
    failed: bool = False


def checked(batch: Batch, jobs: Sequence[Job], finished: Sequence[Finished]) -> Iterator[Checked]:
    """Each file's problems, as soon as they are known; at the end what is wrong only beside others."""
    # A unit is compared with others once, by the first of its speeches: its own are alike, and have the same figures.
    compared = {job.unit.resolve() for job in jobs if job.formats}
    for outcome in batch.check(jobs):
        yield Checked(outcome.unit, (*outcome.problems, *outcome.found))
    for job, review in zip(finished, reviewed([(job, None) for job in finished], batch.composer), strict=True):
        about = (job.unit or job.path).resolve()
        if about not in compared:
            compared.add(about)
            batch.across.add(review)
        yield Checked(job.path, review.problems)
    yield from together(batch, jobs, finished)


def together(batch: Batch, jobs: Sequence[Job], finished: Sequence[Finished] = ()) -> Iterator[Checked]:
    """What is wrong with speeches only beside one another, when each has been reviewed."""
    try:
        beside = beside_others(batch.across, batch.composer)
    except Exception as error:  # no unit can be compared: one problem, at the first of them
        first = next(iter([*(job.unit for job in jobs), *(job.path for job in finished)]))
        yield Checked(first, problems_of(first, error), failed=True)
        return
    finally:
        batch.across.close()
    again = [(job, beside[show(job.unit)]) for job in jobs if show(job.unit) in beside]
    for (job, _), unit in zip(again, composed(again, replace(batch.composer, formats={})), strict=True):
        if unit.review is None:  # its file has been changed or deleted meanwhile
            yield Checked(job.unit, unit.problems, failed=True)
        else:
            yield Checked(job.unit, unit.review.beside)
    read_again = [(job, beside[job.shown]) for job in finished if job.shown in beside]
    for (speech, _), review in zip(read_again, reviewed(read_again, batch.composer), strict=True):
        yield Checked(speech.path, review.beside)


def beside_all(composer: Composer, jobs: Sequence[Job], *, force: bool) -> Mapping[str, Beside]:
    """What is known of the jobs' speeches only beside all others of their workspaces, by the names of the unit files,
    before any of them is written: their review pages tell it, whichever units a run is for.

    A speech that a person has changed, and that a run keeps without `force`, is not what is read out.
    """
    batch = Batch(replace(composer, formats={}))
    with_other_years(batch.across, composer.reviewers.values())
    named = {job.unit.resolve() for job in jobs}
    roots = dict.fromkeys(job.workspace.root for job in jobs if job.workspace)
    others = plan([unit for root in roots for unit in unit_files(root / UNITS)], formats=[], output=None)
    compared = [*(job for job in others if job.unit.resolve() not in named), *jobs]
    try:
        for _ in batch.check(compared if force else list(_not_kept(compared))):
            pass
        return beside_others(batch.across, composer)
    finally:
        batch.across.close()


def _not_kept(jobs: Sequence[Job]) -> Iterator[Job]:
    """The jobs none of whose files a person has changed."""
    folders = {path: OutputFolder(path) for path in {job.folder for job in jobs}}
    for job in jobs:
        if not any(folders[job.folder].is_changed_by_a_person(name) for name in job.names.values()):
            yield job


def beside_others(across: Across, composer: Composer) -> Mapping[str, Beside]:
    """What is known of the speeches that were added only beside one another, by the names of the unit files."""
    share = min((reviewer.settings.share for reviewer in composer.reviewers.values()), default=1.0)
    return across.beside(share)


def with_other_years(across: Across, reviewers: Iterable[Reviewer]) -> None:
    """Let the figures of the unit files that the settings' `compare:` names be known."""
    for reviewer in reviewers:
        from speechgen.proofread import unit_facts
        from speechgen.review import exact_metrics

        for folder in reviewer.settings.compare if reviewer.root else ():
            for path in unit_files(Path(reviewer.root or "", folder)):
                with suppress(Exception):  # last year's files are not what is checked
                    across.with_metrics(show(path), exact_metrics(unit_facts(load_unit(path), None)))
