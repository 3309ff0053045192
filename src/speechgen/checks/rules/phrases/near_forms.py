"""Forms of a set phrase that differ by a typing error: a character that sounds or looks alike, one too many or few."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.rules.names.typos import Typo, typos
from speechgen.checks.tables import characters, groups, rows, word_list

_LONG = 8  # characters: in a longer phrase any other character inside may be a typo
_MIN_WITHOUT_ONE = 7  # characters: of a shorter phrase, one with a character less may be another
_MAX_TYPOS = 2  # 社会注意 for 社会主义
_ALSO_RIGHT = frozenset("的地和与及或了之、，；：“”‘’《》 ")  # 稳中求进的工作总基调


def is_typed_for(written: str, phrase: str) -> bool:
    """Whether one character differs and sounds or looks like the right one, also if it is double, as in 遮遮俺俺; or
    two neighbours are swapped, as in 举足重轻.
    """
    if len(written) != len(phrase):
        return False
    differing = [index for index, pair in enumerate(zip(written, phrase, strict=True)) if pair[0] != pair[1]]
    first, last = (differing[0], differing[-1]) if differing else (0, 0)
    if len(differing) == 2 and written[first] == phrase[last] and written[last] == phrase[first]:
        return last - first == 1
    if len({(written[index], phrase[index]) for index in differing}) != 1:
        return False
    return alike(written[first], phrase[first])


class NearForm(NamedTuple):
    """The characters `start` to `end` of a text are almost a phrase; `is_certain` if they cannot be another."""

    start: int
    end: int
    is_certain: bool


def near_forms(text: str, start: int, phrase: str) -> Iterator[NearForm]:
    """Yield where a text has a wrong form of a phrase of more than four characters around `start`."""
    size = len(phrase)
    if start >= 0 and _has_typos(text[start : start + size], phrase):
        yield NearForm(start, start + size, True)
        return
    left = max(0, start - 2)
    around = text[left : start + size + 2]
    for typo in typos(around, phrase):
        if _is_wrong(typo, phrase) and "\n" not in around[typo.start : typo.end]:
            is_certain = typo.kind == "swapped" or (typo.kind != "replaced" and size >= _MIN_WITHOUT_ONE)
            yield NearForm(left + typo.start, left + typo.end, is_certain)


def _has_typos(written: str, phrase: str) -> bool:
    """Whether all differing characters sound or look like the right ones: 中国特色社会注意."""
    if len(written) != len(phrase):
        return False
    differing = [pair for pair in zip(written, phrase, strict=True) if pair[0] != pair[1]]
    return 0 < len(differing) <= _MAX_TYPOS and all(alike(*pair) for pair in differing)


def _is_wrong(typo: Typo, phrase: str) -> bool:
    if typo.kind == "swapped":
        return True
    is_inside = 0 < typo.at < len(phrase) - 1
    if typo.kind == "missing":
        return is_inside and typo.expected not in _ALSO_RIGHT
    if not is_inside or typo.written in _ALSO_RIGHT or not "\u4e00" <= typo.written <= "\u9fff":
        return False
    if typo.kind == "added":
        neighbours = phrase[typo.at - 1 : typo.at + 1]
        return alike(typo.written, neighbours[0]) and not (
            typo.written in neighbours and _is_found_by_repeat(typo.written)
        )
    return len(phrase) >= _LONG and typo.expected not in _ALSO_RIGHT


def _is_found_by_repeat(character: str) -> bool:
    """Whether the rule repeat reports it if it is doubled."""
    return character in characters("repeats/never_doubled") or character in groups("repeats/function_characters")


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, as input methods have it, or look alike."""
    tables = word_list("phrases/lookalikes"), word_list("phrases/shapes")
    if any(one in group and other in group for table in tables for group in table):
        return True
    return not _sounds(one).isdisjoint(_sounds(other))


def _sounds(character: str) -> frozenset[str]:
    """The syllables of a character in the table; importing pypinyin takes 250 ms."""
    lines = rows("phrases/syllables")
    return frozenset(_simplified(syllable) for syllable, sounding in lines if character in sounding)


def _simplified(syllable: str) -> str:
    """A syllable without the differences that typists often miss: zhang and zan."""
    initial = syllable[0] + syllable[2:] if syllable[1:2] == "h" else syllable
    return initial[:-1] if initial.endswith("ng") and initial[-3:-2] in ("a", "e", "i") else initial
