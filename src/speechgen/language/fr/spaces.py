"""The spaces of French typography.

Lexique des règles typographiques en usage à l'Imprimerie nationale: a thin space that does not break between groups of
three digits and before ; ! and ?, and a word space that does not break inside « », before : and before %.
"""

from __future__ import annotations

THIN = "\u202f"
UNBROKEN = "\u00a0"

_FRENCH = str.maketrans({",": THIN, ".": ","})


def grouped(digits: str) -> str:
    """Digits as Python groups them, `2,413.5`, in French: 2 413,5."""
    return digits.translate(_FRENCH)
