"""The quantities of a speech, by sentence and by measure word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rules.figures.quantities import LONGEST, Quantity, arabic, chinese, half_width
from speechgen.checks.rules.numerals import SCALES
from speechgen.checks.rules.patterns import lazily

if TYPE_CHECKING:
    from decimal import Decimal

    from speechgen.checks.rule import Draft

_MAX_COMPARED = 150  # quantities that one is compared with, so that time is linear
# Sentences with these are searched for Chinese numerals too.
_SUM_WORDS = PatternWithinSentence(lazily("其中|分别|合计|占|相加"))


class Sentence(NamedTuple):
    """A sentence and its quantities in order."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]


class Figures:
    """The figures of a speech.

    `text`: the draft's text with ASCII digits. `sentences`: those with a quantity. `by_kind`: the quantities by measure
    word. Chinese numerals are only read in sentences with several Arabic numbers or with words like 其中 and 合计.
    """

    def __init__(self, draft: Draft) -> None:
        text = half_width(draft.text[:LONGEST])
        in_digits = list(arabic(text))
        in_digits.reverse()  # to pop the next one from the end
        in_numerals = chinese(text)
        sum_words = [spot.start for spot in _SUM_WORDS.spots(draft.text)]
        sentences: list[Sentence] = []
        everything: list[Quantity] = []
        for start, end in draft.sentences:
            if start >= LONGEST:
                break
            here: list[Quantity] = []
            while in_digits and in_digits[-1].start < end:
                if (quantity := in_digits.pop()).start >= start:
                    here.append(quantity)
            if len(here) > 1 or bisect_left(sum_words, start) < bisect_left(sum_words, end):
                first, last = (bisect_left(in_numerals, (at,)) for at in (start, end))
                here = sorted((*here, *in_numerals[first:last]))
            if here:
                sentences.append(Sentence(start, end, tuple(here)))
                everything += here
        by_kind: dict[str, list[Quantity]] = {}
        for quantity in everything:
            by_kind.setdefault(quantity.kind, []).append(quantity)
        self.draft = draft
        self.text = text
        self.quantities: Sequence[Quantity] = everything
        self.sentences: Sequence[Sentence] = sentences
        self.by_kind: Mapping[str, Sequence[Quantity]] = by_kind

    def before(self, quantity: Quantity, limit: int = _MAX_COMPARED) -> Sequence[Quantity]:
        """The last quantities before this one with the same measure word, at most `limit`."""
        same = self.by_kind.get(quantity.kind, ())
        at = bisect_left(same, quantity)
        return same[max(0, at - limit) : at]

    def within(self, kind: str, start: int, end: int, limit: int = _MAX_COMPARED) -> Sequence[Quantity]:
        """The last quantities in `text[start:end]` with this measure word, at most `limit`."""
        same = self.by_kind.get(kind, ())
        last = bisect_left(same, (end,))
        return [each for each in same[max(0, last - limit) : last] if each.start >= start]

    def words(self, quantity: Quantity) -> str:
        """A quantity as written in the speech: 2400份."""
        return self.draft.text[quantity.start : quantity.end]

    def shown(self, value: Decimal, like: Quantity) -> str:
        """A value written in the unit of another quantity: 6480万元."""
        scale = self.text[like.start : like.number_end].lstrip("0123456789.,")
        return f"{value / SCALES.get(scale, 1):f}{scale if scale in SCALES else ''}{like.measure}"
