"""Quotation marks in English."""

from __future__ import annotations

from speechgen.language.en.values import to_text
from speechgen.language.quotation import in_quotes


def quoted(value: object, marks: object = "“”") -> str:
    """A text in quotation marks; with "‘’", in single ones. Marks within it are changed to the other kind.

    "ready to learn" | quoted    “ready to learn”
    "ready to learn" | quoted("‘’")    ‘ready to learn’
    "the “open door” policy" | quoted    “the ‘open door’ policy”
    """
    return in_quotes(to_text(value), marks)
