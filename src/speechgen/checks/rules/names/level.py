"""The rule level: words for another level or kind of unit, 我市 in a county's speech, 街道 in a bureau's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.names.leading_bodies import (
    kinds_with_leading_body,
    leading_bodies,
)
from speechgen.checks.rules.names.level_context import LevelContext
from speechgen.checks.rules.names.level_speaker import level_finding, spoken_for, systems, this_meeting
from speechgen.checks.rules.names.level_words import (
    COMMITTEE_OF,
    EACH_PART,
    GOVERNMENTS,
    KINDS_OF_WORD,
    OWN_PART,
    POST_OF_HEAD,
    PRONOUN,
    RANKS,
    SPEAKS_FOR_GOVERNMENT,
    STAFF_AFTER,
    STAFF_BEFORE,
    STAFF_COUNT,
    STAFF_OF,
    STAFF_WORD,
    SUBDISTRICT_ACTS,
    TOWN_ACTS,
    UNIT_PARTS,
    WHOLE_UNIT,
    post_of_head,
)
from speechgen.checks.rules.names.organisations import organisation_at
from speechgen.checks.rules.names.own_unit import own_unit
from speechgen.checks.rules.names.persons import person_mentions
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import characters, groups
from speechgen.messages import translated

_CHINESE = lazily("[\u4e00-\u9fff]")
_BEFORE_ADDRESSED_POST = lazily(r"(?:刚才，|党[组委]书记、)(?:常务)?副?$")
_BEFORE_OTHER_UNITS = "各个位名家级该每有些两多等市县区乡镇村辖属小分"
_BEFORE_IDIOM = lazily("(?:统筹|服务|着眼|关系|影响|事关|谋划|把握|驾驭|协调|胸怀|立足)$")  # 统筹全局各项工作
_PRONOUN, _WHOLE_UNIT = PatternWithinSentence(PRONOUN), PatternWithinSentence(WHOLE_UNIT, ["全"])
_STAFF_WORD, _POST_OF_HEAD = PatternWithinSentence(STAFF_WORD), PatternWithinSentence(POST_OF_HEAD)
_EACH_PART = PatternWithinSentence(EACH_PART, ["各"])
_SUBDISTRICT_ACTS, _TOWN_ACTS = (
    PatternWithinSentence(SUBDISTRICT_ACTS, ["街道"]),
    PatternWithinSentence(TOWN_ACTS, ["镇"]),
)
_OWN_PART = PatternWithinSentence(OWN_PART)
_CHECKED_AS = {"行": "公司", "厂": "公司", "企业": "公司"}


@rule("level")
def level(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A word for another level or kind of unit.

    A speech that was copied from a county's says 我县 to a city's bureau; one copied from a hospital's speaks of
    医务人员 to a school; a town's leading body is called 局党组. The values of the unit file are checked too.
    Not reported are words about an organisation that the paragraph names (青石镇…全镇), words in quotation marks, and
    the place that the unit is in (我市 in a city's bureau) or a larger one (全市 in a county's speech). The kind of
    unit is taken from its name in the unit file or, without one, in the title.

    Facts:
        unit: {name: 市水务局}
        group: {name: 市委第四督导组}
        leading_body: {name: 局党组}
    Finds:
        我县的水利工作走在前列。
        希望广大纪检干部再接再厉。
        街道党工委高度重视，全镇上下一条心。
    Leaves alone:
        市水务局为我市的发展作出了贡献，全局上下一条心。
        我们到了青石镇，全镇党员都参加了学习。
        各级党委要站在全局的高度。
    """
    own = own_unit(draft, facts)
    if own is not None and own.kind:
        context = LevelContext(draft, facts, own)
        finders = _OF_ANY_UNIT if own.kind in _FOR_ALL else (*_OF_ANY_UNIT, *_OF_ONE_KIND)
        found = (finding for find in finders for finding in find(context))
        yield from sorted(found, key=lambda each: (each.start, each.end))


def _pronouns(context: LevelContext) -> Iterator[Finding]:
    """A pronoun with the wrong kind of unit: 我局, 贵院, 本镇, 我县."""
    for found in _PRONOUN.finditer(context.text):
        word, who, span = found["word"], found["who"], found.span()
        if context.is_quoted(span[0]) or not context.does_not_fit(word) or context.begins_name(*found.span("word")):
            continue
        is_speakers = who not in ("贵", "你", "你们") and context.may_be_speakers(word)
        if who == "本" and context.is_responsible_for(groups(KINDS_OF_WORD).get(word, ())):
            continue  # 各校要抓好本校的整改
        is_mentioned = context.is_mentioned_anywhere(word) if who == "本" else context.is_mentioned_nearby(word, *span)
        is_named = who != "我" and context.is_smaller_place(word) and is_mentioned  # 说不出一件本村的事
        if not is_speakers and not is_named:
            yield level_finding(context, *span, is_certain=context.is_certain(word))


def _whole_unit(context: LevelContext) -> Iterator[Finding]:
    """全 with the wrong kind of unit: 全局, 全校, 全镇."""
    for found in _WHOLE_UNIT.finditer(context.text):
        word, span = found["word"], found.span()
        is_staff = bool(STAFF_AFTER.match(context.text, found.end()))
        is_idiom = word in ("局", "委", "厅", "村") and (
            not is_staff or bool(_BEFORE_IDIOM.search(context.text, max(0, found.start() - 2), found.start()))
        )
        is_above = context.is_larger_place(word) and (context.is_known_level(word) or not is_staff)
        is_below = context.is_responsible_for(groups(KINDS_OF_WORD).get(word, ()))
        if is_idiom or is_above or is_below or not context.does_not_fit(word) or context.is_quoted(span[0]):
            continue
        is_mentioned = context.is_mentioned_close_by if is_staff and word not in RANKS else context.is_mentioned_nearby
        if not is_mentioned(word, *span):
            is_staff = is_staff and not context.text.startswith("各项工作", found.end())
            is_certain = is_staff and context.is_certain(word) and not context.is_mentioned_anywhere(word)
            yield level_finding(context, *span, is_certain=is_certain)


def _foreign_leading_body(context: LevelContext) -> Iterator[Finding]:
    """The leading body of another kind of unit: 镇党委 in a bureau's speech."""
    for leading_body in leading_bodies(context.text):
        kinds = kinds_with_leading_body(leading_body.owner)
        is_named = context.text[leading_body.start : leading_body.end] in context.facts.all_text
        if not kinds or context.own.kind in kinds or is_named or context.is_quoted(leading_body.start):
            continue
        is_others = context.text[leading_body.start - 1 : leading_body.start] in tuple(_BEFORE_OTHER_UNITS)
        is_part_of_name = organisation_at(context.text, leading_body.start, leading_body.start + 1) is not None
        is_below = any(context.is_smaller_place(kind) for kind in kinds) or context.is_responsible_for(kinds)
        is_above = context.own_rank == 0 and leading_body.owner in ("镇", "乡", "街道")  # 我镇党委, in a village
        word = _CHECKED_AS.get(leading_body.owner, leading_body.owner)
        is_near = context.is_mentioned_close_by(word, leading_body.start, leading_body.end)
        if not (is_others or is_part_of_name or is_below or is_above or is_near):
            is_certain = context.own.is_given and not context.is_mentioned_anywhere(word)
            yield level_finding(context, leading_body.start, leading_body.end, is_certain=is_certain)


def _staff(context: LevelContext) -> Iterator[Finding]:
    """Staff of another kind of unit: 纪检干部 in a water bureau, 教职工 in a hospital."""
    own, text = context.own, context.text
    names = " ".join((*own.names, *context.facts.subordinates, context.speaker))
    for found in _STAFF_WORD.finditer(text):
        each = STAFF_OF[found[0]]
        if own.kind in each.kinds or re.search(each.field, names) or context.is_quoted(found.start()):
            continue
        before = text[max(0, found.start() - 16) : found.start()]
        is_addressed = bool(STAFF_BEFORE.search(before)) or before.endswith(own.name_variants)
        is_listed = before.endswith("、") or text.startswith("、", found.end())
        is_clinic = context.own.kind in ("学校", "大学") and "医" in found[0]  # a school has one
        is_alone = (
            each.kinds
            and not is_listed
            and not is_clinic
            and not re.search(each.field, context.surroundings(*found.span()))
        )
        if is_addressed or is_alone or STAFF_COUNT.search(before):
            is_all = is_addressed and ("广大" in before or "全体" in before)
            yield level_finding(context, *found.span(), is_certain=is_all and own.is_given)


def _posts(context: LevelContext) -> Iterator[Finding]:
    """镇长 in a bureau's speech: the head of another kind of unit, with no such unit mentioned nearby."""
    text = context.text
    people = tuple(person.name for person in context.facts.people if len(person.name) > 1)
    named = frozenset(mention.start for mention in person_mentions(text, people))
    for found in _POST_OF_HEAD.finditer(text):
        word, kinds = post_of_head(found[0])
        is_allowed = (
            context.own.kind in kinds or context.is_responsible_for(kinds) or found[0] in context.facts.all_text
        )
        if is_allowed or not _is_without_organisation(text, found.start()) or context.is_quoted(found.start()):
            continue
        is_known = text.startswith(people, found.end())
        is_somebody = (
            found.end() in named or text.startswith("同志", found.end()) or _is_used_as_name(text, found.start())
        )
        is_others = (
            context.is_government or context.may_be_speakers(word) or context.is_mentioned_nearby(word, *found.span())
        )
        if is_known or (is_somebody and not is_others):
            yield level_finding(context, *found.span(), is_certain=is_known)


def _is_without_organisation(text: str, at: int) -> bool:
    """Whether no organisation name is before a post."""
    before = text[max(0, at - 4) : at].removesuffix("副").removesuffix("常务")[-1:]
    return not _CHINESE.match(before) or before in "由请让和与同的是对" or _is_used_as_name(text, at)


def _is_used_as_name(text: str, at: int) -> bool:
    """Whether a post is used like a name: 李镇长; 刚才，镇长."""
    before = text[max(0, at - 8) : at]
    is_by_surname = before[-1:] in characters("names/surnames") and not _CHINESE.match(before[-2:-1] or "，")
    return is_by_surname or bool(_BEFORE_ADDRESSED_POST.search(before))


def _unit_parts(context: LevelContext) -> Iterator[Finding]:
    """各年级组 at a hospital, 各街道 at a school: parts that this kind of unit does not have."""
    for found in _EACH_PART.finditer(context.text):
        kinds, others = UNIT_PARTS[found["part"]]
        is_listed = context.text[max(0, found.start() - 1) : found.start()] in ("、", "和", "及", "与")
        is_allowed = (
            context.own.kind in kinds or context.is_responsible_for(kinds) or found["part"] in context.facts.all_text
        )
        is_others = (
            is_listed
            or context.is_addressee(found.start())
            or context.is_quoted(found.start())
            or re.search(others, context.surroundings(*found.span()))
        )
        if not (is_allowed or is_others):
            yield level_finding(context, *found.span(), is_certain=False)


def _subdistrict(context: LevelContext) -> Iterator[Finding]:
    """街道 as the subject of a sentence, in the speech of a unit that is not one; 镇 in a subdistrict's."""
    is_in_one = context.own.kind in ("街道", "社区")
    if not is_in_one and context.is_government and context.own_rank > 1:
        return
    word, pattern = ("镇", _TOWN_ACTS) if is_in_one else ("街道", _SUBDISTRICT_ACTS)
    for found in pattern.finditer(context.text) if word in context.text else ():
        if not context.is_quoted(found.start()) and not context.is_mentioned_nearby(word, *found.span()):
            yield level_finding(context, *found.span(), is_certain=False)


def _own_parts(context: LevelContext) -> Iterator[Finding]:
    """校工会 at a hospital: a part of another kind of unit."""
    for found in _OWN_PART.finditer(context.text):
        word, start, end = found["word"], *found.span("part")
        is_fitting = not context.does_not_fit(word) or context.may_be_speakers(word)
        is_others = context.is_mentioned_close_by(word, start, end) or context.text[start:end] in context.facts.all_text
        if not (is_fitting or is_others or context.is_quoted(start)):
            yield level_finding(context, start, end, is_certain=False)


def _governments(context: LevelContext) -> Iterator[Finding]:
    """我代表市政府 in the speech of a province; 县委 where the files have 区委."""
    for found in SPEAKS_FOR_GOVERNMENT.finditer(context.text) if context.is_government else ():
        word, start, end = found["word"], *found.span("body")
        is_speakers = context.text[start:end] in context.speaker or context.is_known_level(word)
        if word != context.own.kind and not is_speakers and context.own.kind in GOVERNMENTS[:4]:
            yield level_finding(context, start, end, is_certain=context.own.is_given)
    for word, other in (("县", "区"), ("区", "县")):
        if context.own.kind in (word, "市", "省") or context.is_known_level(word) or not context.is_known_level(other):
            continue
        for found in COMMITTEE_OF[word].finditer(context.text):
            is_named = re.search(rf"[\u4e00-\u9fff]{{2}}{word}(?![委政])", context.surroundings(*found.span()))
            is_others = is_named or context.is_quoted(found.start())
            if found[0] not in context.facts.all_text and not is_others:
                message = translated(
                    "{words} does not fit {unit}, which is in a place with a {other}委",
                    words=found[0],
                    unit=context.own.name,
                    other=other,
                )
                yield Finding(
                    *found.span(),
                    message,
                    translated("write {words}", words=f"{other}{found[0][1:]}"),
                    severity="warning",
                )


_FOR_ALL = ("部门",)  # departments whose speeches are for units of every kind
_OF_ANY_UNIT = (_pronouns, _whole_unit, _foreign_leading_body, _governments, spoken_for, systems, this_meeting)
_OF_ONE_KIND = (_staff, _posts, _unit_parts, _subdistrict, _own_parts)
