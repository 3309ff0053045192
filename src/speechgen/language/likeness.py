"""How much a text looks like a language: used to find the language of an edited speech whose unit file is not known."""

from __future__ import annotations

import re
from collections.abc import Callable

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_ENGLISH_WORDS = "the of and to in that is we you for are with this have our from"


def latin_words(text: str) -> float:
    """How many words in Latin letters a text has."""
    return len(_LATIN_WORD.findall(text))


def by_common_words(words: str) -> Callable[[str], float]:
    """The likeness of a language in Latin letters, from words that are common in it and that English does not have.

    by_common_words("le la les des et est que nous vous pour") is for French.
    """
    own, english = _any_of(words), _any_of(_ENGLISH_WORDS)

    def likeness(text: str) -> float:
        return latin_words(text) + len(own.findall(text)) - len(english.findall(text))

    return likeness


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, words.split()))})\b")
