"""Names of public bodies in a text: 市财政局, 青石县税务局, 河口镇, 听荷街道, 市第三中学, 县人民医院, 市城投集团.

A name is read from its form (局, 镇, 医院) to the left, as far as it goes on: where a name begins is not marked in
Chinese. What is named is one body of its own; 各局, 全市各镇, 大局, 乡镇, 省委 and 县委 are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from speechgen.checks.rules.names.body_words import (
    BEFORE,
    BRANCH,
    COURT,
    FORMS,
    GOES_ON,
    HOSPITAL,
    LEVELS,
    NO_LAST,
    NO_LEVEL,
    NO_NAME,
    OF_MANY,
    SCHOOL,
    STOP,
    ZONE,
)
from speechgen.checks.rules.names.departments import COMPANIES, SECTORS, department
from speechgen.checks.rules.patterns import lazily

_CHINESE = lazily(r"[\u3400-\u9fff〇]+")
_COMPANY_WORDS = COMPANIES | SECTORS
_NO_ZONE = STOP | (NO_LAST - {"经"})  # 经济开发区
_PLACES = ("镇", "乡", "县", "区", "街道")


class Body(NamedTuple):
    """A body that a text names: from where to where, and its form. `level` is that of the place, such as 市, or empty.

    `sure` where the words of the name are known ones; else it may be no name at all.
    """

    start: int
    end: int
    name: str
    form: str
    level: str
    sure: bool


@lru_cache(maxsize=8)
def bodies(text: str) -> tuple[Body, ...]:
    """The bodies that a text names, in order, the longest name at each place."""
    found: list[Body] = []
    for form in FORMS.finditer(text):
        following = text[form.end() : form.end() + 1]
        if following and following in GOES_ON.get(form[0][-1], ""):
            continue
        body = _reader(form[0])(text, form[0], form.end())
        if body is None:
            continue
        while found and found[-1].start >= body.start:
            found.pop()
        last = found[-1] if found else None
        if last is None or body.start > last.end:
            found.append(body)
        elif last.end < body.end:
            if last.form in _PLACES and body.level not in ("市", "县"):  # 城关镇中心小学, 江北区人民法院
                body = body._replace(start=last.start, name=text[last.start : body.end])
                found.pop()
            found.append(body)
    return tuple(found)


def body_at(text: str, start: int, end: int) -> Body | None:
    """The body, if there is one, of whose name these characters of a text are part."""
    named = bodies(text)
    number = bisect_right(_starts(text), start) - 1
    return named[number] if number >= 0 and end <= named[number].end else None


@lru_cache(maxsize=8)
def _starts(text: str) -> list[int]:
    return [body.start for body in bodies(text)]


def _department(text: str, form: str, end: int) -> Body | None:
    """市财政局, 市公安局城关分局, 市发改委."""
    core = department(text, end, form)
    if core is None:
        return _unknown_department(text, end) if form == "局" else None
    start, level = _with_place(text, core)
    before = text[max(0, start - 1) : start]
    is_of_many = before in OF_MANY or (level and before and before in LEVELS)  # 市县财政局
    is_higher = level == "省" or text[max(0, core - 2) : core] in ("国家", "中央", "全国", "中国")
    if is_of_many or is_higher or (form in ("厅", "委员会") and not level):
        return None
    branch = BRANCH.match(text, end) if form == "局" else None
    return _made(text, start, branch.end() if branch else end, form, level)


def _unknown_department(text: str, end: int) -> Body | None:
    """市荔枝产业局: words of no list after 市, 县 or 区, where nothing says that the words are none of a name."""
    if text[end - 2 : end - 1] in NO_NAME["局"]:
        return None
    for at in range(end - 2, max(-1, end - 10), -1):
        sign = text[at]
        if at < end - 3 and sign in "市县区" and text[at - 1 : at] not in NO_LEVEL:
            return _made(text, at, end, "局", sign, sure=False)
        if sign in STOP or not _CHINESE.match(sign):
            return None
    return None


def _named_after_place(text: str, form: str, end: int) -> Body | None:
    """河口镇, 沧东县, 听荷街道: two or three characters that begin where a name can."""
    stop = end - len(form)
    if stop < 2 or text[stop - 1] in NO_NAME[form]:
        return None
    start = _proper(text, stop)
    if start is not None:
        return _made(text, start, end, form)
    is_proper = form == "镇" and _CHINESE.fullmatch(text, stop - 2, stop) and text[stop - 1] not in NO_LAST
    if not is_proper or text[stop - 1] in STOP or text[stop - 2] in STOP:
        return None
    return _made(text, stop - 2, end, form, sure=False)


def _company(text: str, form: str, end: int) -> Body | None:
    """市城投集团, 市城市建设投资集团有限公司; a company of no list, such as 上市公司, is no one's."""
    at = core = end - len(form)
    while size := next((size for size in (4, 3, 2) if text[at - size : at] in _COMPANY_WORDS), 0):
        at -= size
    start, level = _with_place(text, at)
    is_known = at < core and (level or (text[at : at + 2] in COMPANIES and form.startswith("集团")))
    return _made(text, start, end, form, level) if is_known and text[start - 1 : start] not in OF_MANY else None


def _association(text: str, form: str, end: int) -> Body | None:
    """市民营企业协会, 市工商业联合会."""
    core = end - len(form)
    for at in range(core - 1, max(-1, core - 12), -1):
        sign = text[at]
        if at < core - 2 and sign in "市县区" and text[max(0, at - 1) : at] not in tuple(NO_LEVEL):
            start, level = _with_place(text, at + 1)
            return _made(text, start, end, form, level)
        if sign in "的了在是对就为与和由向" or not _CHINESE.match(sign):
            return None
    return None


def _zone(text: str, form: str, end: int) -> Body | None:
    """高新区管委会, 永昌经济技术开发区管理委员会; 园区管委会 alone is of no one zone."""
    core = start = end - len(form)
    while start > max(0, core - 20) and _CHINESE.match(text[start - 1]) and text[start - 1] not in _NO_ZONE:
        start -= 1
    zone = ZONE.search(text, start, core)
    return (
        _made(text, zone.start(), end, form) if zone and text[zone.start() - 1 : zone.start()] not in OF_MANY else None
    )


def _hospital(text: str, form: str, end: int) -> Body | None:
    return _matched(text, form, end, HOSPITAL)


def _school(text: str, form: str, end: int) -> Body | None:
    return _matched(text, form, end, SCHOOL)


def _court(text: str, form: str, end: int) -> Body | None:
    return _matched(text, form, end, COURT)


def _numbered_school(text: str, form: str, end: int) -> Body | None:
    """市一中."""
    start, level = _with_place(text, end - 2)
    return None if text[end - 4 : end - 3] in OF_MANY else _made(text, start, end, "中学", level)


def _matched(text: str, form: str, end: int, pattern: re.Pattern[str]) -> Body | None:
    """县人民医院, 市第三中学, 江北区人民法院: with the place's level before it, or a number."""
    found = pattern.search(text, max(0, end - 24), end)
    level = found["level"] or "" if found else ""
    if found is None or level == "省" or not (level or found["number"]):
        return None
    start = found.start()
    if level in LEVELS and level:
        start, _ = _with_place(text, start + 1)
    elif not level:
        start = proper if (proper := _proper(text, start)) is not None else start
    is_of_many = start > 0 and text[start - 1] in OF_MANY
    return None if is_of_many else _made(text, start, end, form, level)


_Reader: TypeAlias = Callable[[str, str, int], "Body | None"]
# How the name before a form is read: by the form, and all others by how the form ends.
_READERS: Mapping[str, _Reader] = {
    **dict.fromkeys(("局", "委", "厅", "委员会"), _department),
    **dict.fromkeys(("镇", "乡", "县", "区", "街道", "社区"), _named_after_place),
    **dict.fromkeys(("协会", "学会", "联合会", "商会"), _association),
    **dict.fromkeys(("管委会", "管理委员会"), _zone),
    **dict.fromkeys(("医院", "保健院"), _hospital),
    **dict.fromkeys(("法院", "检察院", "中院"), _court),
    **dict.fromkeys(("中学", "小学", "学校", "幼儿园", "高中"), _school),
}


def _reader(form: str) -> _Reader:
    return _READERS.get(form) or (_numbered_school if form.endswith("中") else _company)


def _with_place(text: str, start: int) -> tuple[int, str]:
    """Where the place begins that stands before a name, and its level: 市 in 青石市财政局."""
    level = text[max(0, start - 1) : start]
    if not level or level not in LEVELS:
        return start, ""
    if level == "州" and text[start - 2 : start] != "治州":  # 砚州 is a city's name
        is_city = start >= 2 and text[start - 2] not in STOP and _CHINESE.match(text[start - 2])
        return start - 2 if is_city else start, ""
    proper = _proper(text, start - 1)
    return start - 1 if proper is None else proper, level


def _proper(text: str, stop: int) -> int | None:
    """Where a proper name of two or three characters begins that ends before `stop`; None where that is not clear."""
    if text[stop - 1] in NO_LAST:
        return None
    for start in (stop - 2, stop - 3):
        if start < 0 or not _CHINESE.fullmatch(text, start, stop) or any(sign in STOP for sign in text[start:stop]):
            return None
        before = text[max(0, start - 1) : start]
        if not before or before in BEFORE or not _CHINESE.match(before):
            return start
    return None


def _made(text: str, start: int, end: int, form: str, level: str = "", *, sure: bool = True) -> Body:
    return Body(start, end, text[start:end], form, level, sure)
