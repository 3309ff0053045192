"""The province, prefecture or county of the speech's own unit, and which other places may be taken for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.divisions import Division, Level, divisions_called, divisions_in
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.patterns import lazily

_ORDER: tuple[Level, ...] = ("province", "prefecture", "county")
_LEVELS: dict[str, tuple[Level, ...]] = {
    "省": ("province",),
    "市": ("prefecture", "county"),
    "州": ("prefecture",),
    "县": ("county",),
    "区": ("county",),
}
_INVENTED = lazily("(?:中共)?(?P<name>[\u4e00-\u9fff]{2,3}(?P<level>[省市县州]))(?![委府直])")
_TITLE_BEFORE = lazily("(?:^|在|中共|—|^关于)$")
_FEW, _CLEAR = 3, 3  # how often the text names a place, and how much more often than others, for it to be the unit's


class OwnDivision(NamedTuple):
    """The unit's own place, at its level; `chain`: the divisions of this name, none for an invented one."""

    name: str
    short: str
    levels: tuple[Level, ...]
    chain: tuple[Division, ...]

    def may_be_meant_by(self, divisions: Iterable[Division]) -> bool:
        """Whether a place of this name may stand for the own one by mistake: it is as large, and not part of it."""
        return any(each.level in self.levels for each in divisions) and not any(map(self._is_related, divisions))

    def may_be_within(self, divisions: Iterable[Division]) -> bool:
        """Whether all places of this name are larger than the own one, which is in none of them: 襄阳 for a county."""
        larger = _ORDER[: _ORDER.index(self.levels[0])]
        return bool(self.chain) and all(each.level in larger and not self._is_related(each) for each in divisions)

    def is_called(self, name: str) -> bool:
        """Whether a name is that of the own place."""
        return name in (self.name, self.short, self.name[:-1])

    def _is_related(self, other: Division) -> bool:
        above = frozenset(name for each in self.chain for name in each.above)
        return (
            other.name in above
            or self.name in other.above
            or other.name[:-1] == self.name[:-1]
            or other.short == self.short
            or any(other.short == each.short or each.name in other.above for each in self.chain[:1])
        )


def own_division(draft: Draft, facts: Facts, own: OwnUnit | None) -> OwnDivision | None:
    """The place of the unit by its names or, without a place in them, by other names, the title or the whole text."""
    level = own.level if own and own.is_given else ""
    levels = _LEVELS.get(level, _ORDER)
    names = own.names if own and own.is_given else ()
    found = _in_names(names, levels)
    if found is None and own and own.is_given:
        found = _invented(names) or _in_names(
            (facts.leading_body or "", *facts.group), levels if level else ("county",)
        )
    if found is None:
        found = _in_titles(draft, levels)
    return found or (_most_frequent(draft.text, levels) if own and own.is_given else None)


def _in_names(names: Iterable[str], levels: tuple[Level, ...]) -> OwnDivision | None:
    """The smallest place in the first of the names that has one of these levels."""
    for name in names:
        places = divisions_in(name)
        if places:
            own = _own(places[-1].name, levels)
            if own is not None:
                return own
    return None


def _in_titles(draft: Draft, levels: tuple[Level, ...]) -> OwnDivision | None:
    """宜昌 of 在宜昌市教育工作会议上的讲话; None if a title names several places, or one elsewhere: 赴宜昌考察报告."""
    for passage in draft.passages:
        places = divisions_in(passage.text) if passage.kind in ("title", "salutation") else ()
        if len(places) == 1 and _TITLE_BEFORE.search(passage.text[: places[0].start]):
            return _own(places[0].name, levels)
    return None


def _own(name: str, levels: tuple[Level, ...]) -> OwnDivision | None:
    found = [each for each in divisions_called(name) if each.level in levels]
    if not found:
        return None
    largest = min(found, key=lambda each: _ORDER.index(each.level))
    chain = tuple(each for each in found if each.level == largest.level)
    return OwnDivision(largest.name, largest.short, (largest.level,), chain)


def _invented(names: Iterable[str]) -> OwnDivision | None:
    for name in names:
        found = _INVENTED.match(name)
        if found:
            levels = _LEVELS[found["level"]][:1]
            return OwnDivision(found["name"], found["name"][:-1], levels, ())
    return None


def _most_frequent(text: str, levels: tuple[Level, ...]) -> OwnDivision | None:
    counts = Counter(each.short for each in divisions_in(text) if any(one.level in levels for one in each.divisions))
    common = counts.most_common(2)
    if common and common[0][1] >= _FEW and (len(common) == 1 or common[0][1] >= _CLEAR * common[1][1]):
        return _own(common[0][0], levels)
    return None
