"""One run of `check`: check units and edited speeches one by one, then compare them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechgen.model import Problem
from speechgen.pipeline.build import Builder, Built, build_all
from speechgen.pipeline.checkers import comparison_of, prepare
from speechgen.pipeline.conflicts import UnitNames, collisions
from speechgen.pipeline.orphans import orphans
from speechgen.pipeline.unexpected import problems_of

if TYPE_CHECKING:
    from speechgen.checks import Comparison
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
        for built in build_all(planned, Builder(template, checkers, writes=False)):
            yield from built.problems
            yield from names.repeated(built)
            for checked in (built.checked, *built.edited):
                yield from checked.problems if checked else ()
            yield from _add_first(comparison, built)
        for problems in comparison.problems().values() if comparison else ():
            yield from problems


def _add_first(comparison: Comparison | None, built: Built) -> tuple[Problem, ...]:
    """Add a unit's first speech to the comparison; its others are similar. The problems of an error."""
    speeches = (each.compared for each in (built.checked, *built.edited) if each is not None)
    compared = next((each for each in speeches if each is not None), None)
    try:
        if comparison is not None and compared is not None:
            comparison.add(compared)
    except Exception as error:
        return problems_of(built.planned.file, error)
    return ()
