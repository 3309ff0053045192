"""One run of `check`: units and edited speeches, each for itself and then compared with one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from speechgen.model import Problem
from speechgen.pipeline.build import Builder, Built, build_all
from speechgen.pipeline.checkers import compare_other_years, prepare
from speechgen.pipeline.conflicts import UnitNames, collisions
from speechgen.pipeline.unexpected import problems_of

if TYPE_CHECKING:
    from speechgen.checks import Comparison
    from speechgen.pipeline.plan import PlannedUnit


def check(planned: Sequence[PlannedUnit], template: str | None) -> Iterator[Problem]:
    """Every problem of the units, of the speeches that would be generated, and of the edited speeches; nothing is
    written.

    Raises SpeechgenError where a workspace's settings have problems.
    """
    from speechgen.checks import Comparison

    planned, _, checkers = prepare(planned)
    yield from collisions(planned).values()
    names = UnitNames()
    with closing(Comparison(checkers)) as comparison:
        compare_other_years(comparison)
        for built in build_all(planned, Builder(template, checkers, formats={})):
            yield from built.problems
            yield from names.repeated(built)
            for checked in (built.checked, *built.edited):
                yield from checked.problems if checked else ()
            yield from _add_first(comparison, built)
        for problems in comparison.problems().values():
            yield from problems


def _add_first(comparison: Comparison, built: Built) -> tuple[Problem, ...]:
    """Compare a unit once, by the first of its speeches: its own are alike, and have the same figures."""
    speeches = (each.compared for each in (built.checked, *built.edited) if each is not None)
    compared = next((each for each in speeches if each is not None), None)
    try:
        if compared is not None:
            comparison.add(compared)
    except Exception as error:
        return problems_of(built.planned.file, error)
    return ()
