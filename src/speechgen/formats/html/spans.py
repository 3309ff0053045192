"""Which problems are about which words of a paragraph. A long value can have tens of thousands of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable

from speechgen.formats.html.findings import Finding, severest
from speechgen.model import Severity


class Spans:
    """The findings in a paragraph of `length` characters: where each begins and ends, and what covers each character.

    A finding without words is shown after the character before it.
    """

    def __init__(self, found: Iterable[Finding], length: int) -> None:
        self._ending: dict[int, list[Finding]] = {}
        beginning: dict[int, list[Finding]] = {}
        for each in found:
            start, end = _span(each, length)
            self._ending.setdefault(end, []).append(each)
            beginning.setdefault(start, []).append(each)
        self._ends = sorted(self._ending)
        self._cuts = sorted({*beginning, *self._ending})
        self._severities: list[Severity | None] = []  # of the text from each cut to the next
        covering: Counter[Severity] = Counter()
        for cut in self._cuts:
            covering.subtract(each.problem.severity for each in self._ending.get(cut, ()))
            covering.update(each.problem.severity for each in beginning.get(cut, ()))
            self._severities.append(severest(+covering))

    def ending_at(self, position: int) -> tuple[Finding, ...]:
        """The findings that end at a position."""
        return tuple(self._ending.get(position, ()))

    def ends_between(self, first: int, last: int) -> list[int]:
        """The positions between two others, without these, where a finding ends."""
        return _between(self._ends, first, last)

    def cuts_between(self, first: int, last: int) -> list[int]:
        """The positions between two others, without these, where a finding begins or ends."""
        return _between(self._cuts, first, last)

    def severity_from(self, position: int) -> Severity | None:
        """The highest severity of the findings that cover the text from a position to the next cut."""
        number = bisect_right(self._cuts, position) - 1
        return self._severities[number] if number >= 0 else None


def _between(positions: list[int], first: int, last: int) -> list[int]:
    return positions[bisect_right(positions, first) : bisect_left(positions, last)]


def _span(finding: Finding, length: int) -> tuple[int, int]:
    spot = finding.problem.spot
    start, end = (spot.start, spot.end) if spot else (0, 0)
    return (start, min(end, length)) if end > start else (start, min(max(start, 1), length))
