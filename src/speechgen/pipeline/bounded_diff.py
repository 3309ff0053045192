"""Compares two sequences as difflib does, within a bound: its work grows as the cube of what is repeated in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from typing import TypeAlias

# `equal`, `replace`, `delete` or `insert`; the start and end in the first sequence, and in the second.
Opcode: TypeAlias = tuple[str, int, int, int, int]

_MAX_PAIRS = 10_000_000  # of equal items that are looked at: about a second


class BoundedDiff:
    """Compares several sequences with one budget. When that is used up, what differs is one `replace`."""

    def __init__(self) -> None:
        self._left = _MAX_PAIRS

    def opcodes(self, old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
        """How `old` becomes `new`."""
        matcher = _CountingMatcher(old, new, self._left)
        try:
            found: list[Opcode] = list(matcher.get_opcodes())
        except _UsedUpError:
            found = list(_one_replacement(old, new))
        self._left = matcher.left
        return found


class _UsedUpError(Exception):
    """The budget is used up."""


class _CountingMatcher(SequenceMatcher[str]):
    def __init__(self, old: Sequence[str], new: Sequence[str], left: int) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._old, self._counts = old, Counter(new)
        self.left = left

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        self.left -= sum(1 + self._counts[each] for each in self._old[alo:ahi])
        if self.left < 0:
            raise _UsedUpError
        return super().find_longest_match(alo, ahi, blo, bhi)


def _one_replacement(old: Sequence[str], new: Sequence[str]) -> Iterator[Opcode]:
    """All that is between the same beginning and the same end, replaced."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    if start:
        yield "equal", 0, start, 0, start
    yield "replace", start, len(old) - end, start, len(new) - end
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)
