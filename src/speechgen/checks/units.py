"""Other units: names that do not belong in this unit's speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class OtherUnits:
    """The names of a workspace's units, in an automaton: to look for ten thousand takes no longer than for ten."""

    def __init__(self, owners: Mapping[str, tuple[str, ...]]) -> None:
        """`owners` says for each name which unit files have it."""
        self._owners = dict(owners)
        self._names = list(owners)
        self._automaton: AhoCorasick | None = None

    def __reduce__(self) -> tuple[type[OtherUnits], tuple[Mapping[str, tuple[str, ...]]]]:
        """Other processes are given the names, and build the automaton for themselves."""
        return OtherUnits, (self._owners,)

    def owners(self, name: str) -> tuple[str, ...]:
        """The unit files that have this name."""
        return self._owners[name]

    def find(self, text: str, known: Iterable[str] = ()) -> Iterator[tuple[int, int]]:
        """Where names stand in a text, the longest that begins at each place; `known` are names to be found too."""
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick, MatchKind

            self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        for _, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end
