"""Many units: compose and write each; one bad unit stops no other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.across import Across
from speechgen.compose import Composed, Composer, Job, composed
from speechgen.discovery import show
from speechgen.output import OutputFolder, Verdict, cannot_write
from speechgen.problem import Place, Problem
from speechgen.unexpected import problems_of

if TYPE_CHECKING:
    from speechgen.checks.facts import Beside


class Outcome(NamedTuple):
    """What became of a job: a verdict for each file that its speech has, and what was wrong.

    `found` is what the rules found in the speech: it stands in nobody's way.
    """

    unit: Path
    verdicts: tuple[tuple[Path, Verdict], ...]
    problems: tuple[Problem, ...]
    found: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error stood in the way of the unit's speech."""
        return any(problem.severity == "error" for problem in self.problems)


@dataclass
class Batch:
    """How jobs are run, and what is done with files that are there. What the units' speeches have in common, where
    the composer has reviewers, is known when a run has come to its end: `across`.
    """

    composer: Composer
    force: bool = False
    dry_run: bool = False
    across: Across = field(default_factory=Across)

    def run(self, jobs: Sequence[Job], beside: Mapping[str, Beside] | None = None) -> Iterator[Outcome]:
        """Each job's outcome, as soon as it is known. Jobs that would write one file are not begun.

        `beside` is what is known already of their speeches beside one another, by the names of the unit files: they
        are then not compared once more.
        """
        colliding = collisions(jobs)
        for job in jobs:
            if job.unit in colliding:
                yield Outcome(job.unit, (), (colliding[job.unit],))
        folders: dict[Path, OutputFolder] = {}
        names: dict[tuple[str, str], Place] = {}
        rest = [job for job in jobs if job.unit not in colliding]
        try:
            with closing(
                composed([(job, (beside or {}).get(show(job.unit))) for job in rest], self.composer)
            ) as composing:
                for unit in composing:
                    yield self._written(unit, folders, names, compares=beside is None)
        finally:
            for folder in folders.values():
                folder.close()

    def check(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Every problem of the jobs' units and speeches, with nothing written or looked at in the output folders."""
        for path, problem in collisions(jobs).items():
            yield Outcome(path, (), (problem,))
        names: dict[tuple[str, str], Place] = {}
        for unit in composed([(job, None) for job in jobs], self.composer):
            yield self._found(unit, Outcome(unit.job.unit, (), (*unit.problems, *_same_name(unit, names))))

    def _found(self, unit: Composed, outcome: Outcome, *, compares: bool = True) -> Outcome:
        """The outcome with what the rules found; the speech is kept, to be compared with others."""
        if unit.review is None:
            return outcome
        try:
            if compares:
                self.across.add(unit.review)
        except Exception as error:
            outcome = outcome._replace(problems=(*outcome.problems, *problems_of(unit.job.unit, error)))
        return outcome._replace(found=(*unit.review.problems, *unit.review.beside))

    def _written(
        self,
        unit: Composed,
        folders: dict[Path, OutputFolder],
        names: dict[tuple[str, str], Place],
        *,
        compares: bool,
    ) -> Outcome:
        path = unit.job.folder
        try:
            if path not in folders:
                folders[path] = OutputFolder(path)
            return self._write(unit, folders[path], names, compares=compares)
        except Exception as error:
            return Outcome(unit.job.unit, (), (*unit.problems, *problems_of(unit.job.unit, error)))

    def _write(
        self, unit: Composed, folder: OutputFolder, names: dict[tuple[str, str], Place], *, compares: bool
    ) -> Outcome:
        problems = [*unit.problems, *_same_name(unit, names)]
        verdicts: list[tuple[Path, Verdict]] = []
        put = folder.verdict if self.dry_run else folder.write
        for name, content in unit.files.items():
            path = folder.path / name
            try:
                verdict = put(name, content, force=self.force)
            except OSError as error:
                problems.append(cannot_write(path, error))
                break
            verdicts.append((path, verdict))
            if verdict == "kept":
                problems.append(_kept(path))
        # Where a person's speech is kept, what this one would have said is not what is read out.
        is_kept = any(verdict == "kept" for _, verdict in verdicts)
        outcome = Outcome(unit.job.unit, tuple(verdicts), tuple(problems))
        return outcome if is_kept else self._found(unit, outcome, compares=compares)


def collisions(jobs: Sequence[Job]) -> dict[Path, Problem]:
    """The units whose speech would go to the same file as another's, with the problem of each.

    Names that differ in case or in Unicode form alone are the same file on Windows and macOS.
    """
    folders: dict[Path, str] = {}  # one absolute path for all the jobs of a folder
    owners: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        if job.folder not in folders:
            folders[job.folder] = str(job.folder.absolute())
        for name in job.names.values():
            folded = unicodedata.normalize("NFC", name).casefold()
            owners.setdefault((folders[job.folder], folded), []).append(job)
    found: dict[Path, Problem] = {}
    for sharing in owners.values():
        for job in sharing if len(sharing) > 1 else []:
            others = ", ".join(show(other.unit) for other in sharing if other is not job)
            target = show(job.folder / next(iter(job.names.values())))
            message = f"its speech would be written to {target}, and so would that of {others}"
            problem = Problem(Place(show(job.unit)), "output-collision", message, "rename one of the unit files")
            found.setdefault(job.unit, problem)
    return found


def _same_name(unit: Composed, names: dict[tuple[str, str], Place]) -> Iterator[Problem]:
    """A warning where another unit file has this unit's name: most likely it was copied and not corrected."""
    name = unit.unit_name
    if name is None or not isinstance(name.content, str):
        return
    first = names.setdefault((unit.template, name.content), name.place)
    if first != name.place:
        message = f"{name.content} is the unit of {first.file}:{first.line} too"
        yield Problem(name.place, "same-name", message, "if this file was copied, correct the name", "warning")


def _kept(path: Path) -> Problem:
    message = "was changed by a person since it was generated, and is kept"
    mend = f"--force replaces it, and leaves it in {path.name}.bak"
    return Problem(Place(show(path)), "kept", message, mend, "warning")
