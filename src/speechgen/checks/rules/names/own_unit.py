"""The unit that a speech is for, from the unit file or, without one, from the title."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.organisations import Organisation, organisations
from speechgen.checks.rules.names.unit_kinds import PLACES, SCHOOLS, kind_of
from speechgen.checks.rules.names.words_before_names import words_before_names
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import word_set

# Values that say which others are meant, or are not words of the speech.
NOT_WORDS_OF_THE_SPEECH = ("mentions", "people", "unit.subordinates", "template")
_LEVEL = lazily("[省市县]|(?<![发园社新景校地小开港])区")
_BEFORE_PLACE = "^(?:国家税务总局|中共|共青团)?"
_PLACE = lazily(_BEFORE_PLACE + r"(?P<place>[\u4e00-\u9fff]{2,3}[省市县区州])(?=[\u4e00-\u9fff]{2})")
_PLACES = lazily(
    _BEFORE_PLACE + "(?:[\u4e00-\u9fff]{2,3}(?:[省市县州]|(?<![发园社新景校城])区))+(?=[\u4e00-\u9fff]{2})"
)
_BLANK_UNIT = lazily(
    r"[XxＸ×＊*某〇○]{1,4}[省市县区]?[\u4e00-\u9fff]{0,8}?(?:局|委|镇|乡|街道|县|区|医院|学校|中学|公司|集团|法院)"
)
# Kinds of units that `organisations` does not find, because they are too common in running text.
_OTHER_UNIT = lazily(
    r"(?![全各我这那])[\u4e00-\u9fff]{2,16}?"
    r"(?:协会|学会|联合会|管理委员会|管委会|开发区|园区|大学|学院|银行|社区|(?<![农乡])村(?![镇级]))"
)
_MIN_LENGTH = 6  # characters; shorter names differ from many others by a character or two
_NUMERALS = lazily("[一二三四五六七八九十]")
_GOVERNMENTS = ("市", "县", "区")
_MEETING_AT = lazily("在(?!座)|^向")


class OwnUnit:
    """The speech's unit: all its names from the unit file (`is_given`), or the one in the title."""

    def __init__(self, names: tuple[str, ...], is_given: bool) -> None:
        self.names = names
        self.is_given = is_given

    @property
    def name(self) -> str:
        """The name in full."""
        return self.names[0]

    @cached_property
    def kind(self) -> str:
        """局, 镇, 医院: the kind of the full name or, if it does not show one, of a shorter name."""
        return next(filter(None, map(kind_of, self.names)), "")

    @cached_property
    def place(self) -> str:
        """The place at the beginning of the full name: 岚川市 of 岚川市林业局; empty for 市林业局."""
        return found["place"] if (found := _PLACE.match(self.name)) else ""

    @cached_property
    def level(self) -> str:
        """The level of the place: 市 of 市财政局 and of 岚川市林业局, 区 of 岚川市柳河区林业局; empty for 青石镇."""
        places = _PLACES.match(self.name)
        return (places[0][-1] if places else "") or next((name[0] for name in self.names if name[0] in "省市县区"), "")

    @cached_property
    def name_variants(self) -> tuple[str, ...]:
        """Every form that its names can take: with and without the place, with 市 before a short name."""
        forms = dict.fromkeys(self.names)
        for name in self.names:
            for level in _LEVEL.finditer(name):
                for tail in (name[level.start() :], name[level.end() :]):
                    if len(tail) > 2:
                        forms[tail] = None
        for form in list(forms):
            if self.level and form[:1] != self.level and not form.startswith(self.place or "\n"):
                forms[self.level + form] = None
            if self.place:
                forms[self.place + form] = None
                forms[self.place[:-1] + form] = None
        return tuple(forms)

    def is_called(self, name: str) -> bool:
        """Whether a name is one of the unit's name variants."""
        return name in self._variant_set

    @cached_property
    def _variant_set(self) -> frozenset[str]:
        return frozenset(self.name_variants)

    def is_named_in(self, text: str) -> bool:
        """Whether a text has one of the unit's names."""
        return any(form in text for form in self.name_variants)

    def matches(self, organisation: Organisation) -> bool:
        """Whether an organisation is the unit: it has one of its names, with no other place before it."""
        for form in self.name_variants:
            if organisation.name == form:
                return True
            if organisation.name.endswith(form) and not self.place:
                place = organisation.name[: -len(form)]
                if form[0] in "省市县区" or place[-1] == self.level:
                    return True
        return any(self.is_called(organisation.name[size:]) for size in words_before_names(organisation.name))

    def is_above(self, organisation: Organisation) -> bool:
        """Whether the unit governs or directs an organisation, as a county does its bureaus and towns."""
        if self.kind == "省":
            return organisation.level != "省"
        if self.kind in _GOVERNMENTS:
            is_called_after = any(name[:2] in organisation.name for name in self.names if name[0] not in _GOVERNMENTS)
            return (
                is_called_after or organisation.level in ("", self.kind, *"县区镇乡") or organisation.suffix in PLACES
            )
        if organisation.suffix in SCHOOLS:
            return organisation.level in ("镇", "乡") or bool(re.search("教育|教体|教科|文教", self.name))
        if organisation.suffix in ("医院", "保健院"):
            return bool(re.search("卫生|卫健|卫计", self.name))
        if self.kind in ("街道", "镇", "乡") and organisation.suffix == "社区":
            return True
        # A city's bureau directs the counties' bureaus in its own field.
        field = (
            organisation.name[organisation.name.find(organisation.level) + 1 :].removesuffix(organisation.suffix)
            if organisation.level
            else ""
        )
        is_smaller = self.level == "市" and organisation.level in ("县", "区")
        return is_smaller and bool(field) and any(is_subsequence(field, name) for name in self.names)

    def is_below(self, organisation: Organisation) -> bool:
        """Whether an organisation of the same kind is that of a larger place: 市中级人民法院 to a district's court."""
        ranks = "区县市省"
        is_larger = bool(self.level and organisation.level) and ranks.find(organisation.level) > max(
            ranks.find(self.level), ranks.find("县")
        )
        name = organisation.name.removesuffix(organisation.suffix)
        is_same_field = organisation.suffix == "局" and any(is_subsequence(name[1:], each) for each in self.names)
        is_court = self.kind in ("法院", "检察院") and kind_of(organisation.name) == self.kind
        return is_larger and name[:1] == organisation.level and (is_court or is_same_field)

    @property
    def short(self) -> str:
        """The short name, or the full name if there is no short one."""
        return self.names[1] if len(self.names) > 1 else self.name

    def may_be_in(self, name: str) -> bool:
        """Whether a name is the unit's or has it: 我们市二院. Of a government, 某省政府 is another one's."""
        if self.kind in (*_GOVERNMENTS, "省"):
            return self.is_called(name) or self.name in name or any(is_subsequence(name, own) for own in self.names)
        before = (name[: name.find(own)] for own in self.names if own in name)
        return self.is_called(name) or self.may_be_called(name) or not all(map(self._is_other_place, before))

    def _is_other_place(self, words: str) -> bool:
        """Whether the words before a name of the unit make it that of another place: 杭州 in 杭州一中."""
        is_place = words in word_set("names/places") or words.endswith(("省", "市", "县", "区", "州"))
        return is_place and words not in self.name

    def may_be_called(self, name: str) -> bool:
        """Whether a name may mean the unit: one name has all characters of the other in the same order.

        Or the names have most characters in common: 市人民中级法院 for 市中级人民法院.
        """
        if any(_has_most_characters_of(name, own) for own in self.names):
            return True
        return is_subsequence(self.name, name) or any(is_subsequence(name, own) for own in self.names)


def is_subsequence(short: str, long: str) -> bool:
    """Whether a name has all characters of a shorter one in the same order: 市住建局 in 市住房和城乡建设局."""
    characters = iter(long)
    return all(character in characters for character in short)


def _has_most_characters_of(one: str, other: str) -> bool:
    if one[0] != other[0] or one[-1] != other[-1] or min(len(one), len(other)) < _MIN_LENGTH:
        return False
    same = sum((Counter(one) & Counter(other)).values())
    return same >= 0.75 * max(len(one), len(other)) and _NUMERALS.findall(one) == _NUMERALS.findall(other)


def own_unit(draft: Draft, facts: Facts) -> OwnUnit | None:
    """The unit from the unit file or the title; None if neither names one."""
    if facts.unit:
        return _cached_unit(facts.unit, True)
    name = unit_in_title(draft)
    return _cached_unit((name,), False) if name else None


# Several rules ask for the unit; its name variants are computed once.
_cached_unit = lru_cache(maxsize=8)(OwnUnit)


def unit_in_title(draft: Draft) -> str:
    """岚川市林业局 in 在岚川市林业局总结大会上的讲话; empty if the title names no unit."""
    for passage in draft.passages[:6]:
        if passage.kind != "title":
            continue
        named = organisations(passage.text)
        for at in _MEETING_AT.finditer(passage.text):
            blank = _BLANK_UNIT.match(passage.text, at.end())
            if blank:
                return blank[0]
            for organisation in named:
                if organisation.start == at.end():
                    return organisation.name
            other = _OTHER_UNIT.match(passage.text, at.end())
            if other:
                return other[0]
        if named and named[0].start == 0:
            return named[0].name
    return ""
