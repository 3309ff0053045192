"""Many speeches beside one another: two that are alike, two units with the same figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.checks.alike import Likenesses
    from speechgen.checks.facts import Beside
    from speechgen.review import Review


@dataclass
class Across:
    """What is kept of each speech, to compare it with the others of a run."""

    _likenesses: Likenesses | None = None  # made with the first speech: a run without rules imports none
    _names: list[str] = field(default_factory=list)
    _first: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)
    _same_metrics: dict[str, Beside] = field(default_factory=dict)

    def add(self, review: Review) -> None:
        """One more speech."""
        from speechgen.checks.alike import Likenesses
        from speechgen.checks.facts import Beside

        if self._likenesses is None:
            self._likenesses = Likenesses()
        self._likenesses.add(review.name, review.words)
        self._names.append(review.name)
        other = self.with_metrics(review.name, review.metrics)
        if other is not None:
            self._same_metrics[review.name] = Beside(same_metrics=other)

    def with_metrics(self, name: str, metrics: tuple[tuple[str, str], ...]) -> str | None:
        """The unit file that was the first with these figures, if that is another one; else this one is from now on."""
        first = self._first.setdefault(metrics, name) if metrics else name
        return first if first != name else None

    def beside(self, share: float) -> Mapping[str, Beside]:
        """What is known of speeches only beside one another, by the names of their reviews.

        `share` is the part of the words from which two are alike.
        """
        if self._likenesses is None:
            return {}
        from speechgen.checks.facts import Beside

        found = dict(self._same_metrics)
        for number, likeness in self._likenesses.near(share):
            name = self._names[number]
            found[name] = found.get(name, Beside())._replace(alike=likeness)
        return found

    def nearest(self) -> Mapping[str, tuple[str, float]]:
        """For each speech the one that is most like it, however little, and the share of words in common.

        Speeches are called by the names of their reviews.
        """
        return self._likenesses.nearest() if self._likenesses else {}

    def close(self) -> None:
        """Give back what the comparison needed."""
        if self._likenesses is not None:
            self._likenesses.close()
