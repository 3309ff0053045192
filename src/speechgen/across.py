"""Many speeches beside one another: two that are alike, two units with the same figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from speechgen.checks.alike import Likenesses
from speechgen.checks.facts import Beside

if TYPE_CHECKING:
    from speechgen.problem import Place, Problem
    from speechgen.review import Review

# Reviews a speech once more, by its name, knowing what is near to it; None where it cannot be read any more.
Again: TypeAlias = "Callable[[str, Beside], Review | None]"


@dataclass
class Across:
    """What is kept of each speech, to compare it with the others of a run."""

    _likenesses: Likenesses = field(default_factory=Likenesses)
    _names: list[str] = field(default_factory=list)
    _first: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)
    _beside: dict[str, Beside] = field(default_factory=dict)
    _metrics: dict[str, Place] = field(default_factory=dict)

    def add(self, review: Review) -> None:
        """One more speech."""
        self._names.append(review.name)
        self._likenesses.add(review.name, review.words)
        other = self.with_metrics(review.name, review.metrics)
        if other is not None and review.metrics_place is not None:
            self._beside[review.name] = Beside(same_metrics=other)
            self._metrics[review.name] = review.metrics_place

    def with_metrics(self, name: str, metrics: tuple[tuple[str, str], ...]) -> str | None:
        """The unit file that was the first with these figures, if that is another one; else this one is from now on."""
        first = self._first.setdefault(metrics, name) if metrics else name
        return first if first != name else None

    def problems(self, share: float, again: Again) -> Iterator[tuple[str, Problem]]:
        """What is wrong with speeches only beside one another, each with the name of its review.

        `share` is the part of the words from which two are alike.
        """
        for number, likeness in self._likenesses.near(share):
            name = self._names[number]
            self._beside[name] = self._beside.get(name, Beside())._replace(alike=likeness)
        for name, beside in self._beside.items():
            review = again(name, beside)
            for problem in review.problems if review else ():
                if problem.code == "alike" or (problem.code == "figure" and problem.place == self._metrics.get(name)):
                    yield name, problem

    def close(self) -> None:
        """Give back what the comparison needed."""
        self._likenesses.close()
