"""Cue cards: each paragraph below a line with its number, such as `[3]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.formats import Block, Format, Manuscript, decoded_text
from speechgen.model import Place, Run, Source

_NUMBER = re.compile(r"\[[0-9]+\]")


def write(manuscript: Manuscript) -> bytes:
    """The speech in UTF-8, a card for each paragraph, item of a list, and row of a table."""
    cards = [f"[{number}]\n{each.text}\n" for number, each in enumerate(manuscript.speech.paragraphs, start=1)]
    return "\n".join(cards).encode()


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield each line with words. Numbers are not read: whoever moves a card does not renumber the others."""
    for number, line in enumerate(decoded_text(content, shown).splitlines(), start=1):
        words = line.strip()
        if words and not _NUMBER.fullmatch(words):
            place = Place(shown, number, line.index(words) + 1)
            yield Block((Run(words, False, Source(place)),))


CARDS = Format(write, read, is_text=True)
