"""Which missing values are reported already, as they are or as a consequence of another problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechgen.model import Place, Problem
from speechgen.reading import Value, path_steps, value_at


class Reported:
    """The problems of a unit's values that are known."""

    def __init__(self, known: Iterable[Problem]) -> None:
        self._places: set[Place] = set()
        self._missing: set[str] = set()
        for problem in known:
            self.add(problem)

    def add(self, problem: Problem) -> None:
        """Add a problem to those that are known."""
        if problem.path is None:
            self._places.add(problem.place)
        else:
            self._missing.add(problem.path)

    def covers_value(self, value: Value | None) -> bool:
        """Whether a given value or an item of it is reported: a list without its invalid items may seem to be empty."""
        items = value.content if value is not None and isinstance(value.content, list) else []
        return value is not None and not self._places.isdisjoint(each.place for each in (value, *items))

    def covers(self, problem: Problem, values: Value) -> bool:
        """Whether a problem need not be reported: its value, a part of it or the block around it has been.

        `values` are the unit's, of all layers.
        """
        path = problem.path
        if path is None:
            return problem.place in self._places
        if any(_is_within(path, each) or _is_within(each, path) for each in self._missing):
            return True
        steps = path_steps(path)
        given = value_at(values, steps)
        if given is not None:
            return not self._places.isdisjoint(_places(given))
        blocks = (value_at(values, steps[:length]) for length in range(1, len(steps)))
        return any(each.place in self._places for each in blocks if each and not isinstance(each.content, dict))


def _is_within(path: str, block: str) -> bool:
    return path == block or path.startswith((f"{block}.", f"{block}["))


def _places(value: Value) -> Iterator[Place]:
    yield value.place
    children = value.content.values() if isinstance(value.content, dict) else value.content
    for child in children if not isinstance(children, str) and children is not None else ():
        yield from _places(child)
