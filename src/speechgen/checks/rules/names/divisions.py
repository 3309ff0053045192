"""China's provinces, prefectures and counties: which of them a text names, and which is part of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import add
from typing import Literal, NamedTuple, TypeAlias

from speechgen.checks.tables import groups, word_list, word_set

Level: TypeAlias = Literal["province", "prefecture", "county"]

_TABLE = "names/divisions"
_SUFFIXES = ("特别行政区", "地区", "省", "市", "县")
_BEFORE_SHORT_NAMES = frozenset("对向和与到由从是驻为赴、的省市州把让将给")
_PROVINCE_ENDS = ("省", "自治区", "特别行政区")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


class Division(NamedTuple):
    """A province, prefecture or county.

    `short`: the name without 省, 市, 县, or the name itself if it has no such form. `above`: the names of those that
    it is part of, now or in former years.
    """

    name: str
    short: str
    level: Level
    above: frozenset[str]


class PlaceInText(NamedTuple):
    """A place in a text at `start:end`, and the name of it that the text has."""

    start: int
    end: int
    name: str

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The divisions with this name."""
        return divisions_called(self.name)

    @property
    def short(self) -> str:
        """The name without 省, 市, 县, if it has such a form."""
        return self.divisions[0].short


@lru_cache(maxsize=8)
def divisions_in(text: str) -> Sequence[PlaceInText]:
    """The divisions that a text names, in order; of names that overlap the longer: 江西省 in 召开江西省, not 开江."""
    by_start, found = _names_by_start(), list[PlaceInText]()
    for at, two in enumerate(map(add, text, text[1:])):
        if two in by_start and (name := _longest(text, at, by_start[two])):
            if found and found[-1].end > at:
                if _weight(name) <= _weight(found[-1].name):
                    continue
                found.pop()
            found.append(PlaceInText(at, at + len(name), name))
    return tuple(found)


@cache
def divisions_called(name: str) -> tuple[Division, ...]:
    """The divisions with a name, in full or in short: two for 吉林, none for 青石."""
    return tuple(_division(each) for each in sorted(_names_by_start().get(name[:2], ())) if name in _forms(each))


@cache
def _short_name(name: str) -> str:
    """湖北 of 湖北省, 恩施 of 恩施·土家族苗族自治州; empty for 宁县, 洪山区 and 东方市, which nobody calls by less."""
    short, dot, _ = name.partition("·")
    suffix = "" if dot else next((each for each in _SUFFIXES if name.endswith(each)), name)
    short = short[: len(short) - len(suffix)]
    return short if len(short) > 1 and short not in word_set("names/division_words") else ""


def _weight(name: str) -> tuple[int, bool]:
    """How likely a name is to be the right one of two that overlap: longer ones, then provinces and prefectures."""
    return len(name), name in word_set("names/places")


def _longest(text: str, at: int, names: Sequence[str]) -> str:
    forms = (form for name in names for form in _forms(name) if text.startswith(form, at))
    longest = max(forms, key=len, default="")
    return longest if len(longest) > 2 or longest[-1:] != "县" or _may_begin(text, at) else ""


def _forms(name: str) -> Sequence[str]:
    """长阳土家族自治县, 长阳县, 长阳: how a text may call a place."""
    short = _short_name(name)
    with_ending = [short + name[-1]] if "·" in name else []
    return (name.replace("·", ""), *with_ending, *([short] if short else []))


def _may_begin(text: str, at: int) -> bool:
    """Whether a name of one character with 县 can begin here: not 达县 in 传达县委."""
    return not at or not "一" <= text[at - 1] <= "鿿" or text[at - 1] in _BEFORE_SHORT_NAMES


@cache
def _names_by_start() -> Mapping[str, Sequence[str]]:
    """Every name as the table has it, by its first two characters."""
    found: dict[str, list[str]] = {}
    for name in frozenset(word_list(_TABLE)):
        found.setdefault(name[:2], []).append(name)
    return found


@cache
def _division(name: str) -> Division:
    """The division with a name as the table has it."""
    lines, plain = groups(_TABLE), name.replace("·", "")
    if plain in _MUNICIPALITIES or plain.endswith(_PROVINCE_ENDS):
        return Division(plain, _short_name(name) or plain, "province", frozenset())
    above = {lines[name][0]} if name in lines else set()
    for prefecture in _prefectures().get(name, ()):
        above |= {prefecture, lines[prefecture][0]}
    above_in_full = frozenset(each.replace("·", "") for each in above)
    return Division(plain, _short_name(name) or plain, "prefecture" if name in lines else "county", above_in_full)


@cache
def _prefectures() -> Mapping[str, Sequence[str]]:
    """The prefectures of each county."""
    found: dict[str, list[str]] = {}
    for prefecture, (_, *counties) in groups(_TABLE).items():
        for county in counties:
            found.setdefault(county, []).append(prefecture)
    return found
