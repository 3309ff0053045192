"""Plain text: a paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.finished.structure import Block
from speechgen.problem import Place
from speechgen.speech import Run, Source


def blocks(text: str, shown: str) -> Iterator[Block]:
    """Each line that is not blank, without the white space around it."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        words = line.strip()
        if words:
            place = Place(shown, number, line.index(words[0]) + 1)
            yield Block((Run(words, False, Source(place)),))
