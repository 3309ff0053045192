"""Reading plain text: each line is a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.formats.block import Block, decoded_text
from speechgen.model import Place, Run, Source


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield each line that is not blank, stripped of white space."""
    for number, line in enumerate(
        decoded_text(content, shown).replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1
    ):
        words = line.strip()
        if words:
            place = Place(shown, number, line.index(words[0]) + 1)
            yield Block((Run(words, False, Source(place)),))
