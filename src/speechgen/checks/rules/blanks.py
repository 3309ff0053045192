"""A speech without the blanks that some people type between figures and Chinese characters: 8 月 17 日."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts

_HAN = "\u4e00-\u9fff"
_DIGITS = "0-9０-９%％"
_BLANK = lazily(f"(?<=[{_DIGITS}])[ \u00a0]{{1,2}}(?=[{_HAN}])|(?<=[{_HAN}])[ \u00a0]{{1,2}}(?=[{_DIGITS}])")


def read_without_blanks(
    find: Callable[[Draft, Facts], Iterator[Finding]], draft: Draft, facts: Facts
) -> Iterator[Finding]:
    """What `find` finds in a draft without these blanks, each at its place in the draft as it is."""
    blanks = [found.span() for found in _BLANK.finditer(draft.text)]
    if not blanks:
        yield from find(draft, facts)
        return
    places = _Places(blanks)
    for each in find(_without(blanks, draft), facts):
        yield each._replace(start=places.before(each.start), end=places.before(max(0, each.end - 1)) + 1)


class _Places:
    """Where the characters of a text without blanks are in the text with them."""

    def __init__(self, blanks: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []  # of what follows each blank, in the text without them
        self._removed: list[int] = [0]
        for start, end in blanks:
            self._starts.append(start - self._removed[-1])
            self._removed.append(self._removed[-1] + end - start)

    def before(self, at: int) -> int:
        """The place of the character `at`."""
        return at + self._removed[bisect_right(self._starts, at)]


def _without(blanks: list[tuple[int, int]], draft: Draft) -> Draft:
    """The draft without these characters."""
    removed = {at for start, end in blanks for at in range(start, end)}
    with_blanks = {draft.number(start) for start, _ in blanks}
    paragraphs = list(draft.speech.paragraphs)
    for number in with_blanks:
        at, runs = draft.passages[number].start, []
        for run in paragraphs[number].runs:
            kept = "".join([sign for place, sign in enumerate(run.text, at) if place not in removed])
            at += len(run.text)
            runs += [run._replace(text=kept)] if kept else []
        paragraphs[number] = paragraphs[number]._replace(runs=tuple(runs))
    return Draft(draft.speech._replace(paragraphs=tuple(paragraphs)))
