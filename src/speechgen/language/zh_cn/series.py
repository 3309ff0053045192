"""Lists in Chinese.

GB/T 15834-2011, 4.5.3.5: between neighbours in quotation marks, and between neighbours in title marks, there is no 、
"""

from __future__ import annotations

_MARKED = ("”“", "’‘", "》《", "〉〈", "」「", "』『")


def in_series(words: list[str], last: str) -> str:
    """`words` in a row, 、 between them, and `last` before the last one where `last` is not empty: A、B和C."""
    *others, final = words
    if not others or not last:
        return _row(words)
    return _row(others) + last + final


def _row(words: list[str]) -> str:
    row = words[0]
    for word in words[1:]:
        row += word if row[-1] + word[0] in _MARKED else "、" + word
    return row
