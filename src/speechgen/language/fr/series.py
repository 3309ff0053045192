"""Lists in French."""

from __future__ import annotations

from speechgen.language.fr.values import to_text
from speechgen.language.to_text import item_texts


def series(value: object, last: str = "et") -> str:
    """The items of a list, with a word before the last one; with "" for that word, commas throughout.

    ["le bureau", "ses services", "ses agents"] | series    le bureau, ses services et ses agents
    ["claire", "rapide", "juste"] | series("")    claire, rapide, juste
    """
    *others, final = item_texts(value, to_text)
    if not others:
        return final
    return ", ".join(others) + (f" {last} " if last else ", ") + final
