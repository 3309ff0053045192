"""Quotation marks around words that may have marks of their own."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import translated

# The marks within each pair of marks.
_INNER = {"“”": "‘’", "‘’": "“”", "《》": "〈〉", "〈〉": "《》", "「」": "『』", "『』": "「」", "«»": "“”"}


def in_quotes(text: str, marks: object) -> str:
    """`text` in a pair of marks, and with the other kind of marks inside; the text itself if it is quoted already."""
    pair = arguments.words(marks)
    if pair not in _INNER:
        raise CannotSay(
            translated(
                "“{marks}” is not a pair of quotation marks; the pairs are {pairs}", marks=pair, pairs=" ".join(_INNER)
            )
        )
    if not text.strip():
        raise CannotSay(translated("there are no words to quote"))
    if text[0] == pair[0] and text.find(pair[1]) == len(text) - 1:
        return text
    return pair[0] + _nested(text, pair, _INNER[pair]) + pair[1]


def _nested(text: str, outer: str, inner: str) -> str:
    """`text` with its marks of both kinds in the right order within `outer`. An apostrophe is not a mark."""
    written = []
    depth = 0
    for at, character in enumerate(text):
        if character in (outer[0], inner[0]):
            depth += 1
            written.append((inner if depth % 2 else outer)[0])
        elif character in (outer[1], inner[1]) and depth and not text[at - 1 : at + 2].replace("’", "").isalpha():
            written.append((inner if depth % 2 else outer)[1])
            depth -= 1
        else:
            written.append(character)
    return "".join(written)
