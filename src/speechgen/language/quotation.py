"""Quotation marks around words that may have marks of their own."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.contract import CannotSay

# The marks within each pair of marks.
_INNER = {"“”": "‘’", "‘’": "“”", "《》": "〈〉", "〈〉": "《》", "「」": "『』", "『』": "「」", "«»": "“”"}


def in_quotes(text: str, marks: object) -> str:
    """`text` in a pair of marks, and with the other kind of marks inside; the text itself if it is quoted already."""
    pair = arguments.words(marks)
    if pair not in _INNER:
        raise CannotSay(f"“{pair}” is not a pair of quotation marks; the pairs are {' '.join(_INNER)}")
    if not text.strip():
        raise CannotSay("there are no words to quote")
    if text[0] == pair[0] and text.find(pair[1]) == len(text) - 1:
        return text
    inner = _INNER[pair]
    swapped = str.maketrans(pair + inner, inner + pair) if inner != "“”" or pair == "‘’" else str.maketrans(pair, inner)
    return pair[0] + text.translate(swapped) + pair[1]
