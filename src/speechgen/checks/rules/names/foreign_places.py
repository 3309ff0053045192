"""Other places of the level of the unit's own place, where the own place must be meant: 关心支持衡水发展 for 邢台."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.divisions import PlaceInText, divisions_in
from speechgen.checks.rules.names.foreign_place_words import (
    BRANDS,
    CERTAIN,
    COMPARED,
    LIKELY,
    MENTIONED_AFTER,
    MENTIONED_BEFORE,
    NEIGHBOURS,
    PERSON_BETWEEN,
    WEAK,
    WORDS,
)
from speechgen.checks.rules.names.known_names import KnownNames
from speechgen.checks.rules.names.own_division import OwnDivision, own_division
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups

Certainty: TypeAlias = Literal["certain", "likely", ""]

_BEFORE, _NEAR, _AFTER = 24, 16, 40  # characters around a place that are looked at
_OFTEN = 2  # how often a text that is about the own place names it
_FEW = 2  # a place that the text names more often is what it is about


class ForeignPlace(NamedTuple):
    """Another place at `start:end` of the text, where `own` is expected."""

    start: int
    end: int
    name: str
    own: str
    is_certain: bool


def foreign_places(draft: Draft, facts: Facts, own: OwnUnit | None, known: KnownNames) -> Iterator[ForeignPlace]:
    """Yield the places of the level of the unit's own place where the own place must be meant, in order."""
    place = own_division(draft, facts, own)
    if place is None:
        return
    places = divisions_in(draft.text)
    others = [
        index
        for index, each in enumerate(places)
        if (place.may_be_meant_by(each.divisions) or place.may_be_within(each.divisions))
        and each.name not in groups(WORDS)["ordinary"]
        and not known.includes(each.short)
        and not (each.end < len(draft.text) and index + 1 < len(places) and places[index + 1].start == each.end)
    ]
    if not others:
        return
    text = _Text(draft, facts, own, place, places)
    counts = Counter(places[index].short for index in others)
    named = sum(place.is_called(each.name) or each.short == place.short for each in places)
    certainties = {index: text.certainty(index) for index in others}
    mentioned = {places[index].short for index in others if not certainties[index] and text.is_mentioned(index)}
    for index, certainty in certainties.items():
        found = places[index]
        # A speech names larger places more freely.
        is_as_large = place.may_be_meant_by(found.divisions) and found.short not in groups(WORDS)["freely"]
        is_rare = is_as_large and counts[found.short] <= _FEW and found.short not in mentioned
        is_likely = certainty == "likely" or (certainty == "weak" and named >= _OFTEN and counts[found.short] == 1)
        if certainty == "certain" or (is_likely and is_rare):
            start = text.start_with_larger(index)
            yield ForeignPlace(start, found.end, draft.text[start : found.end], place.short, certainty == "certain")


class _Text:
    """A draft with its places."""

    def __init__(
        self, draft: Draft, facts: Facts, own: OwnUnit | None, place: OwnDivision, places: Sequence[PlaceInText]
    ) -> None:
        self.draft, self.facts, self.place, self.places = draft, facts, place, places
        self._patterns = _patterns(_tails(own, place))

    def start_with_larger(self, index: int) -> int:
        """Where the place begins, with a larger one before it: 汕头市 before 澄海区."""
        start = self.places[index].start
        return self.places[index - 1].start if index and self.places[index - 1].end == start else start

    def is_mentioned(self, index: int) -> bool:
        """Whether a place is rightly named: quoted, in a list, visited, compared, or part of another name."""
        before, after = self._around(index)
        return (
            self._is_of_others(index, after)
            or MENTIONED_BEFORE.search(before) is not None
            or COMPARED.search(before + after[:_NEAR]) is not None
        )

    def certainty(self, index: int) -> Certainty | Literal["weak"]:
        """How certain it is that the own place is meant."""
        before, after = self._around(index)
        is_spirit = self.places[index].short in groups(WORDS)["spirits"] and "精神" in after[:4]
        if not is_spirit and _has(BRANDS, before, after):
            return "likely"
        if is_spirit or self._is_of_others(index, after):
            return ""
        if self._is_own_head(index) or _has(CERTAIN, before, after):
            return "certain"
        return "" if self.is_mentioned(index) else self._likely(before, after)

    def _likely(self, before: str, after: str) -> Literal["likely", "weak", ""]:
        if _has((*LIKELY, *self._patterns), before, after):
            return "likely"
        return "weak" if _has(WEAK, before, after) else ""

    def _is_of_others(self, index: int, after: str) -> bool:
        """Whether a place is quoted, in a list of several, or part of a name of something else: 遵义会议."""
        found, text = self.places[index], self.draft.text
        return (
            _is_quoted(text, self.draft.passage(found.start).start, found.start)
            or self._has_neighbour(index)
            or MENTIONED_AFTER.match(after) is not None
        )

    def _around(self, index: int) -> tuple[str, str]:
        found, text = self.places[index], self.draft.text
        passage = self.draft.passage(found.start)
        start = self.start_with_larger(index)
        return text[max(passage.start, start - _BEFORE) : start], text[found.end : min(passage.end, found.end + _AFTER)]

    def _has_neighbour(self, index: int) -> bool:
        """Whether another place is next to it: 武汉、襄阳."""
        text, found = self.draft.text, self.places[index]
        before = self.places[index - 1] if index else None
        after = self.places[index + 1] if index + 1 < len(self.places) else None
        return (
            before is not None and NEIGHBOURS.fullmatch(text, before.end, self.start_with_larger(index)) is not None
        ) or (after is not None and NEIGHBOURS.fullmatch(text, found.end, after.start) is not None)

    def _is_own_head(self, index: int) -> bool:
        """Whether a person of the unit file has a post in this place: 澄海区审计局局长 程远."""
        text, found = self.draft.text, self.places[index]
        end = self.draft.passage(found.start).end
        for person in self.facts.people:
            at = text.find(person.name, found.end, min(end, found.end + _AFTER))
            if at > 0 and PERSON_BETWEEN.fullmatch(text, found.end, at):
                return True
        return False


def _has(patterns: Iterable[tuple[re.Pattern[str], re.Pattern[str]]], before: str, after: str) -> bool:
    return any(left.search(before) and right.match(after) for left, right in patterns)


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a place is in quotation marks or the title of a document; `start`: where its passage begins."""
    return any(text.rfind(left, start, at) > text.rfind(right, start, at) for left, right in ("“”", "《》"))


def _tails(own: OwnUnit | None, place: OwnDivision) -> tuple[str, ...]:
    """What follows the place in the unit's names: 公安局 and 公安, 高级人民法院 and 法院."""
    tails: dict[str, None] = {}
    for name in own.names if own else ():
        tail = name.removeprefix("中共")
        at = tail.rfind(place.short)
        tail = tail[at + len(place.short) :] if at >= 0 else tail
        tail = tail.lstrip("省市县区州")
        if tail.startswith("委") and len(tail) > 2:
            tails[tail[1:]] = None
        for each in (tail, tail.removesuffix("局"), tail.removeprefix("人民")):
            if len(each) > 1:
                tails[each] = None
    return tuple(tails)


@cache
def _patterns(tails: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    if not tails:
        return ()
    words = "|".join(map(re.escape, sorted(tails, key=len, reverse=True)))
    return ((lazily(""), lazily(rf"[省市县区州]?(?:委|各级|全市|全县)?(?:{words})(?!学院|大学|专科)")),)
