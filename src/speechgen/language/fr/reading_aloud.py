"""How French is read aloud."""

from __future__ import annotations

from speechgen.language.reading_aloud import ReadingAloud
from speechgen.model import lazily

# A figure is one word, with its groups of digits: 12 413,5. So is a word with its elided one: l’équipe.
_WORD = lazily(r"\d[\d\u202f\u00a0,]*|[^\W\d_][\w’'-]*")


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


# Speeches are read at 120 to 160 words a minute.
READING_ALOUD = ReadingAloud(rate=140, unit="mots", length=count_words)
