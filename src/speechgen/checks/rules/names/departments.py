"""The words that names of Chinese government departments consist of: 住房, 城乡, 建设 in 市住房和城乡建设局.

Departments have much the same tasks in every county. A word that ends in 局 or 委 is taken for a department if the
words before the suffix, read from right to left, are in the table of sectors; 大局, 布局 and 常委 are not.
"""

from __future__ import annotations

from speechgen.checks.tables import word_set

# Fields of one character, in 市农委, 县教委.
_SHORT_COMMITTEES = frozenset("农教建经科商交体工")
_LONGEST = 8
_JOINTS = "和与及、"


def department(text: str, end: int, suffix: str) -> int | None:
    """Where the department name that ends at `end` begins, without its place: at the 住 of 市住房和城乡建设局.

    None if the words before `suffix` do not name a department.
    """
    sectors, at = word_set("names/sectors"), end - len(suffix)
    parts: list[str] = []
    while True:
        stop = at - 1 if parts and at > 0 and text[at - 1] in _JOINTS else at
        part = next((size for size in range(min(_LONGEST, stop), 1, -1) if text[stop - size : stop] in sectors), 0)
        if not part:
            break
        at = stop - part
        parts.append(text[at:stop])
    words = text[at : end - len(suffix)]
    if suffix == "委":
        if words in word_set("names/committees"):
            return at
        is_short = text[end - 2 : end - 1] in _SHORT_COMMITTEES and text[end - 3 : end - 2] in ("市", "县", "区", "省")
        return end - 2 if not words and is_short else None
    return None if all(part in word_set("names/generic_sectors") for part in parts) else at
