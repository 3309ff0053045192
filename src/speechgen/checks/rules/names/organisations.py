"""Find the names of organisations in a text: 市财政局, 河口镇, 听荷街道, 市第三中学, 县人民医院, 市城投集团.

Chinese does not mark where a name begins, so each name is read from its suffix (局, 镇, 医院) to the left. Only names
of a single organisation count: 各局, 全市各镇, 大局, 乡镇, 省委 and 县委 do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from speechgen.checks.reach import within_sentence
from speechgen.checks.rules.names.departments import department
from speechgen.checks.rules.names.organisation_words import (
    AFTER_SUFFIXES,
    BEFORE_SUFFIXES,
    BRANCH,
    CHARACTERS,
    COURT,
    HOSPITAL,
    LEVELS,
    SCHOOL,
    SUFFIXES,
    ZONE,
)
from speechgen.checks.rules.names.words_before_names import ends_in_common_word
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups, word_set

_CHINESE = lazily(r"[\u3400-\u9fff〇]+")
_PLACES = ("镇", "乡", "县", "区", "街道")


class Organisation(NamedTuple):
    """An organisation named in a text at `start:end`. `level` is the level of its place, such as 市, or empty.

    `is_certain` is false if the name has unknown words, so that it may not be a name at all.
    """

    start: int
    end: int
    name: str
    suffix: str
    level: str
    is_certain: bool

    def moved(self, by: int) -> Organisation:
        """The same organisation, `by` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


@lru_cache(maxsize=8)
def organisations(text: str) -> Sequence[Organisation]:
    """The organisations named in a text, in order; of overlapping names the longest."""
    return _organisations(text)


@within_sentence
def _organisations(text: str) -> Sequence[Organisation]:
    found: list[Organisation] = []
    continuations = character_groups(AFTER_SUFFIXES)
    for suffix in SUFFIXES.finditer(text):
        following = text[suffix.end() : suffix.end() + 1]
        if following and following in continuations.get(suffix[0][-1], ""):
            continue
        organisation = _reader_for(suffix[0])(text, suffix[0], suffix.end())
        if organisation is None:
            continue
        while found and found[-1].start >= organisation.start:
            found.pop()
        last = found[-1] if found else None
        if last is None or organisation.start > last.end:
            found.append(organisation)
        elif last.end < organisation.end:
            if last.suffix in _PLACES and organisation.level not in ("市", "县"):  # 城关镇中心小学, 江北区人民法院
                organisation = organisation._replace(start=last.start, name=text[last.start : organisation.end])
                found.pop()
            found.append(organisation)
    return found


def organisation_at(text: str, start: int, end: int) -> Organisation | None:
    """The organisation whose name includes `text[start:end]`, or None."""
    named = organisations(text)
    index = bisect_right(_starts(text), start) - 1
    return named[index] if index >= 0 and end <= named[index].end else None


@lru_cache(maxsize=8)
def _starts(text: str) -> list[int]:
    return [organisation.start for organisation in organisations(text)]


def _characters() -> Mapping[str, frozenset[str]]:
    return character_groups(CHARACTERS)


@cache
def _never_in_zones() -> frozenset[str]:
    known = _characters()
    return known["never_in_names"] | (known["never_last"] - {"经"})  # 经济开发区


def _is_plural(text: str, start: int) -> bool:
    """Whether a name at `start` stands for several organisations: 各财政局."""
    return start > 0 and text[start - 1] in _characters()["plural"]


def _department(text: str, suffix: str, end: int) -> Organisation | None:
    """市财政局, 市公安局城关分局, 市发改委."""
    core = department(text, end, suffix)
    if core is None:
        return _unknown_department(text, end) if suffix == "局" else None
    start, level = _extend_to_place(text, core)
    before = text[max(0, start - 1) : start]
    is_plural = before in _characters()["plural"] or (level and before and before in LEVELS)  # 市县财政局
    is_higher = level == "省" or text[max(0, core - 2) : core] in ("国家", "中央", "全国", "中国")
    if is_plural or is_higher or (suffix in ("厅", "委员会") and not level):
        return None
    branch = BRANCH.match(text, end) if suffix == "局" else None
    return _organisation(text, start, branch.end() if branch else end, suffix, level)


def _unknown_department(text: str, end: int) -> Organisation | None:
    """市荔枝产业局: unknown words between 市, 县 or 区 and 局, if all of them can be part of a name."""
    if text[end - 2 : end - 1] in character_groups(BEFORE_SUFFIXES)["局"]:
        return None
    never, not_before_level = _characters()["never_in_names"], _characters()["not_before_level"]
    for at in range(end - 2, max(-1, end - 10), -1):
        character = text[at]
        if at < end - 3 and character in "市县区" and text[at - 1 : at] not in not_before_level:
            return _organisation(text, at, end, "局", character, is_certain=False)
        if character in never or not _CHINESE.match(character):
            return None
    return None


def _named_after_place(text: str, suffix: str, end: int) -> Organisation | None:
    """河口镇, 沧东县, 听荷街道: two or three characters, at a place where a name can begin."""
    stop = end - len(suffix)
    if stop < 2 or text[stop - 1] in character_groups(BEFORE_SUFFIXES)[suffix] or ends_in_common_word(text, stop):
        return None
    start = _proper_name_start(text, stop)
    if start is not None:
        return _organisation(text, start, end, suffix)
    never, never_last = _characters()["never_in_names"], _characters()["never_last"]
    is_proper = suffix == "镇" and _CHINESE.fullmatch(text, stop - 2, stop) and text[stop - 1] not in never_last
    if not is_proper or not never.isdisjoint(text[stop - 2 : stop]):
        return None
    return _organisation(text, stop - 2, end, suffix, is_certain=False)


def _company(text: str, suffix: str, end: int) -> Organisation | None:
    """市城投集团, 市城市建设投资集团有限公司; not a company with unknown words, such as 上市公司."""
    companies, sectors = word_set("names/companies"), word_set("names/sectors")
    at = core = end - len(suffix)
    while size := next(
        (size for size in (4, 3, 2) if (word := text[at - size : at]) in companies or word in sectors), 0
    ):
        at -= size
    start, level = _extend_to_place(text, at)
    is_known = at < core and (level or (text[at : at + 2] in companies and suffix.startswith("集团")))
    return _organisation(text, start, end, suffix, level) if is_known and not _is_plural(text, start) else None


def _association(text: str, suffix: str, end: int) -> Organisation | None:
    """市民营企业协会, 市工商业联合会."""
    core = end - len(suffix)
    not_before_level = _characters()["not_before_level"]
    for at in range(core - 1, max(-1, core - 12), -1):
        character = text[at]
        if at < core - 2 and character in "市县区" and text[max(0, at - 1) : at] not in not_before_level:
            start, level = _extend_to_place(text, at + 1)
            return _organisation(text, start, end, suffix, level)
        if character in "的了在是对就为与和由向" or not _CHINESE.match(character):
            return None
    return None


def _zone(text: str, suffix: str, end: int) -> Organisation | None:
    """高新区管委会, 永昌经济技术开发区管理委员会; not 园区管委会, which does not name a zone."""
    core = start = end - len(suffix)
    never = _never_in_zones()
    while start > max(0, core - 20) and _CHINESE.match(text[start - 1]) and text[start - 1] not in never:
        start -= 1
    zone = ZONE.search(text, start, core)
    return _organisation(text, zone.start(), end, suffix) if zone and not _is_plural(text, zone.start()) else None


def _hospital(text: str, suffix: str, end: int) -> Organisation | None:
    return _match_pattern(text, suffix, end, HOSPITAL)


def _school(text: str, suffix: str, end: int) -> Organisation | None:
    """市第三中学; not 全市学校 or 县高中, of which there are several."""
    is_collective = suffix not in ("中学", "小学") and text[end - len(suffix) - 1 : end - len(suffix)] in tuple(LEVELS)
    return None if is_collective else _match_pattern(text, suffix, end, SCHOOL)


def _court(text: str, suffix: str, end: int) -> Organisation | None:
    return _match_pattern(text, suffix, end, COURT)


def _numbered_school(text: str, suffix: str, end: int) -> Organisation | None:
    """市一中."""
    start, level = _extend_to_place(text, end - 2)
    return None if _is_plural(text, end - 3) else _organisation(text, start, end, "中学", level)


def _match_pattern(text: str, suffix: str, end: int, pattern: re.Pattern[str]) -> Organisation | None:
    """县人民医院, 市第三中学, 江北区人民法院: with a place level or a number before it."""
    found = pattern.search(text, max(0, end - 24), end)
    level = found["level"] or "" if found else ""
    if found is None or level == "省" or not (level or found["number"]):
        return None
    start = found.start()
    if level == "区" and text[max(0, start - 1) : start] in _characters()["not_a_district"]:  # 特区法院
        return None
    if level in LEVELS and level:
        start, _ = _extend_to_place(text, start + 1)
    elif not level:
        start = proper if (proper := _proper_name_start(text, start)) is not None else start
    is_of_several = start > 0 and text[start - 1] in LEVELS and text[start] in LEVELS  # 外省市法院
    return None if is_of_several or _is_plural(text, start) else _organisation(text, start, end, suffix, level)


_Reader: TypeAlias = Callable[[str, str, int], "Organisation | None"]
# How to read the name before each suffix. Other suffixes are numbered schools (市一中) and companies.
_READERS: Mapping[str, _Reader] = {
    **dict.fromkeys(("局", "委", "厅", "委员会"), _department),
    **dict.fromkeys(("镇", "乡", "县", "区", "街道", "社区"), _named_after_place),
    **dict.fromkeys(("协会", "学会", "联合会", "商会"), _association),
    **dict.fromkeys(("管委会", "管理委员会"), _zone),
    **dict.fromkeys(("医院", "保健院"), _hospital),
    **dict.fromkeys(("法院", "检察院", "中院"), _court),
    **dict.fromkeys(("中学", "小学", "学校", "幼儿园", "高中"), _school),
}


def _reader_for(suffix: str) -> _Reader:
    return _READERS.get(suffix) or (_numbered_school if suffix.endswith("中") else _company)


def _extend_to_place(text: str, start: int) -> tuple[int, str]:
    """Where a name starts including the place before it, and the level of that place: 市 in 青石市财政局."""
    level = text[max(0, start - 1) : start]
    if not level or level not in LEVELS:
        return start, ""
    if level == "州" and text[start - 2 : start] != "治州":  # 砚州 is a city's name
        is_city = (
            start >= 2 and text[start - 2] not in _characters()["never_in_names"] and _CHINESE.match(text[start - 2])
        )
        return start - 2 if is_city else start, ""
    proper = _proper_name_start(text, start - 1)
    return start - 1 if proper is None else proper, level


def _proper_name_start(text: str, stop: int) -> int | None:
    """Where the proper name of two or three characters that ends at `stop` begins; None if that is not clear."""
    known, places = _characters(), word_set("names/places")
    for size in (4, 3, 2):
        if stop >= size and text[stop - size : stop] in places:
            return stop - size
    if text[stop - 1] in known["never_last"] or ends_in_common_word(text, stop):
        return None
    never, may_follow = known["never_in_names"], known["name_may_follow"]
    for start in (stop - 2, stop - 3):
        if start < 0 or not _CHINESE.fullmatch(text, start, stop) or not never.isdisjoint(text[start:stop]):
            return None
        before = text[max(0, start - 1) : start]
        if not before or before in may_follow or not _CHINESE.match(before) or ends_in_common_word(text, start):
            return start
    return None


def _organisation(
    text: str, start: int, end: int, suffix: str, level: str = "", *, is_certain: bool = True
) -> Organisation:
    return Organisation(start, end, text[start:end], suffix, level, is_certain)
