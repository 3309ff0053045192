"""Words of another level or kind than the unit's: 我市 in a county's speech, 街道 in a bureau's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.names.bodies import body_at
from speechgen.checks.rules.names.level_setting import Setting
from speechgen.checks.rules.names.level_words import (
    A_KIND,
    BELOW,
    EACH,
    HEAD,
    HEADS,
    PRONOUN,
    STAFF_AFTER,
    STAFF_BEFORE,
    STAFF_COUNT,
    STAFF_OF,
    STAFF_WORD,
    STREET,
    WHOLE,
)
from speechgen.checks.rules.names.organs import PREFIXES, organ_of, organs_in, wrong_bare_organs, wrong_organs
from speechgen.checks.rules.names.own import own_unit
from speechgen.checks.rules.names.person_words import SURNAMES
from speechgen.checks.rules.names.persons import namings
from speechgen.checks.rules.patterns import lazily

_CHINESE = lazily("[\u4e00-\u9fff]")
_JUST_NOW = lazily(r"(?:刚才，|党[组委]书记、)(?:常务)?副?$")
_NOT_ITS_OWN = "各个位名家级该每有些两多等市县区乡镇村辖属小分"
_WORD_FOR = {"行": "公司", "厂": "公司", "企业": "公司"}


@rule("level")
def level(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A word for another level or kind of unit.

    A speech that was made from a county's says 我县 in a bureau of the city; one from a hospital speaks of 医务人员 to
    a school; the file has 局党组, and the speech 局党委. Such words are right where the paragraph names the body of
    which they are said (青石镇…全镇), where the speaker quotes somebody, and for the places in which the unit lies
    (我市 in a city's bureau). The kind of the unit is that of its name, or of the unit in the title.

    Facts:
        unit: {name: 市水务局}
        group: {name: 市委第四督导组}
        leading_body: {name: 局党组}
    Finds:
        我县的水利工作走在前列。
        希望广大纪检干部再接再厉。
        街道党工委高度重视，全镇上下一条心。
        局党委认真履行主体责任。
    Leaves alone:
        市水务局为我市的发展作出了贡献，全局上下一条心。
        我们到了青石镇，全镇党员都参加了学习。
        各级党委要站在全局的高度。
    """
    own = own_unit(draft, facts)
    if own is not None and own.kind:
        setting = Setting(draft, facts, own)
        yield from sorted(finding for find in _FINDERS for finding in find(setting))


def _pronouns(setting: Setting) -> Iterator[Finding]:
    """我局, 贵院, 本镇, 我县."""
    for found in PRONOUN.finditer(setting.text):
        word, who, spot = found["word"], found["who"], found.span()
        if setting.is_quoted(spot[0]) or not setting.is_wrong(word):
            continue
        is_speakers = who not in ("贵", "你", "你们") and setting.is_speakers(word)
        is_named = who != "我" and setting.is_smaller(word) and setting.is_near(word, *spot)
        if not is_speakers and not is_named:
            yield _finding(setting, *spot, is_sure=setting.is_sure(word))


def _wholes(setting: Setting) -> Iterator[Finding]:
    """全局, 全校, 全镇."""
    for found in WHOLE.finditer(setting.text):
        word, spot = found["word"], found.span()
        is_staff = bool(STAFF_AFTER.match(setting.text, found.end()))
        is_idiom = word in ("局", "委", "厅", "村") and not is_staff
        is_above = setting.is_larger(word) and (setting.is_evident(word) or not is_staff)
        if is_idiom or is_above or not setting.is_wrong(word) or setting.is_quoted(spot[0]):
            continue
        if not setting.is_near(word, *spot):
            is_sure = is_staff and setting.is_sure(word) and not setting.is_anywhere(word)
            yield _finding(setting, *spot, is_sure=is_sure)


def _own_organ(setting: Setting) -> Iterator[Finding]:
    """局党委, or 党委书记 alone, where the file has 局党组."""
    right = organ_of(setting.facts.leading_body or "")
    if not right:
        return
    for organ, _, _ in wrong_organs(setting.text, setting.facts, setting.own):
        message = f"{setting.text[organ.start : organ.end]} is called {organ.whose}{right} in the unit file"
        yield Finding(organ.start, organ.end, message, f"write {organ.whose}{right}")
    for start, end, right in wrong_bare_organs(setting.text, setting.facts):
        if not setting.is_quoted(start):
            message = f"{setting.text[start:end]} is called {right} in the unit file"
            yield Finding(start, end, message, f"write {right}", severity="warning")


def _others_organ(setting: Setting) -> Iterator[Finding]:
    """镇党委 in a bureau's speech."""
    for organ in organs_in(setting.text):
        kinds = [kind for kind, prefixes in PREFIXES.items() if organ.whose in prefixes]
        is_named = setting.text[organ.start : organ.end] in setting.facts.said
        if not kinds or setting.own.kind in kinds or is_named or setting.is_quoted(organ.start):
            continue
        is_anothers = setting.text[organ.start - 1 : organ.start] in tuple(_NOT_ITS_OWN)
        is_body = body_at(setting.text, organ.start, organ.start + 1) is not None
        is_below = any(setting.is_smaller(kind) for kind in kinds) or setting.is_governed(kinds)
        word = _WORD_FOR.get(organ.whose, organ.whose)
        is_near = setting.is_beside(word, organ.start, organ.end)
        if not (is_anothers or is_body or is_below or is_near):
            is_sure = setting.own.is_given and not setting.is_anywhere(word)
            yield _finding(setting, organ.start, organ.end, is_sure=is_sure)


def _staff(setting: Setting) -> Iterator[Finding]:
    """纪检干部 at a water bureau, 教职工 at a hospital."""
    own, text = setting.own, setting.text
    names = " ".join((*own.names, *setting.facts.subordinates, setting.speaker))
    for found in STAFF_WORD.finditer(text):
        each = STAFF_OF[found[0]]
        if own.kind in each.kinds or re.search(each.field, names) or setting.is_quoted(found.start()):
            continue
        before = text[max(0, found.start() - 16) : found.start()]
        is_addressed = bool(STAFF_BEFORE.search(before)) or before.endswith(own.forms)
        is_listed = before.endswith("、") or text.startswith("、", found.end())
        is_alone = each.kinds and not is_listed and not re.search(each.field, setting.rest(*found.span()))
        if is_addressed or is_alone or STAFF_COUNT.search(before):
            is_all = is_addressed and ("广大" in before or "全体" in before)
            yield _finding(setting, *found.span(), is_sure=is_all and own.is_given)


def _heads(setting: Setting) -> Iterator[Finding]:
    """镇长 in a bureau's speech: the head of a unit of another kind, where no other body is named."""
    text = setting.text
    people = tuple(person.name for person in setting.facts.people if len(person.name) > 1)
    named = frozenset(naming.start for naming in namings(text, people))
    for found in HEAD.finditer(text):
        word, kinds = HEADS[found[0]]
        is_allowed = setting.own.kind in kinds or setting.is_governed(kinds) or found[0] in setting.facts.said
        if is_allowed or not _is_alone(text, found.start()) or setting.is_quoted(found.start()):
            continue
        is_known = text.startswith(people, found.end())
        is_somebody = found.end() in named or text.startswith("同志", found.end()) or _is_addressed(text, found.start())
        is_others = setting.is_government or setting.is_speakers(word) or setting.is_near(word, *found.span())
        if is_known or (is_somebody and not is_others):
            yield _finding(setting, *found.span(), is_sure=is_known)


def _is_alone(text: str, at: int) -> bool:
    """Whether a post's word follows no name of the body whose post it is."""
    before = text[max(0, at - 4) : at].removesuffix("副").removesuffix("常务")[-1:]
    return not _CHINESE.match(before) or before in "由请让和与同的是对" or _is_addressed(text, at)


def _is_addressed(text: str, at: int) -> bool:
    """李镇长, or 刚才，镇长."""
    before = text[max(0, at - 8) : at]
    is_by_surname = before[-1:] in SURNAMES and not _CHINESE.match(before[-2:-1] or "，")
    return is_by_surname or bool(_JUST_NOW.search(before))


def _below(setting: Setting) -> Iterator[Finding]:
    """各年级组 at a hospital, 各街道 at a school: parts that a unit of its kind does not have."""
    for found in EACH.finditer(setting.text):
        kinds, others = BELOW[found["below"]]
        is_listed = setting.text[max(0, found.start() - 1) : found.start()] in ("、", "和", "及", "与")
        is_allowed = setting.own.kind in kinds or setting.is_governed(kinds) or found["below"] in setting.facts.said
        is_others = is_listed or setting.is_quoted(found.start()) or re.search(others, setting.rest(*found.span()))
        if not (is_allowed or is_others):
            yield _finding(setting, *found.span(), is_sure=False)


def _streets(setting: Setting) -> Iterator[Finding]:
    """街道 as the one that acts, in the speech of a unit that is none."""
    if setting.own.kind in ("街道", "社区") or (setting.is_government and setting.own_rank > 1):
        return
    for found in STREET.finditer(setting.text) if "街道" in setting.text else ():
        if not setting.is_quoted(found.start()) and not setting.is_near("街道", *found.span()):
            yield _finding(setting, *found.span(), is_sure=False)


_FINDERS = (_pronouns, _wholes, _own_organ, _others_organ, _staff, _heads, _below, _streets)


def _finding(setting: Setting, start: int, end: int, *, is_sure: bool) -> Finding:
    own = setting.own
    message = f"{setting.text[start:end]} does not go with {own.name}, which is {A_KIND[own.kind]}"
    fix = "write the word for this unit, or name the body that is meant"
    return Finding(start, end, message, fix, severity=None if is_sure else "warning")
