"""How English is read aloud."""

from __future__ import annotations

import re

from speechgen.language.reading_aloud import ReadingAloud

_WORD = re.compile(r"[A-Za-z\d][\w’'.,-]*")


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


READING_ALOUD = ReadingAloud(length=count_words)
