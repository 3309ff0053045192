"""Values of a unit file that do not fit the kind of unit that its name shows: leading body, post of its head, 全局."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Finding
from speechgen.checks.rules.names.leading_bodies import (
    LeadingBody,
    kinds_with_leading_body,
    leading_bodies,
    leading_body_prefixes,
)
from speechgen.checks.rules.names.level_words import (
    KINDS_OF_WORD,
    POST_OF_HEAD,
    RANKS,
    WHOLE_UNIT,
    kind_in_words,
    post_of_head,
)
from speechgen.checks.rules.names.own_unit import OwnUnit
from speechgen.checks.rules.names.unit_kinds import kind_of
from speechgen.checks.tables import groups, pairs
from speechgen.messages import marked, translated
from speechgen.model import Given, Place

_COMMITTEES = {"省委": "省", "市委": "市", "县委": "县", "区委": "区"}
_WITHOUT_PARTY_GROUP = ("镇", "乡", "街道", "村", "社区")  # their leading body is never a 党组
_EXAMPLES = "names/leading_body_examples"  # one for each kind of unit
# The keys of the values, with what to do.
_FIXES = {
    "leading_body.name": marked("write this unit's leading body, such as {example}"),
    "unit.head.post": marked("write this unit's post"),
    "unit.whole": marked("write this unit's word"),
}
_POSTS = ("局长", "厅长", "镇长", "乡长")  # only one kind of unit has them as its head


def level_values(facts: Facts, language: str) -> Iterator[Finding]:
    """The unit's leading body, the post of its head and 全局, if they are those of another level or kind of unit."""
    checked = [given for given in facts.texts if given.path in _FIXES]
    unit = _unit(facts) if checked else None
    if unit is None or not unit.kind:
        return
    for given in checked:
        words = next(_wrong_words(given, unit), "")
        if words:
            place = given.place if given in facts.own_texts else _place_of_name(facts)
            kind = kind_in_words(unit.kind)
            if given.place and place != given.place:
                message = translated(
                    "{words}, in {file}, does not fit {unit}, which is {kind}",
                    words=words,
                    file=given.place.file,
                    unit=unit.name,
                    kind=kind,
                )
            else:
                message = translated(
                    "{words} does not fit {unit}, which is {kind}", words=words, unit=unit.name, kind=kind
                )
            fix = translated(_FIXES[given.path], example=pairs(_EXAMPLES)[unit.kind])
            yield Finding(0, 0, message, fix, place=place or given.place)


def _unit(facts: Facts) -> OwnUnit | None:
    """The unit, without the names that another unit's file shows to be that unit's."""
    if facts.others is not None and facts.others.units and facts.file:
        from speechgen.checks.rules.names.own_words import own_words_of  # only where there are other units

        return own_words_of(facts, facts.others).unit
    return OwnUnit(facts.unit, True) if facts.unit else None


def _place_of_name(facts: Facts) -> Place | None:
    return next((given.place for given in facts.own_texts if given.path == "unit.name"), None)


def _wrong_words(given: Given, unit: OwnUnit) -> Iterator[str]:
    words = given.words
    if given.path == "unit.whole":
        found = WHOLE_UNIT.fullmatch(words)
        if found and not _is_whole(found["word"], unit):
            yield words
        return
    if given.path == "leading_body.name":
        level = _COMMITTEES.get(words)
        if level and unit.kind != level:
            yield words
        if words == "党组" and unit.kind in _WITHOUT_PARTY_GROUP:
            yield words
    else:
        for found in POST_OF_HEAD.finditer(words):
            is_kind = unit.kind in post_of_head(found[0])[1]
            if found[0] in _POSTS and not is_kind and unit.kind not in ("市", "县", "区", "园区"):
                yield words
    for leading_body in leading_bodies(words):
        if not _fits(words, leading_body, unit):
            yield words[leading_body.start : leading_body.end]


def _is_whole(word: str, unit: OwnUnit) -> bool:
    """Whether 全局 or 全镇 can mean the unit: a county's bureau may say 全县."""
    kinds = groups(KINDS_OF_WORD).get(word, (word,))
    is_around = word in RANKS and RANKS[word] >= RANKS.get(unit.kind, RANKS["县"])
    is_named = any(word in name for name in unit.names) or (word, unit.kind) in (("区", "园区"), ("村", "社区"))
    return unit.kind in kinds or is_around or is_named


def _fits(words: str, leading_body: LeadingBody, unit: OwnUnit) -> bool:
    owner = leading_body.owner
    if unit.is_called(owner):
        return True
    kinds = kinds_with_leading_body(owner) or list(filter(None, [kind_of(owner)]))
    before = words[max(0, leading_body.start - 1) : leading_body.start]
    level = before if owner in leading_body_prefixes(unit.kind) else owner[:1]
    is_other_level = level and level in "省市县区" and unit.level and unit.level != level
    is_party_group = leading_body.form == "党组" and unit.kind in _WITHOUT_PARTY_GROUP
    return (not kinds or unit.kind in kinds) and not is_other_level and not is_party_group
