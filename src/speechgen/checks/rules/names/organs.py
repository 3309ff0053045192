"""The unit's leading body, 局党组 or 镇党委: what a speech calls it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.rules.names.bodies import bodies
from speechgen.checks.rules.names.own import Own
from speechgen.checks.rules.patterns import lazily

_ORGAN = lazily("党工委|党总支|党支部|党组(?!织)|党委(?!（党组）)")
# What a unit of a kind is called where its leading body is named: 局党组, 院党委, 集团党委.
PREFIXES = {
    "局": ("局",),
    "厅": ("厅",),
    "委": ("委",),
    "镇": ("镇",),
    "乡": ("乡",),
    "街道": ("街道",),
    "社区": ("社区",),
    "村": ("村",),
    "医院": ("医院", "院"),
    "法院": ("法院", "院", "中院"),
    "检察院": ("检察院", "院"),
    "学校": ("学校", "校"),
    "大学": ("学校", "校", "学院", "院"),
    "企业": ("集团", "公司", "企业", "行", "厂"),
    "园区": ("管委会", "园区", "开发区"),
    "团体": ("协会", "联合会", "学会", "商会", "总会", "工会"),
}


# 党委书记, 党委的汇报: nobody's name stands before it. Not 党委（党组）, 各级党委, 党委政府.
_BARE = lazily("党(?:委|组|工委|总支|支部)(?=的(?!领导)|班子|成员|书记|高度重视|始终|坚持|一班人|理论学习中心组)")
_JOINED = lazily("[\u4e00-\u9fff、）]")


class Organ(NamedTuple):
    """A leading body that a text names: 局党组 is 党组 of 局."""

    start: int
    end: int
    whose: str
    organ: str


def organ_of(name: str) -> str:
    """党组 of 局党组; empty where a name has none."""
    found = _ORGAN.search(name)
    return found[0] if found else ""


@lru_cache(maxsize=8)
def organs_in(text: str) -> tuple[Organ, ...]:
    """Every 党组, 党委, 党支部 that a text says to be somebody's: with the kind, or the name, of whose it is."""
    named = {body.end: body for body in bodies(text)}
    organs = []
    for found in _ORGAN.finditer(text):
        at = found.start()
        if at in named:
            organs.append(Organ(named[at].start, found.end(), named[at].name, found[0]))
            continue
        prefix = next((words for size in (3, 2, 1) if (words := text[max(0, at - size) : at]) in _EVERY_PREFIX), "")
        if prefix:
            organs.append(Organ(at - len(prefix), found.end(), prefix, found[0]))
    return tuple(organs)


_EVERY_PREFIX = frozenset(prefix for prefixes in PREFIXES.values() for prefix in prefixes)


def wrong_bare_organs(text: str, facts: Facts) -> Iterator[tuple[int, int, str]]:
    """党委书记 alone, where the file has 局党组 or 党组: where it stands, and what it should be."""
    right = organ_of(facts.leading_body or "")
    for found in _BARE.finditer(text) if right else ():
        before = text[max(0, found.start() - 1) : found.start()]
        is_bare = not _JOINED.match(before) or before in "了由请让"
        if is_bare and found[0] != right and found[0] not in facts.said:
            yield found.start(), found.end(), right


def wrong_organs(text: str, facts: Facts, own: Own) -> Iterator[tuple[Organ, str, bool]]:
    """The unit's own leading body by another name: what is said, what it should be, and whether the file says so.

    Without a file the speech itself tells: what it says mostly.
    """
    own_prefixes = PREFIXES.get(own.kind, ())
    said = [organ for organ in organs_in(text) if _is_own(text, organ, own, own_prefixes)]
    right = organ_of(facts.leading_body or "")
    is_given = bool(right)
    if not right:
        counts = Counter(organ.organ for organ in said).most_common(2)
        if len(counts) < 2 or counts[0][1] < 3 * counts[1][1]:
            return
        right = counts[0][0]
    for organ in said:
        words = text[organ.start : organ.end]
        if organ.organ != right and words not in facts.said:
            yield organ, right, is_given


def _is_own(text: str, organ: Organ, own: Own, prefixes: tuple[str, ...]) -> bool:
    """Whether 局 in 局党组 is this unit: 县局党组 is another's in a city's bureau."""
    if organ.whose not in prefixes:
        return own.is_called(organ.whose)
    before = text[organ.start - 1 : organ.start]
    return before not in ("省", "市", "县", "区", "分", "各", "总", "支", "科", "两", "子", "下") or before == own.level
