"""The speech's campaign, compared with the national ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.model import Severity

# The national campaigns of the Party by date, with patterns of the names that speeches use.
_CAMPAIGNS = {
    "“三讲”教育": r"[“”]?三讲[”“]?教育(?:活动)?",
    "保持共产党员先进性教育活动": r"(?:共产党员)?先进性教育(?:活动)?",
    "学习实践科学发展观活动": r"(?:学习实践)?科学发展观(?:学习实践)?活动",
    "党的群众路线教育实践活动": r"(?:(?:党的)?群众路线)?教育实践活动|群教活动",
    "“三严三实”专题教育": r"[“”]?三严三实[”“]?专题教育",
    "“两学一做”学习教育": r"[“”]?两学一做[”“]?学习教育",
    "主题教育": r"主题教育",
    "党史学习教育": r"党史学习教育",
    "党纪学习教育": r"党纪学习教育",
    "深入贯彻中央八项规定精神学习教育": r"中央八项规定精神学习教育",
    "树立和践行正确政绩观学习教育": r"(?:树立和践行)?正确政绩观学习教育",
    "教育整顿": r"教育整顿",
}
_FIRST = "共先学科党教群“”三两主中树正"  # the first characters of all names; makes the search fast
_ANY_CAMPAIGN = lazily(f"(?=[{_FIRST}])(?:{'|'.join(f'({pattern})' for pattern in _CAMPAIGNS.values())})")
# After these words another campaign is meant: 巩固主题教育成果.
_EARLIER = lazily(
    r"(?:巩固|拓展|发扬|运用|借鉴|继|去年|前年|近年来|先后|以往|历次|从|过去|\d年|此前|[“《、和与同及])(?:深化|拓展|的|开展|在)*$"
)
# Before the speech's own campaign: 对我乡的教育实践活动进行总结.
_OURS = lazily("(?:我们?(?:[局委校院厅镇乡村县区市]|街道|公司|集团)?|这次|本次|此次)(?:开展)?的?$")
_CAMPAIGN_NAMES = PatternWithinSentence(_ANY_CAMPAIGN)
_LAST_WORDS = ("活动", "行动", "工作", "工程", "运动", "教育", "整顿")
_NEAR = 120  # characters; a sentence is rarely longer
_JOINED_WITHIN = 40  # characters
_JOINED = lazily("贯通|结合|衔接|以来|先后|到|再")
# Between the names of two campaigns: 把党史学习教育和主题教育; further apart, these join other words of the sentence.
_SHORT_JOINT = lazily("[\u4e00-\u9fff]{0,4}[与同和及、][\u4e00-\u9fff“]{0,4}")
# Wrong names of each campaign: the official name is 教育实践活动, not 实践教育活动.
_WRONG_NAMES = {
    "党的群众路线教育实践活动": lazily(
        r"群众路线(?!教育实践活动)(?:教育|学习|实践|主题|专题|活动){1,4}活动|(?<!学)实践教育活动"
        r"|学习实践活动|教育学习活动|教育实践(?:工作|行动|运动)(?!者)"
    ),
    "主题教育": lazily(
        r"主题(?:学习|实践|教育实践)(?:教育|活动)|(?:这次|本次|此次|整个|把|是)专题教育|(?<=[月来间]的)专题教育|(?<=[月来间])专题教育"
        r"|(?:开展|深化|推进|回顾|总结)[\u4e00-\u9fff]{0,6}专题教育(?=以来|期间|总结|动员|领导小组|办公室)"
    ),
    "教育整顿": lazily("教育整治|整顿教育|整治教育"),
    "党史学习教育": lazily(r"党史(?:教育学习|学习活动|教育活动|专题教育|教育(?![基课资主]))"),
    "党纪学习教育": lazily(r"党纪(?:教育学习|学习活动|教育活动|主题教育)"),
}


def wrong_campaigns(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Another campaign's name in place of the speech's own, and wrong names of its own."""
    yield from _variants(draft, facts)
    title = "".join([passage.text for passage in draft.passages if passage.kind == "title"])
    own = _campaign(" ".join(facts.campaign)) or _campaign(title)
    if not own:
        return
    for found in _CAMPAIGN_NAMES.finditer(draft.text):
        if _name(found) == own or found[0] in facts.all_text:
            continue
        passage = draft.passage(found.start())
        start, end = max(passage.start, found.start() - _NEAR), min(passage.end, found.end() + _NEAR)
        before = draft.text[start : found.start()]
        is_linked = _is_linked(draft.text[start:end], found.start() - start, own)
        is_ours = bool(_OURS.search(before))
        if passage.kind == "title" or is_ours or not (_EARLIER.search(before) or is_linked):
            severity: Severity | None = None if passage.kind == "title" else "warning"
            message, fix = (
                translated("{words} is not this speech's campaign, {own}", words=found[0], own=own),
                translated("write the name of this campaign"),
            )
            yield Finding(found.start(), found.end(), message, fix, severity=severity)
    for found in _WRONG_NAMES[own].finditer(draft.text) if own in _WRONG_NAMES else ():
        message = translated("{words} is not a valid name of {own}", words=found[0], own=own)
        yield Finding(found.start(), found.end(), message, translated("write the campaign's name"), severity="warning")


def _variants(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """提升年行动 for 提升年活动, 三年专项行动 for 三年行动: another last word, or an added word."""
    for name in facts.campaign:
        stem = name[:-2] if name.endswith(_LAST_WORDS) else ""
        for start, end in (*_with_last_word(draft.text, stem, name), *_with_added_word(draft.text, name)):
            words = draft.text[start:end]
            if words not in facts.all_text:
                message = translated("{words} is called {name} in the unit file", words=words, name=name)
                yield Finding(start, end, message, translated("write {words}", words=name), severity="warning")


def _with_last_word(text: str, stem: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(stem) if len(stem) > 2 else -1
    while at >= 0:
        end = at + len(name)
        if text[end - 2 : end] in _LAST_WORDS and text[at:end] != name and text[end : end + 1] != "者":
            yield at, end
        at = text.find(stem, at + 1)


def _with_added_word(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a text has the name with a word of two characters added inside."""
    half = len(name) // 2
    at = text.find(name[:half]) if len(name) > 5 else -1
    while at >= 0:
        words = text[at : at + len(name) + 2]
        places = range(half, len(name))
        if not words.startswith(name) and any(
            words[:place] + words[place + 2 :] == name and words[place : place + 2].isalpha() for place in places
        ):
            yield at, at + len(words)
        at = text.find(name[:half], at + 1)


def _is_linked(text: str, at: int, own: str) -> bool:
    """Whether the sentence links it to the speech's own campaign: 把党史学习教育与教育整顿贯通起来."""
    start, end = text.rfind("。", 0, at) + 1, text.find("。", at)
    for found in _ANY_CAMPAIGN.finditer(text, start, end if end >= 0 else len(text)):
        if _name(found) != own:
            continue
        between = text[min(at, found.start()) : max(at, found.end())]
        gap = text[found.end() : at] if found.start() < at else _ANY_CAMPAIGN.sub("", text[at : found.start()], 1)
        if (len(between) < _JOINED_WITHIN and _JOINED.search(between)) or _SHORT_JOINT.fullmatch(gap):
            return True
    return False


def _campaign(names: str) -> str:
    found = _ANY_CAMPAIGN.search(names)
    return _name(found) if found else ""


def _name(found: re.Match[str]) -> str:
    return list(_CAMPAIGNS)[(found.lastindex or 1) - 1]
