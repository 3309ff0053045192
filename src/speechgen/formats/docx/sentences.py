"""Where sentences end, so that the lectern's pages can keep each in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """Words of one weight."""

    text: str
    bold: bool


_CLOSING = "”’」』）)】》"
# What stands between quotation marks may ask or call and the sentence go on behind them: “怎么办？”他问。
_CHINESE = re.compile(
    f"[！？!?]+(?![！？!?。，、；：{_CLOSING}])"
    f"|[！？!?]+[{_CLOSING}]+(?=[“‘])"
    f"|[！？!?]*。+[！？!?]*[{_CLOSING}]*(?![。！？!?，、；：的{_CLOSING}])"
)
# A capital must follow, and no short form may stand before the stop.
_ENGLISH = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)[.!?]+[”’\"')\]]* +(?=[“‘\"'(]?[A-Z0-9])"
)


def sentences(pieces: Sequence[Piece], language: str) -> Iterator[list[Piece]]:
    """The pieces of each sentence. Together they are the same words."""
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
