"""How English is read aloud."""

from __future__ import annotations

from speechgen.language.reading_aloud import ReadingAloud
from speechgen.model import lazily

_WORD = lazily(r"[A-Za-z\d][\w’'.,-]*")


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


READING_ALOUD = ReadingAloud(length=count_words)
