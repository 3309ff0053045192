"""Plain text: a paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.formats.block import Block, text_of
from speechgen.model import Place, Run, Source


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Each line that is not blank, without the white space around it."""
    for number, line in enumerate(
        text_of(content, shown).replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1
    ):
        words = line.strip()
        if words:
            place = Place(shown, number, line.index(words[0]) + 1)
            yield Block((Run(words, False, Source(place)),))
