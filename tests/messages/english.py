"""English sentences that are left in a text that should be Chinese."""

from __future__ import annotations

import re

# Three words in a row. What a user types and the names in a template have fewer.
_SENTENCE = re.compile(r"\b[A-Za-z]+(?:,? [a-z']+){2,}")
_CODE = re.compile(r"`[^`]*`|\{[^}]*\}")


def english_in(text: str) -> list[str]:
    """The English sentences in a text, except those in code."""
    return _SENTENCE.findall(_CODE.sub("", text))
