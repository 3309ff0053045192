"""Whether a unit's name, found in a text, is the unit's there, or part of a longer name."""

from __future__ import annotations

from speechgen.checks.other_units import Named
from speechgen.checks.rules.names.foreign_unit_words import (
    HAS_SUFFIX,
    LONGER_ENGLISH_NAME,
    LONGER_NAME,
    LONGER_VILLAGE,
    SHARED_NAMES,
)
from speechgen.checks.rules.names.organisation_words import AFTER_SUFFIXES
from speechgen.checks.rules.names.organisations import organisation_at
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, word_set

_WORD_AFTER = lazily("[\u4e00-\u9fff](?<![的和与及])")
_SUPERIOR = lazily("(?:中共)?(?:[\u4e00-\u9fff]{2,3})?[省市县区](?:委|政府|政协|人大|纪委)[^院局员]")
LATIN = lazily("[A-Za-z0-9À-ɏͰ-ԯ]")  # with accents, Greek and Cyrillic letters


def with_place(text: str, named: Named, levels: frozenset[str]) -> Named | None:
    """The name with the place before it; None if it is part of a longer name: 建设局 in 住房和城乡建设局."""
    start, end, name = named
    if LATIN.match(name) or LATIN.match(name[-1]):
        return named if _is_whole_word(text, start, end) else None
    if _is_in_longer_name(text, named):
        return None
    organisation = organisation_at(text, start, end)
    if organisation is None:
        return named
    before, after = text[organisation.start : start], text[end : organisation.end]
    is_with_place = not before or name[0] in "市县区" or (before[-1] in levels and len(before) in (1, 3, 4))
    is_rest = not after or after.endswith(("公司", "分局", "支队", "大队"))
    if not (is_with_place and is_rest):
        return None
    return Named(organisation.start, organisation.end if after.endswith("公司") else end, name)


def may_be_after_verb(text: str, named: Named) -> bool:
    """Whether a character before the name, read as part of a longer name, may be a word of its own: 学石桥镇."""
    organisation = organisation_at(text, named.start, named.end)
    if organisation is None or LATIN.match(named.name) or _is_in_longer_name(text, named):
        return False
    return organisation.start == named.start - 1 and organisation.end == named.end


def _is_in_longer_name(text: str, named: Named) -> bool:
    """Whether the name is part of another one: 青石路, 石桥村小学, 七中全会."""
    if named.name.endswith("中"):
        is_counted = text[max(0, named.start - 1) : named.start] in ("届", "其", "第")
        is_school = len(named.name) > 2 and text.startswith("学", named.end)  # 市二中学 is 市二中
        return is_counted or (
            not is_school and text[named.end : named.end + 1] in character_groups(AFTER_SUFFIXES)["中"]
        )
    if named.name[0] in "省市县区" and text[max(0, named.start - 1) : named.start] in tuple("全各每两几多外邻该"):
        return True  # 全县医院 are all hospitals of the county
    if named.name.endswith(("委办", "府办")) and _WORD_AFTER.match(text, named.end):
        return True  # 县委办实事
    is_place = named.name[-1] in "镇乡村道区" or not HAS_SUFFIX.search(named.name)
    is_bare = not HAS_SUFFIX.search(named.name)  # 石桥头村, 石桥新村
    return is_place and bool(LONGER_NAME.match(text, named.end) or (is_bare and LONGER_VILLAGE.match(text, named.end)))


def _is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin name has no letters around it and does not continue: … College of Art, Westmoor Road."""
    is_joined = LATIN.match(text[start - 1 : start]) or LATIN.match(text, end)
    return not is_joined and not LONGER_ENGLISH_NAME.match(text, end)


def is_ambiguous(named: Named) -> bool:
    """Whether it may be meant: units elsewhere have the name, two characters are another word, it is a superior."""
    is_bare = len(named.name) == 2 and not HAS_SUFFIX.search(named.name) and not named.name.endswith("中")
    return (
        is_bare or named.name in word_set(SHARED_NAMES) or (named.name[0] in "省市县区" and is_above_units(named.name))
    )


def is_above_units(name: str) -> bool:
    """Whether a name is an office of the party or the government, which others name as their superior: 县委办公室."""
    return bool(_SUPERIOR.match(name))
