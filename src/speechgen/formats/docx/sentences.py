"""Splitting paragraphs into sentences, so that the large layout can keep each sentence on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """Text that is all bold or all not bold."""

    text: str
    bold: bool


_CLOSING = "”’」』）)】》"
# A question or exclamation in quotation marks does not end the sentence around it: “怎么办？”他问。
_CHINESE = re.compile(
    f"[！？!?]+(?![！？!?。，、；：{_CLOSING}])"
    f"|[！？!?]+[{_CLOSING}]+(?=[“‘])"
    f"|[！？!?]*。+[！？!?]*[{_CLOSING}]*(?![。！？!?，、；：的{_CLOSING}])"
)
# A capital letter or digit must follow, and the full stop must not be that of an abbreviation.
_ENGLISH = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)[.!?]+[”’\"')\]]* +(?=[“‘\"'(]?[A-Z0-9])"
)


def sentences(pieces: Sequence[Piece], language: str) -> Iterator[list[Piece]]:
    """Yield the pieces of each sentence. Joined, they are the whole text."""
    text = "".join([piece.text for piece in pieces])
    ends = [found.end() for found in (_ENGLISH if language == "en" else _CHINESE).finditer(text)]
    begin = 0
    for end in [*(end for end in ends if text[end:].strip()), len(text)]:
        if text[begin:end].strip():
            yield list(_part(pieces, begin, end))
            begin = end


def _part(pieces: Sequence[Piece], begin: int, end: int) -> Iterator[Piece]:
    offset = 0
    for piece in pieces:
        words = piece.text[max(0, begin - offset) : max(0, end - offset)]
        offset += len(piece.text)
        if words:
            yield Piece(words, piece.bold)
