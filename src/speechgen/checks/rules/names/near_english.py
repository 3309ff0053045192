"""Names in Latin letters, spelt almost as in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.slips import Almost, slips
from speechgen.checks.rules.patterns import lazily

_SHORTEST = 6  # letters: of a shorter name there are many neighbours
_WORDS = lazily(r"[A-Za-z][A-Za-z .'-]*[A-Za-z]")
_LETTER = lazily("[A-Za-z]")
_TITLE = lazily(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\.? $")


def english_almost(text: str, facts: Facts, name: str, path: str) -> Iterator[Almost]:
    """Where a text has almost this name, and almost its surname after Mr, Ms and the like."""
    if len(name) >= _SHORTEST:
        yield from _whole_words(text, facts, name, path)
    surname = name.rpartition(" ")[2]
    if (
        surname != name
        and len(surname) >= _SHORTEST - 2
        and not path.startswith(("unit.name", "unit.short", "mentions"))
    ):
        for almost in _whole_words(text, facts, surname, path):
            if _TITLE.search(text, max(0, almost.slip.start - 12), almost.slip.start):
                yield almost


def _whole_words(text: str, facts: Facts, name: str, path: str) -> Iterator[Almost]:
    for slip in slips(text, name):
        said = text[slip.start : slip.end]
        is_joined = _LETTER.match(text[max(0, slip.start - 1) : slip.start]) or _LETTER.match(text, slip.end)
        is_same = said.lower() == name.lower() or said.rstrip("s'") == name or "  " in said  # the Whitcombes
        if _WORDS.fullmatch(said) and not (is_joined or is_same or re.search(rf"\b{re.escape(said)}\b", facts.said)):
            yield Almost(slip, name, path, True)
