"""Lists in English."""

from __future__ import annotations

from speechgen.language.en.values import to_text
from speechgen.language.to_text import item_texts


def series(value: object, last: str = "and") -> str:
    """The items of a list, with a word before the last one; with "" for that word, commas throughout.

    ["the bureau", "its offices", "its staff"] | series    the bureau, its offices and its staff
    ["clear", "prompt", "fair"] | series("")    clear, prompt, fair
    """
    *others, final = item_texts(value, to_text)
    if not others:
        return final
    return ", ".join(others) + (f" {last} " if last else ", ") + final
