"""Campaigns, political terms and five-year plans that do not fit the day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Event
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days import events
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.days.written_dates import DateRange
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Severity

_FORWARD = lazily("‹days/words before_campaigns›")
_PLAN = lazily(r"(?P<name>十[一二三四五]五)(?:[”\"](?:时期|规划|期间)?|时期|规划|期间|开局|收官)")
_PAST_WORDS = lazily("已|了|以来|取得")
_CURRENT_BEFORE = lazily(r"(?:谋划|编制|展望|迎接|启动|开启|正处于|当前|正是|面向|即将进入)[^，。；]{0,8}$")
_UPCOMING_AFTER = lazily(r"[^。；]{0,3}[，,]?[^，。；]{0,8}?(?:(?<![重主首])要(?!求)|将(?!近)|必须|力争|正处于|正是)")
_IS_GOING_ON = lazily(r"(?:正在|当前|眼下|近期|目前)[^，。；]{0,12}$")
_GOES_ON = lazily(r"(?:正在|正[^，。；]{0,4}(?:开展|推进|进行)|已经?启动|(?:刚刚|全面)启动|是当前)")
_ANNOUNCED_DAYS = 60  # before its first day, from which a campaign is spoken of
_AHEAD = lazily("(?<!党)将(?!近)|目标|展望|远景|为[^，。；]{0,16}(?:奠定|打)")
_GRACE_DAYS = 90  # after the end of a campaign
_THEN = lazily("当时|那时|曾")
_SESSIONS = lazily(r"全国“?两会")
_YEAR_BEFORE = lazily(r"([12][0-9]{3})年(?:的)?$")
_PLANS = PatternWithinSentence(_PLAN, ["五"])
_MAX_YEARS_AHEAD = 2  # a plan is drafted in the two years before it begins


def campaigns(text: str, meeting: DateRange, own: tuple[Event, ...] = ()) -> Iterator[Finding]:
    """Report campaigns, terms, plans and sessions after the meeting, and past ones that are presented as current.

    `own`: the campaigns that the workspace adds.
    """
    known = events.campaigns(own)
    yield from _beginnings(text, meeting, known)
    yield from _ends(text, meeting, known)
    for found in _PLANS.finditer(text):
        yield from _plan(found, text, meeting)
    for found in _SESSIONS.finditer(text):
        year = _YEAR_BEFORE.search(text[max(0, found.start() - 6) : found.start()])
        if year and int(year[1]) > meeting.last.year:
            message = translated(
                "{words} is after the meeting on {meeting}", words=f"{year[0]}{found[0]}", meeting=meeting.first
            )
            yield Finding(found.start() - len(year[0]), found.end(), message, translated("correct the year"))


def _beginnings(text: str, meeting: DateRange, known: tuple[Event, ...]) -> Iterator[Finding]:
    for name, first, _, source in known:
        at = text.find(name) if first and (first - meeting.last).days > _ANNOUNCED_DAYS else -1
        while at >= 0:
            sentence = text[start_of(text, at, SENTENCE) : end_of(text, at, SENTENCE)]
            is_other = at > 0 and text[at - 1] in "规法"  # 党规党纪学习教育 is not 党纪学习教育
            if not is_other and not _FORWARD.search(sentence):
                severity: Severity = "warning" if name == "党史学习教育" else "error"  # the term existed before 2021
                message = translated(
                    "{name} dates from {first} ({source}), after the meeting on {meeting}",
                    name=name,
                    first=first,
                    source=source,
                    meeting=meeting.first,
                )
                yield Finding(
                    at, at + len(name), message, translated("correct the name or the date"), severity=severity
                )
            at = text.find(name, at + 1)


def _ends(text: str, meeting: DateRange, known: tuple[Event, ...]) -> Iterator[Finding]:
    """Report past campaigns that are presented as current: 正在开展的党的群众路线教育实践活动, in 2024."""
    for name, _, last, source in known:
        at = text.find(name) if last and (meeting.first - last).days > _GRACE_DAYS else -1
        while at >= 0:
            lead = text[start_of(text, at) : at]
            if _IS_GOING_ON.search(lead) or _GOES_ON.match(text, at + len(name)):
                message = translated(
                    "{name} ended on {last} ({source}), but is presented as current",
                    name=name,
                    last=last,
                    source=source,
                )
                fix = translated("name the current campaign, or use the past tense")
                yield Finding(at, at + len(name), message, fix, severity="warning")
            at = text.find(name, at + 1)


def _plan(found: re.Match[str], text: str, meeting: DateRange) -> Iterator[Finding]:
    """Report “十四五” in the past tense in 2020, or in the future tense in 2027."""
    first, last = events.plans().get(found["name"], (0, 9999))
    year, start = meeting.first.year, start_of(text, found.start(), SENTENCE)
    sentence, lead = text[start : end_of(text, found.end(), SENTENCE)], text[start : found.start()].rstrip('“"')
    message = translated(
        "“{name}” is {first} to {last}, but the meeting is on {meeting}",
        name=found["name"],
        first=first,
        last=last,
        meeting=meeting.first,
    )
    if year < first:
        is_past = _PAST_WORDS.search(text[found.end() : found.end() + 20]) and not _FORWARD.search(sentence)
        if is_past or (year < first - _MAX_YEARS_AHEAD and not _AHEAD.search(sentence)):
            yield Finding(found.start(), found.end(), message, translated("name the plan that is meant"))
    elif (
        year > last
        and (_CURRENT_BEFORE.search(lead) or _UPCOMING_AFTER.match(text, found.end()))
        and not _THEN.search(sentence)
    ):
        yield Finding(
            found.start(), found.end(), message, translated("name the plan that is meant"), severity="warning"
        )
