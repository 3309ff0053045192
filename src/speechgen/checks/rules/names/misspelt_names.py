"""Misspelt names in languages that separate words by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.typos import Misspelling, typos
from speechgen.checks.rules.patterns import lazily

_MIN_LENGTH = 6  # letters; shorter names differ too little from other words
_WORDS = lazily(r"[^\W\d_](?:[^\W\d_]|[ .'’-])*[^\W\d_]")
_LETTER = lazily(r"[^\W\d_]")
_LAST_WORD = lazily(r"\b([^\W\d_]+)\.?[ \xa0\u202f]$")
_BEFORE_NAME = 12  # characters, for a title such as Professor


def misspelt_names(text: str, facts: Facts, name: str, path: str, titles: Sequence[str] = ()) -> Iterator[Misspelling]:
    """Yield each misspelling of a name, and of its last word as a surname after one of the titles, such as Mr."""
    if len(name) >= _MIN_LENGTH:
        yield from _whole_words(text, facts, name, path)
    surname = name.rpartition(" ")[2]
    if (
        surname != name
        and len(surname) >= _MIN_LENGTH - 2
        and not path.startswith(("unit.name", "unit.short", "mentions"))
    ):
        for misspelling in _whole_words(text, facts, surname, path):
            start = misspelling.typo.start
            before = re.fullmatch(
                r".*?\b([^\W\d_]+)\.?[ \xa0\u202f]", text[max(0, start - _BEFORE_NAME) : start], re.DOTALL
            )
            if before and before[1] in titles:
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
