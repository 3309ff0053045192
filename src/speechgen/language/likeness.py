"""Scores of how likely a text is in a language, to detect that of an edited speech whose unit file is not known."""

from __future__ import annotations

import re
from collections.abc import Callable

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_ENGLISH_WORDS = "the of and to in that is we you for are with this have our from"


def latin_words(text: str) -> float:
    """The number of words in Latin letters."""
    return len(_LATIN_WORD.findall(text))


def by_common_words(words: str) -> Callable[[str], float]:
    """The score for a language in Latin letters, given common words of it that are not English.

    For French: by_common_words("le la les des et est que nous vous pour")
    """
    own, english = _any_of(words), _any_of(_ENGLISH_WORDS)

    def likeness(text: str) -> float:
        return latin_words(text) + len(own.findall(text)) - len(english.findall(text))

    return likeness


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, words.split()))})\b")
