"""One run of `check`: check units and edited speeches one by one, then compare them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechgen.model import Problem
from speechgen.pipeline.build import Builder, build_all
from speechgen.pipeline.checkers import comparison_of, prepare
from speechgen.pipeline.comparing import Comparing
from speechgen.pipeline.conflicts import UnitNames, collisions
from speechgen.pipeline.orphans import orphans

if TYPE_CHECKING:
    from speechgen.pipeline.plan import PlannedUnit


def check(planned: Sequence[PlannedUnit], template: str | None) -> Iterator[Problem]:
    """Yield the problems of units, of the speeches that would be generated, and of edited speeches. Writes nothing.

    Raises SpeechgenError if a workspace's settings have problems.
    """
    for orphan in orphans([each for each in planned if each.output]):
        yield orphan.problem
    planned, _, checkers = prepare(planned)
    yield from collisions(planned).values()
    names = UnitNames()
    with comparison_of(checkers) as comparison:
        comparing = Comparing(comparison)
        for built in build_all(planned, Builder(template, checkers, writes=False)):
            yield from built.problems
            yield from names.repeated(built)
            for checked in (built.checked, *built.edited):
                yield from checked.problems if checked else ()
            # A unit's first speech: its others are similar.
            speeches = (each for each in (built.checked, *built.edited) if each and each.compared)
            yield from comparing.add(built.planned.file, next(speeches, None))
        if comparing.problem is not None:
            yield comparing.problem
        for problems in comparing.found().values():
            yield from problems
