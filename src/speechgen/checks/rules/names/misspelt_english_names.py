"""Misspelt names in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.typos import Misspelling, typos
from speechgen.checks.rules.patterns import lazily

_MIN_LENGTH = 6  # letters; shorter names differ too little from other words
_WORDS = lazily(r"[A-Za-z][A-Za-z .'-]*[A-Za-z]")
_LETTER = lazily("[A-Za-z]")
_TITLE = lazily(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\.? $")


def misspelt_english_names(text: str, facts: Facts, name: str, path: str) -> Iterator[Misspelling]:
    """Yield each misspelling of a name, and of its last word as a surname after Mr, Ms and the like."""
    if len(name) >= _MIN_LENGTH:
        yield from _whole_words(text, facts, name, path)
    surname = name.rpartition(" ")[2]
    if (
        surname != name
        and len(surname) >= _MIN_LENGTH - 2
        and not path.startswith(("unit.name", "unit.short", "mentions"))
    ):
        for misspelling in _whole_words(text, facts, surname, path):
            if _TITLE.search(text, max(0, misspelling.typo.start - 12), misspelling.typo.start):
                yield misspelling


def _whole_words(text: str, facts: Facts, name: str, path: str) -> Iterator[Misspelling]:
    for typo in typos(text, name):
        words = text[typo.start : typo.end]
        is_joined = _LETTER.match(text[max(0, typo.start - 1) : typo.start]) or _LETTER.match(text, typo.end)
        is_same = words.lower() == name.lower() or words.rstrip("s'") == name or "  " in words  # the Whitcombes
        if _WORDS.fullmatch(words) and not (
            is_joined or is_same or re.search(rf"\b{re.escape(words)}\b", facts.all_text)
        ):
            yield Misspelling(typo, name, path, True)
