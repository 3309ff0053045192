"""Splitting paragraphs into sentences, so that the large layout can keep each sentence on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechgen.language import language


class Piece(NamedTuple):
    """Text that is all bold or all not bold."""

    text: str
    bold: bool


def sentences(pieces: Sequence[Piece], code: str) -> Iterator[list[Piece]]:
    """Yield the pieces of each sentence, in the language with this code. Joined, they are the whole text."""
    text = "".join([piece.text for piece in pieces])
    ends = [found.end() for found in re.finditer(language(code).word_layout.sentence_end, text)]
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
