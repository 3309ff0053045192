"""Find the start and end of the clause or sentence around a position in a text.

The search is limited, so that a rule takes time in proportion to the text, not to its square.
"""

from __future__ import annotations

CLAUSE = "，。；：、！？,;:（(\n"
SENTENCE = "。！？\n"
_MAX_DISTANCE = 160  # characters


def start_of(text: str, at: int, marks: str = CLAUSE, limit: int = _MAX_DISTANCE) -> int:
    """The position after the last of the marks before `at`, at most `limit` characters back."""
    first = max(0, at - limit)
    while at > first and text[at - 1] not in marks:
        at -= 1
    return at


def end_of(text: str, at: int, marks: str = CLAUSE, limit: int = _MAX_DISTANCE) -> int:
    """The position of the first of the marks from `at` on, at most `limit` characters ahead."""
    last = min(len(text), at + limit)
    while at < last and text[at] not in marks:
        at += 1
    return at
