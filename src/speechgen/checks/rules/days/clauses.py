"""Where the clause or the sentence around a place of a text begins and ends.

They look only so far, so that the time of a rule grows with the text, and not with its square.
"""

from __future__ import annotations

CLAUSE = "，。；：、！？,;:（(\n"
SENTENCE = "。！？\n"
_FARTHEST = 160


def start_of(text: str, at: int, marks: str = CLAUSE, most: int = _FARTHEST) -> int:
    """The place after the last of the marks before `at`."""
    first = max(0, at - most)
    while at > first and text[at - 1] not in marks:
        at -= 1
    return at


def end_of(text: str, at: int, marks: str = CLAUSE, most: int = _FARTHEST) -> int:
    """The place of the first of the marks from `at` on."""
    last = min(len(text), at + most)
    while at < last and text[at] not in marks:
        at += 1
    return at
