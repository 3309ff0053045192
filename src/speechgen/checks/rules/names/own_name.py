"""The rule own-name: the names of the unit, its leading body, the group and the campaign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.names.campaigns import wrong_campaigns
from speechgen.checks.rules.names.groups import (
    Group,
    bare_groups_of_other_tasks,
    groups_in,
    is_of_others,
    numbered_groups_of_author,
    own_group,
    variants_of,
)
from speechgen.checks.rules.names.leading_bodies import (
    wrong_bare_leading_bodies,
    wrong_leading_bodies,
)
from speechgen.checks.rules.names.own_unit import OwnUnit, own_unit
from speechgen.checks.rules.names.similar_unit_names import similar_unit_names
from speechgen.checks.rules.names.two_names import two_names_of_others
from speechgen.checks.rules.names.wrong_unit_names import title_alone, two_names, wrong_unit_names
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import marked, translated

if TYPE_CHECKING:
    from speechgen.model import Severity

_WE = lazily(r"(?:我代表|代表|我们|受|作为|为组长的)$")
_LED_BY_COURT = lazily(
    "在(?P<body>(?P<court>(?:[省市县区]|[\u4e00-\u9fff]{2,3}[省市县区])?(?:[高中]级?人?民?法?院|法院|检察院))党[组委])的(?:坚强|正确)?领导"
)
_ONE_OF_SEVERAL = lazily(r"第(?:[一二三四五六七八九十]{1,3}|\d{1,2})组?[、和与及至到]$")  # 第一、第二、第三巡察组
_WE_AFTER = lazily("完全同意|全体同志|的同志们|向大家|表示|感谢|讲|谈|提")
# The message for each part of a group's name that differs from that in the unit file, or in the author's line.
_DIFFERENT = {
    "number": marked("{words} differs from {group} in its number"),
    "level": marked("{words} differs from {group} in its level"),
    "task": marked("{words} differs from {group} in its task"),
    "post": marked("{words} differs from {group} in its post"),
}
_DIFFERENT_FROM_AUTHORS = {
    "number": marked("{words} differs from the group in the author's line in its number"),
    "level": marked("{words} differs from the group in the author's line in its level"),
    "task": marked("{words} differs from the group in the author's line in its task"),
    "post": marked("{words} differs from the group in the author's line in its post"),
}


@rule("own-name")
def own_name(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A wrong name for the unit, the group, the leading body or the campaign.

    A bureau is called a committee, the fourth group the third, a 党组 a 党委; a speech uses two names for one
    organisation; the title and the author's line differ. Each of the unit's names may be used, with or without its
    place. Without a unit file, the title and the author's line are compared with each other and with the speech.
    A name that may be another unit's (青禾工业大学 for 青禾大学, 青禾三院 for 青禾二院) is a warning where the unit's
    is expected, as in 作为…校长 and …的明天. Not found is a name that has little in common with the unit's.

    Facts:
        unit: {name: 市住房和城乡建设局, short: 市住建局, aliases: [住建局]}
        group: {name: 市委第四督导组, short: 第四督导组}
        leading_body: {name: 局党组}
    Finds:
        市住建委要继续抓好整改落实。
        下面，我代表市委第三督导组讲几点意见。
        局党委高度重视教育实践活动。
        这件事由市卫生健康委员会牵头。¶会后请市卫生健康局对账。
    Leaves alone:
        住建局的活动开展得扎实，局党组抓得紧。
        各级党委要负起主体责任，省住建厅也有部署。
    """
    own = own_unit(draft, facts)
    found = [*_groups(draft, facts), *_group_variants(draft, facts), *wrong_campaigns(draft, facts)]
    if own is not None:
        found += [*wrong_unit_names(draft, facts, own), *_leading_body(draft, facts, own)]
        found += [*_other_courts(draft, facts, own), *similar_unit_names(draft, facts, own)]
    if own is not None and not own.is_given:
        found += [*two_names(draft, own), *title_alone(draft, own)]
    found += two_names_of_others(draft, facts, own)
    reported = 0
    for finding in sorted(found, key=lambda each: (each.start, each.end)):
        if finding.start >= reported:  # one finding for each place
            reported = finding.end
            yield finding


def _leading_body(draft: Draft, facts: Facts, own: OwnUnit) -> Iterator[Finding]:
    """局党委 for 局党组, or 党委书记 alone."""
    for leading_body, right, is_given in wrong_leading_bodies(draft.text, facts, own):
        name = f"{leading_body.owner}{right}"
        words = draft.text[leading_body.start : leading_body.end]
        if is_given:
            message = translated("{words} is called {name} in the unit file", words=words, name=name)
        else:
            message = translated("{words} is called {name} in most of the speech", words=words, name=name)
        yield Finding(
            leading_body.start,
            leading_body.end,
            message,
            translated("write {words}", words=name),
            severity=None if is_given else "warning",
        )

    for start, end, right in wrong_bare_leading_bodies(draft.text, facts):
        words = draft.text[start:end]
        message = translated("{words} is called {name} in the unit file", words=words, name=right)
        yield Finding(start, end, message, translated("write {words}", words=right), severity="warning")


def _other_courts(draft: Draft, facts: Facts, own: OwnUnit) -> Iterator[Finding]:
    """在省高院党组的领导下 for 中院党组: the leading body of a court of another level leads this one."""
    for found in _LED_BY_COURT.finditer(draft.text) if own.kind in ("法院", "检察院") and own.is_given else ():
        name = found["court"]
        if not own.is_called(name) and not any(each in name for each in own.names) and name not in facts.all_text:
            message = translated("{body} is not the leading body of {unit}", body=found["body"], unit=own.name)
            fix = translated("write {words}", words=facts.leading_body or own.short + "党组")
            yield Finding(*found.span("body"), message, fix, severity="warning")


def _groups(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """The speaker's own group with another number, level or task."""
    own = own_group(draft, facts)
    for group in groups_in(draft.text) if own is not None else ():
        words = group.words(draft.text)
        is_head = draft.passage(group.start).kind in ("title", "author")
        is_named = words.removesuffix(group.post) in facts.all_text and not (is_head and group.post)
        is_listed = _ONE_OF_SEVERAL.search(draft.text, max(0, group.start - 6), group.start)
        if own is None or is_named or is_listed or group == own:
            continue
        is_ours = is_head or bool(_WE.search(draft.text, max(0, group.start - 4), group.start))
        difference = _difference(group, own, is_ours=is_ours)
        if difference == "number" and is_of_others(draft.text, group):
            continue
        if difference:
            message = translated(_DIFFERENT_FROM_AUTHORS[difference], words=words)
            if facts.group:
                right = facts.group[0] + own.post * (difference == "post")
                message = translated(_DIFFERENT[difference], words=words, group=right)
            is_certain = is_ours or bool(_WE_AFTER.match(draft.text, group.end))
            severity: Severity | None = None if is_certain else "warning"
            yield Finding(
                group.start, group.end, message, translated("write the name of the speaker's group"), severity=severity
            )
    for start, end in bare_groups_of_other_tasks(draft.text, own) if own is not None and facts.group else ():
        words = draft.text[start:end]
        if words not in facts.all_text:
            message = translated(_DIFFERENT["task"], words=words, group=facts.group[0])
            yield Finding(start, end, message, translated("write the name of the speaker's group"), severity="warning")


def _group_variants(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """市综合考核第七组 for 市综合考核第三组, 市政府教育巡察组 for 市政府教育督导组: the name with one part changed."""
    severity: Severity | None = None if facts.group else "warning"
    for name in facts.group or numbered_groups_of_author(draft):
        for start, end in variants_of(draft.text, name):
            words = draft.text[start:end]
            if words not in facts.all_text:
                if facts.group:
                    message = translated("{words} should be {name}, as in the unit file", words=words, name=name)
                else:
                    message = translated("{words} should be {name}, as in the author's line", words=words, name=name)
                yield Finding(start, end, message, translated("write {words}", words=name), severity=severity)


def _difference(group: Group, own: Group, *, is_ours: bool) -> str:
    """The part in which a group differs from the speaker's; empty if it is the same, or clearly another group."""
    same_level = not group.level or not own.level or group.level[:1] == own.level[:1]
    same_task = group.task == own.task
    same_number = not group.number or not own.number or group.number == own.number
    if not same_number and same_level and same_task:
        return "number"
    if not same_task and same_level and (is_ours or (group.number and group.number == own.number)):
        return "task"
    if not same_level and same_task and (is_ours or (group.number and group.number == own.number)):
        return "level"
    if is_ours and group.post and own.post and group.post != own.post and same_task:
        return "post"
    return ""
