"""One run of `generate`: build, check and write each unit. A unit with errors does not affect the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats import shows_comparison
from speechgen.model import Problem
from speechgen.pipeline.atomic_write import write_problem
from speechgen.pipeline.build import Builder, Built, build_all, with_deferred_files
from speechgen.pipeline.checkers import comparison_of
from speechgen.pipeline.comparing import Comparing
from speechgen.pipeline.conflicts import UnitNames, collisions, replaced_unit
from speechgen.pipeline.output import edited_problem
from speechgen.pipeline.unexpected import problems_of
from speechgen.pipeline.waiting import WaitingUnits

if TYPE_CHECKING:
    from speechgen.checks import Comparison
    from speechgen.pipeline.output import Target, Verdict
    from speechgen.pipeline.plan import PlannedUnit


class Outcome(NamedTuple):
    """The result for a unit: a verdict for each of its files, and its problems.

    `found` are the problems that rules found in the speech; without `--strict` they do not prevent writing. If
    `is_comparison`, the outcome only adds the problems found by comparing all speeches, after the unit's own outcome.
    """

    unit: Path
    verdicts: tuple[tuple[Path, Verdict], ...] = ()
    problems: tuple[Problem, ...] = ()
    found: tuple[Problem, ...] = ()
    is_comparison: bool = False

    @property
    def failed(self) -> bool:
        """Whether the unit's speech was not written because of an error."""
        return any(problem.severity == "error" for problem in self.problems)


class Generation:
    """One run of `generate`. If `strict`, speeches in which rules find errors are not written."""

    def __init__(self, builder: Builder, target: Target, strict: bool = False) -> None:
        self.builder = builder
        self.target = target
        self.strict = strict
        self._names = UnitNames()

    def run(self, planned: Sequence[PlannedUnit], others: Sequence[PlannedUnit] = ()) -> Iterator[Outcome]:
        """Each unit's outcome, as soon as it is known; then what was found when the speeches were compared.

        Units that would write the same file are not built. `others` are the workspace's other units: review pages are
        compared with them too, so that a page is the same however many units a run is for.
        """
        colliding = collisions(planned)
        for unit, problem in colliding.items():
            yield Outcome(unit, problems=(problem,))
        rest = [each for each in planned if each.file not in colliding]
        with closing(self.target):
            if not self.builder.checkers:
                for built in build_all(rest, self.builder):
                    yield self._write(with_deferred_files(built, ()), ())
                return
            with comparison_of(self.builder.checkers) as comparison:
                shows_others = any(
                    shows_comparison(name) for each in rest if each.output for name in each.output.formats
                )
                if self.strict or shows_others:
                    yield from self._compared_first(rest, comparison, others if shows_others else ())
                else:
                    yield from self._one_by_one(rest, comparison)

    def _one_by_one(self, planned: Sequence[PlannedUnit], comparison: Comparison | None) -> Iterator[Outcome]:
        """Write each unit as it is built; compare them at the end."""
        comparing = Comparing(comparison)
        for built in build_all(planned, self.builder):
            outcome = self._write(with_deferred_files(built, ()), self._found(built))
            if not any(verdict == "kept" for _, verdict in outcome.verdicts):
                problems = comparing.add(built.planned.file, built.checked)
                outcome = outcome._replace(problems=(*outcome.problems, *problems))
            yield outcome
        yield from _not_compared(comparing)
        for name, problems in comparing.found().items():
            yield Outcome(Path(name), found=problems, is_comparison=True)

    def _compared_first(
        self, planned: Sequence[PlannedUnit], comparison: Comparison | None, others: Sequence[PlannedUnit]
    ) -> Iterator[Outcome]:
        """Build all, compare them, then write: review pages show what the comparison finds; errors stop a speech."""
        from speechgen.checks import BytesOnDisk

        comparing = Comparing(comparison)
        for built in build_all(others, self.builder.without_files()):
            if not self._is_kept(built):
                comparing.add(built.planned.file, built.checked)
        with closing(BytesOnDisk()) as disk:
            waiting = WaitingUnits(disk)
            for built in build_all(planned, self.builder):
                failure = () if self._is_kept(built) else comparing.add(built.planned.file, built.checked)
                waiting.add(built._replace(problems=(*built.problems, *failure)))
            yield from _not_compared(comparing)
            problems = comparing.found()
            for built in waiting:
                name = built.checked.compared.name if built.checked and built.checked.compared else ""
                compared = problems[name] if name in problems else ()  # noqa: SIM401 - a rule may raise KeyError
                yield self._write_compared(built, compared)

    def _write_compared(self, built: Built, compared: tuple[Problem, ...]) -> Outcome:
        """Write a unit after the comparison has found these problems; with `strict` only if there is no error."""
        found = (*self._found(built), *compared)
        errors = tuple(problem for problem in found if problem.severity == "error") if self.strict else ()
        if errors:
            return Outcome(built.planned.file, problems=(*built.problems, *errors))
        return self._write(with_deferred_files(built, compared), found)

    def _is_kept(self, built: Built) -> bool:
        """Whether a file of the unit was edited and is kept: the generated speech will not be read out."""
        output = built.planned.output
        return output is not None and any(self.target.keeps(output.folder, name) for name in output.names.values())

    def _found(self, built: Built) -> tuple[Problem, ...]:
        return built.checked.problems if built.checked else ()

    def _write(self, built: Built, found: tuple[Problem, ...]) -> Outcome:
        """Write a unit's files. If an edited speech is kept, `found` is left out: the new one will not be read out."""
        problems = [*built.problems, *self._names.repeated(built)]
        verdicts: list[tuple[Path, Verdict]] = []
        output = built.planned.output
        for name, content in built.files.items() if output else ():
            assert output is not None  # noqa: S101 - it has files
            path = output.folder / name
            try:
                replaced = None if verdicts else replaced_unit(built.planned.file, output, self.target)
                if replaced is not None:
                    problems.append(replaced)
                    break
                verdict = self.target.put(output.folder, name, content, built.planned.unit)
            except OSError as error:
                problems.append(write_problem(path, error))
                break
            except Exception as error:
                problems += problems_of(built.planned.file, error)
                break
            verdicts.append((path, verdict))
            if verdict == "kept":
                problems.append(edited_problem(path))
        is_kept = any(verdict == "kept" for _, verdict in verdicts)
        return Outcome(built.planned.file, tuple(verdicts), tuple(problems), () if is_kept else found)


def _not_compared(comparing: Comparing) -> Iterator[Outcome]:
    """Yield the outcome of a comparison that is not complete."""
    if comparing.problem is not None:
        yield Outcome(Path(comparing.problem.place.file), found=(comparing.problem,), is_comparison=True)
