"""Whose speech it is: the unit as its file names it or, without a file, as the title does."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules.names.bodies import Body, bodies
from speechgen.checks.rules.names.kinds import PLACES, SCHOOLS, kind_of
from speechgen.checks.rules.patterns import lazily

_LEVEL = lazily("[省市县]|(?<![发园社新景校地小开港])区")
_PLACE = lazily(r"^(?:国家税务总局)?(?P<place>[\u4e00-\u9fff]{2,3}[省市县区州])(?=[\u4e00-\u9fff]{2})")
_BLANK_UNIT = lazily(
    r"[XxＸ×＊*某〇○]{1,4}[省市县区]?[\u4e00-\u9fff]{0,8}?(?:局|委|镇|乡|街道|县|区|医院|学校|中学|公司|集团|法院)"
)
# Units of kinds that are not read in running text.
_OTHER_UNIT = lazily(
    r"(?![全各我这那])[\u4e00-\u9fff]{2,16}?"
    r"(?:协会|学会|联合会|管理委员会|管委会|开发区|园区|大学|学院|银行|社区|村)"
)
_LONG = 6  # characters: shorter names differ by a character or two from many others
_NUMERALS = lazily("[一二三四五六七八九十]")
_GOVERNMENTS = ("市", "县", "区")
_AT = lazily("在(?!座)")


@dataclass(frozen=True)
class Own:
    """The unit. `names` are its names as its file has them (`is_given`), or the one that the title has."""

    names: tuple[str, ...]
    is_given: bool

    @property
    def name(self) -> str:
        """The name in full."""
        return self.names[0]

    @cached_property
    def kind(self) -> str:
        """局, 镇, 医院, as the name in full has it, or else the short name."""
        return next(filter(None, map(kind_of, self.names)), "")

    @cached_property
    def place(self) -> str:
        """The place with which the name in full begins: 岚川市 of 岚川市林业局; empty where it is 市 alone."""
        return found["place"] if (found := _PLACE.match(self.name)) else ""

    @cached_property
    def level(self) -> str:
        """市 of 市财政局 and of 岚川市林业局, empty of 青石镇."""
        return self.place[-1:] or next((name[0] for name in self.names if name[0] in "省市县区"), "")

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every way to call it that its names allow: with and without the place, 市 before a short name."""
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
        """Whether a name is one of the unit's own, as its names allow."""
        return name in self._forms

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(self.forms)

    def is_in(self, text: str) -> bool:
        """Whether a text says one of its names."""
        return any(form in text for form in self.forms)

    def is_body(self, body: Body) -> bool:
        """Whether a body that a text names is the unit: by one of its names, with its own place before it or none."""
        for form in self.forms:
            if body.name == form:
                return True
            if body.name.endswith(form) and not self.place:
                place = body.name[: -len(form)]
                if form[0] in "省市县区" or place[-1] == self.level:
                    return True
        return False

    def has_below(self, body: Body) -> bool:
        """Whether a body is one that this unit governs, or whose work it leads: a county's bureaus and towns."""
        if self.kind in _GOVERNMENTS:
            is_called_after = any(name[:2] in body.name for name in self.names if name[0] not in _GOVERNMENTS)
            return is_called_after or body.level in ("", self.kind, *"县区镇乡") or body.form in PLACES
        if body.form in SCHOOLS:
            return body.level in ("镇", "乡") or bool(re.search("教育|教体|教科|文教", self.name))
        if body.form in ("医院", "保健院"):
            return bool(re.search("卫生|卫健|卫计", self.name))
        if self.kind in ("街道", "镇", "乡") and body.form == "社区":
            return True
        # A city's bureau speaks of the counties' bureaus of its own field.
        field = body.name[body.name.find(body.level) + 1 :].removesuffix(body.form) if body.level else ""
        is_smaller = self.level == "市" and body.level in ("县", "区")
        return is_smaller and bool(field) and any(is_within(field, name) for name in self.names)

    @property
    def short(self) -> str:
        """The name that a speech mostly uses."""
        return self.names[1] if len(self.names) > 1 else self.name

    def is_form(self, name: str) -> bool:
        """Whether a name may be meant for the unit: the characters of one stand, in this order, in the other.

        Or most of them do in another order: 市人民中级法院 for 市中级人民法院.
        """
        if any(_is_like(name, own) for own in self.names):
            return True
        return is_within(self.name, name) or any(is_within(name, own) for own in self.names)


def is_within(short: str, long: str) -> bool:
    """Whether the characters of a short form stand in a name in the same order: 市住建局 in 市住房和城乡建设局."""
    signs = iter(long)
    return all(sign in signs for sign in short)


def _is_like(one: str, other: str) -> bool:
    if one[0] != other[0] or one[-1] != other[-1] or min(len(one), len(other)) < _LONG:
        return False
    same = sum((Counter(one) & Counter(other)).values())
    return same >= 0.75 * max(len(one), len(other)) and _NUMERALS.findall(one) == _NUMERALS.findall(other)


def own_unit(draft: Draft, facts: Facts) -> Own | None:
    """The unit, None where neither the file nor the title says whose speech it is."""
    if facts.unit:
        return _own(facts.unit, True)
    name = unit_in_title(draft)
    return _own((name,), False) if name else None


# Each rule asks whose speech it is; what follows from the names is found out once.
_own = lru_cache(maxsize=8)(Own)


def unit_in_title(draft: Draft) -> str:
    """岚川市林业局 in 在岚川市林业局总结大会上的讲话; empty where the title says no unit."""
    for passage in draft.passages[:6]:
        if passage.kind != "title":
            continue
        named = bodies(passage.text)
        for at in _AT.finditer(passage.text):
            blank = _BLANK_UNIT.match(passage.text, at.end())
            if blank:
                return blank[0]
            for body in named:
                if body.start == at.end():
                    return body.name
            other = _OTHER_UNIT.match(passage.text, at.end())
            if other:
                return other[0]
        if named and named[0].start == 0:
            return named[0].name
    return ""
