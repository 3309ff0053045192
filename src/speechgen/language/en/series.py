"""Lists in English."""

from __future__ import annotations

from speechgen.language.en.values import to_text
from speechgen.language.to_text import item_texts


def series(value: object, last: str = "and", oxford: object = False) -> str:
    """The items of a list, with a word before the last one; with "" for that word, commas throughout. With
    `oxford=true`, there is a comma before that word too.

    ["the bureau", "its offices", "its staff"] | series    the bureau, its offices and its staff
    ["clear", "prompt", "fair"] | series("")    clear, prompt, fair
    ["clear", "prompt", "fair"] | series(oxford=true)    clear, prompt, and fair
    ["clear", "fair"] | series("or", oxford=true)    clear or fair
    """
    *others, final = item_texts(value, to_text)
    if not others:
        return final
    comma = "," if oxford and len(others) > 1 else ""
    return ", ".join(others) + (f"{comma} {last} " if last else ", ") + final
