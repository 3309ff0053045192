"""English phrases that are often written as they sound: should of, for all intensive purposes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import rows
from speechgen.messages import translated

_SPACE = "_"  # in the table, whose columns are separated by spaces


def english_phrases(text: str) -> Iterator[Finding]:
    """Yield each phrase of the table, in capitals or not."""
    phrases = _phrases()
    for found in _pattern().finditer(text):
        written, right = found[0], phrases[found[0].lower()]
        if written[0].isupper():
            right = right[0].upper() + right[1:]
        yield Finding(
            *found.span(),
            translated("{written} is a misspelling of {right}", written=written, right=right),
            translated("write {right}", right=right),
            right,
        )


@cache
def _pattern() -> re.Pattern[str]:
    return lazily(rf"\b(?:{'|'.join(map(re.escape, _phrases()))})\b", re.IGNORECASE)


@cache
def _phrases() -> Mapping[str, str]:
    return {written.replace(_SPACE, " "): right.replace(_SPACE, " ") for written, right in rows("phrases/english")}
