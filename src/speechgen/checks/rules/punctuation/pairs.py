"""Match the paired marks of a paragraph: quotation marks, brackets, title marks.

Straight quotation marks and half-width brackets are included, so that （ and ) form a pair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import CLOSING, OPENING, POINTS

STRAIGHT = {'"': "“", "'": "‘", "＂": "“", "＇": "‘"}
CLOSER = dict(zip(OPENING, CLOSING, strict=True))
_KIND = {mark: mark for mark in OPENING} | {closing: opening for opening, closing in CLOSER.items()} | STRAIGHT
_KIND |= {"(": "（", ")": "（", "[": "［", "]": "［"}

# The year in document numbers like 国发〔2014〕5号, and its wrong forms.
DOCUMENT = lazily(r"([\[［【﹝〖(（〔])\s?((?:19|20)[0-9]{2})\s?([\]］】﹞〗)）〕])(?=\s?第?[0-9]{1,5}号)")

# Not paired marks: the apostrophe of don’t, and the ) of 1) and a).
_APOSTROPHE = lazily("(?<=[A-Za-z0-9])['’](?=[A-Za-z])")
_ITEM = lazily(rf"(?:^|[\s{POINTS}“])(?:[0-9]{{1,2}}|[A-Za-z])$")
_USUAL = ("“”", "《》", "（）", "〔〕")
_MARK = lazily("[" + re.escape("".join(_KIND)) + "]")


class Mark(NamedTuple):
    """A paired mark and its position in the paragraph."""

    at: int
    char: str

    @property
    def kind(self) -> str:
        """The full-width opening mark of its pair."""
        return _KIND[self.char]

    @property
    def opens(self) -> bool:
        """Whether it opens a pair; true for a straight mark."""
        return self.char in OPENING or self.char in STRAIGHT or self.char in "(["

    @property
    def side(self) -> str:
        """The key by which it is matched: a straight mark is matched only with a straight one."""
        return self.char if self.char in STRAIGHT else self.kind


class Pair(NamedTuple):
    """An opening and a closing mark. `parent`: the innermost open mark around them."""

    opening: Mark
    closing: Mark
    parent: Mark | None


@lru_cache(maxsize=2048)  # units have most paragraphs in common
def is_plain(text: str) -> bool:
    """Whether a paragraph has only the usual pairs, without nesting, and no 、 between them, as is most common."""
    marks = "".join(_MARK.findall(text))
    for pair in _USUAL:
        marks = marks.replace(pair, "")
    return not marks and "”、“" not in text and "》、《" not in text


def matched(text: str) -> tuple[Sequence[Pair], Sequence[Mark]]:
    """The pairs of a paragraph, in the order of their opening marks, and the unpaired marks.

    A straight mark closes if the same mark is open, otherwise it opens. Marks that are still open within a closed pair
    are unpaired.
    """
    pairs, single, stack = [], [], []
    is_open: Counter[str] = Counter()
    for mark in _marks(text):
        closes = mark.char in ")]" or mark.char in CLOSING or (mark.char in STRAIGHT and is_open[mark.char] > 0)
        if mark.char in STRAIGHT and not closes and text[max(0, mark.at - 1) : mark.at].isdecimal():
            continue  # 5'30"
        if not closes:
            stack.append(mark)
            is_open[mark.side] += 1
        elif not is_open[mark.side]:
            if not (mark.kind == "（" and _ITEM.search(text[max(0, mark.at - 4) : mark.at])):
                single.append(mark)
        else:
            while stack[-1].side != mark.side:
                single.append(stack.pop())
                is_open[single[-1].side] -= 1
            opening = stack.pop()
            is_open[opening.side] -= 1
            pairs.append(Pair(opening, mark, stack[-1] if stack else None))
    return sorted(pairs), sorted(single + stack)


def _marks(text: str) -> Iterator[Mark]:
    no_marks = {found.start() for found in _APOSTROPHE.finditer(text)}
    no_marks |= {at for found in DOCUMENT.finditer(text) for at in (found.start(1), found.start(3))}
    for found in _MARK.finditer(text):
        if found.start() not in no_marks:
            yield Mark(found.start(), found[0])
