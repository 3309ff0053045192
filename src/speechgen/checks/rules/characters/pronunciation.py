"""The pronunciation of names: which characters need pinyin, and that pinyin."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from speechgen.checks.tables import characters, pairs

# These are taken for surnames without a unit file, except in _NOT_SURNAMES.
_CLEAR_SURNAMES = frozenset(("尉迟", "万俟", "澹台", "令狐", *"仇单解任查曾盖华朴葛翟牟冼卜燕薄覃区"))
_NOT_SURNAMES = ("单位", "解放", "任何", "查", "区委", "区里", "区直", "区内", "曾经", "华侨", "华人", "燕山")


def places() -> Mapping[str, str]:
    """The pinyin of places whose characters are pronounced differently in other words."""
    return pairs("characters/place_readings")


def surname(name: str, kind: str) -> tuple[str, str]:
    """The surname in a name and its pinyin; empty if it has the usual pronunciation, or may not be a surname."""
    readings = pairs("characters/surname_readings")
    for family in (name[:2], name[:1]):
        is_name = kind == "person" or (
            kind == "addressed" and family in _CLEAR_SURNAMES and not name.startswith(_NOT_SURNAMES)
        )
        if is_name and family in readings and len(name) <= len(family) + 2:
            return family, readings[family]
    return "", ""


def needs_pinyin(character: str) -> bool:
    """Whether many readers will not know the pronunciation of this character, though the usual fonts have it.

    These are the 3,008 less common characters of GB 2312, its second level, but for some well-known ones.
    """
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and code[0] >= 0xD8 and character not in characters("characters/well_known")


@cache
def pinyin(character: str) -> str:
    """The pinyin of a character, at most three readings; empty if unknown."""
    # The dictionary of phrases takes 200 ms to load, and single characters do not need it.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style
    from pypinyin import pinyin as readings

    found = readings(character, style=Style.TONE, heteronym=True, errors="ignore")
    return " or ".join(found[0][:3]) if found else ""
