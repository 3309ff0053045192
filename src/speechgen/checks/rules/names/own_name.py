"""The unit, its leading body, the group and the campaign: by the names that the files give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding, rule
from speechgen.checks.rules.names.campaigns import wrong_campaigns
from speechgen.checks.rules.names.groups import Group, groups_in, own_group, variants_of
from speechgen.checks.rules.names.misnamed import misnamed, title_alone, two_names
from speechgen.checks.rules.names.organs import organ_of, wrong_bare_organs, wrong_organs
from speechgen.checks.rules.names.own import Own, own_unit
from speechgen.checks.rules.patterns import lazily

if TYPE_CHECKING:
    from speechgen.model import Severity

_WE = lazily(r"(?:我代表|代表|我们|受|作为)$")
_WE_AFTER = lazily("完全同意|全体同志|的同志们|向大家|表示|感谢|讲|谈|提")


@rule("own-name")
def own_name(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """The unit, the group, the leading body or the campaign, called by a name that is not its own.

    A bureau is called a committee, the fourth group the third, 党组 becomes 党委; one body has two names in one speech;
    the title says one thing and the author's line another. The unit may be called by each of its names, with its place
    before it or without; the title and the author's line are compared without a unit file too.

    Facts:
        unit: {name: 市住房和城乡建设局, short: 市住建局, aliases: [住建局]}
        group: {name: 市委第四督导组, short: 第四督导组}
        leading_body: {name: 局党组}
    Finds:
        市住建委要继续抓好整改落实。
        下面，我代表市委第三督导组讲几点意见。
        局党委高度重视教育实践活动。
    Leaves alone:
        住建局的活动开展得扎实，局党组抓得紧。
        各级党委要负起主体责任，省住建厅也有部署。
    """
    own = own_unit(draft, facts)
    found = [*_groups(draft, facts), *_group_variants(draft, facts), *wrong_campaigns(draft, facts)]
    if own is not None:
        found += [*misnamed(draft, facts, own), *_leading_body(draft, facts, own)]
    if own is not None and not own.is_given:
        found += [*two_names(draft, own), *title_alone(draft, own)]
    told = 0
    for finding in sorted(found):
        if finding.start >= told:  # what is told in two ways is told once
            told = finding.end
            yield finding


def _leading_body(draft: Draft, facts: Facts, own: Own) -> Iterator[Finding]:
    """局党委 for 局党组."""
    for organ, right, is_given in wrong_organs(draft.text, facts, own):
        name = f"{organ.whose}{right}"
        where = "in the unit file" if is_given else "in most places of the speech"
        message = f"{draft.text[organ.start : organ.end]} is called {name} {where}"
        yield Finding(organ.start, organ.end, message, f"write {name}", severity=None if is_given else "warning")

    bare = wrong_bare_organs(draft.text, facts) if organ_of(facts.leading_body or "") == facts.leading_body else ()
    for start, end, right in bare:
        message = f"{draft.text[start:end]} is called {right} in the unit file"
        yield Finding(start, end, message, f"write {right}", severity="warning")


def _groups(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Groups that are the speaker's own, under another number, level or task."""
    own = own_group(draft, facts)
    for group in groups_in(draft.text) if own is not None else ():
        words = group.says(draft.text)
        is_head = draft.passage(group.start).kind in ("title", "author")
        is_named = words.removesuffix(group.post) in facts.said and not (is_head and group.post)
        if own is None or is_named or group == own:
            continue
        is_ours = is_head or bool(_WE.search(draft.text, max(0, group.start - 4), group.start))
        difference = _difference(group, own, is_ours=is_ours)
        if difference:
            right = facts.group[0] + own.post * (difference == "post") if facts.group else "that of the author's line"
            message = f"{words} has another {difference} than {right}"
            is_sure = is_ours or bool(_WE_AFTER.match(draft.text, group.end))
            severity: Severity | None = None if is_sure else "warning"
            yield Finding(group.start, group.end, message, "write the group's own name", severity=severity)


def _group_variants(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """市综合考核第七组 for 市综合考核第三组, 市政府教育巡察组 for 市政府教育督导组: the name but for one part."""
    for name in facts.group:
        for start, end in variants_of(draft.text, name):
            said = draft.text[start:end]
            if said not in facts.said:
                yield Finding(start, end, f"{said} is not {name}", f"write {name}")


def _difference(group: Group, own: Group, *, is_ours: bool) -> str:
    """In what a group differs that is meant for the speaker's own; empty where it agrees, or is another group."""
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
