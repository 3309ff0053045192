"""Congresses, campaigns and plans that were not yet, or are no longer current, on the day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from speechgen.checks.clauses import CLAUSE, SENTENCE, end_of, start_of
from speechgen.checks.congresses import (
    BEGINNINGS,
    CLOSED_TERMS,
    CONGRESSES,
    DISCIPLINE_SESSIONS,
    KNOWN_UNTIL,
    PEOPLES_CONGRESSES,
    PLANS,
    PLENUMS,
)
from speechgen.checks.day_words import DayWords, Span, day_words, resolve
from speechgen.checks.numerals import read_numeral
from speechgen.checks.rule import Finding
from speechgen.problem import Severity

_TERM = "十二|十三|十四|十五|十六|十七|十八|十九|二十一|二十"
_CONGRESS = re.compile(
    rf"(?:{_TERM})大(?P<next>以来|精神|报告|召开|提出|闭幕|开局|作出|胜利|代表|明确|指出|通过|描绘|期间|之后|之前|后|前|的|上|把|对|为|和|[，、。；”》）]|)"
)
_IN_FULL = re.compile(rf"第({_TERM})次全国代表大会")
_PLENUM = re.compile(
    rf"(?P<term>{_TERM})届(?:中央委员会|中央)?(?P<numbers>第?[一二三四五六七八九](?:中|次)?(?:、第?[一二三四五六七八九](?:中|次)?)*)(?:全会|全体会议)"
)
_DISCIPLINE = re.compile(
    rf"(?P<term>{_TERM})届中央纪委(?P<number>[一二三四五六七八九])次全会|中央纪委(?P<term2>{_TERM})届(?P<number2>[一二三四五六七八九])次全会"
)
_PEOPLES = re.compile(r"(?P<term>十[一二三四五])届全国人大(?P<number>[一二三四五])次会议")
_SESSIONS = re.compile(r"([12][0-9]{3})年(?:的)?全国“?两会”?")
_PLAN = re.compile(r"(?P<name>十[一二三四五]五)[”\"]?(?P<next>时期|规划|期间|开局|收官|的?[开收]|[^，。；]{0,12}之年)")
_YEAR_OF_PLAN = re.compile(
    r"今年(?:是|正值|恰逢)[^，。；]{0,8}?[“\"]?(?P<name>十[一二三四五]五)[”\"]?(?:时期|规划)?(?:实施)?的?(?:(?P<first>开局|起步)|(?P<last>收官|决胜收官|最后一)|第(?P<number>[一二三四五]))(?:之)?年"
)
# Words that tell of what is still to come.
_FORWARD = re.compile(
    r"即将|迎接|喜迎|筹备|将于|将要|将在|准备|献礼|选举|候选|期待|谋划|编制|展望|迈向|召开前|之前|临近|面向|目标|纲要|对接|衔接|建议|前期"
)
_CURRENT = re.compile(
    r"当前和今后|当前及今后|当前|今后一个时期|眼下|首要政治任务|正在兴起|掀起[^，。；]{0,12}热潮|兴起[^，。；]{0,12}热潮|迅速传达|刚刚(?:闭幕|召开|结束|胜利)|新近召开"
)
_JUST = re.compile(r"(?:刚刚|新近|日前|近日|不久前|前不久|刚)(?:胜利)?(?:闭幕|召开|结束|落下帷幕)[^，。；]{0,6}$")
_SOON = re.compile(r"(?:即将|将要|将于[^，。；]{0,12})(?:召开|开幕|到来)[^，。；]{0,6}$")
_HELD = re.compile(r"(?:召开|闭幕|举行|开幕)的(?:党的|中国共产党)?第?$")
_NO_TERM = tuple("第一二三四五六七八九十")
_NEXT = 21  # announced for 2027; its days are not known yet
_JUST_DAYS = 200


class _Mention(NamedTuple):
    """A congress or session that the speech names, and its days; None for one that never was, or is not yet known."""

    start: int
    end: int
    name: str
    first: date | None
    last: date | None


def congresses(text: str, meeting: Span) -> Iterator[Finding]:
    """Every congress, session, campaign and plan of the speech against the day of the meeting."""
    newest = (
        max(congress.first for congress in CONGRESSES.values() if congress.first <= meeting.last)
        if meeting.last > date(1997, 9, 12)
        else None
    )
    for mention in _mentions(text, meeting):
        yield from _judge(mention, newest, text, meeting)
    yield from _beginnings(text, meeting)
    yield from _plans(text, meeting)


def _mentions(text: str, meeting: Span) -> Iterator[_Mention]:
    for found in _CONGRESS.finditer(text):
        number = read_numeral(found[0][: found[0].index("大")]) or 0
        is_party = text.endswith("党的", 0, found.start())
        if not is_party and (not found["next"] or text.startswith(_NO_TERM, max(0, found.start() - 1))):
            continue  # 十大, 第十八大街
        start = found.start() - 2 * is_party
        if number in CONGRESSES:
            event = CONGRESSES[number]
            yield _Mention(start, found.start("next"), event.name, event.first, event.last)
        elif number == _NEXT and is_party:
            yield _Mention(start, found.start("next"), "党的二十一大", date(2027, 1, 1), date(2027, 12, 31))
    for found in _IN_FULL.finditer(text):
        if event_in_full := CONGRESSES.get(read_numeral(found[1]) or 0):
            yield _Mention(found.start(), found.end(), event_in_full.name, event_in_full.first, event_in_full.last)
    if "届" not in text:
        return
    for found in _PLENUM.finditer(text):
        term = read_numeral(found["term"]) or 0
        for sign in re.findall("[一二三四五六七八九]", found["numbers"]):
            number = read_numeral(sign) or 0
            first, last = PLENUMS.get((term, number), (None, None))
            is_known = first or term in CLOSED_TERMS or (term == 20 and meeting.last <= KNOWN_UNTIL)
            if is_known:
                yield _Mention(found.start(), found.end(), f"党的{found['term']}届{sign}中全会", first, last)
    if "全国人大" not in text and "中央纪委" not in text:
        return
    for pattern, table in ((_DISCIPLINE, DISCIPLINE_SESSIONS), (_PEOPLES, PEOPLES_CONGRESSES)):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            term = read_numeral(groups["term"] or groups.get("term2") or "") or 0
            number = read_numeral(groups["number"] or groups.get("number2") or "") or 0
            if (term, number) in table:
                yield _Mention(found.start(), found.end(), found[0], *table[term, number])


def _judge(mention: _Mention, newest: date | None, text: str, meeting: Span) -> Iterator[Finding]:
    start, end = start_of(text, mention.start, SENTENCE), end_of(text, mention.end, SENTENCE)
    sentence = text[start:end]
    said = text[mention.start : mention.end]
    if mention.first is None or mention.last is None:
        yield Finding(mention.start, mention.end, f"{said}: there was no {mention.name}", "correct its number")
        return
    if mention.first > meeting.last:
        if not _FORWARD.search(sentence):
            message = f"{mention.name} began on {mention.first}, after the meeting on {meeting.first}"
            yield Finding(mention.start, mention.end, message, "name the one that is meant, or correct the date")
        return
    lead = text[start_of(text, mention.start, CLAUSE) : mention.start]
    days = (meeting.first - mention.last).days
    if _SOON.search(lead) and days > 0:
        yield Finding(
            mention.start, mention.end, f"{mention.name} ended on {mention.last}, before the meeting", "name the next"
        )
    elif (_JUST.search(lead)) and days > _JUST_DAYS:
        message = f"{mention.name} ended on {mention.last}, {days} days before the meeting"
        yield Finding(mention.start, mention.end, message, "name the newest one", severity="warning")
    elif held := _HELD.search(lead):
        yield from _held(mention, lead[: held.start()], text, meeting)
    elif (
        newest
        and mention.last < newest
        and "精神" in text[mention.end : mention.end + 12]
        and _CURRENT.search(sentence)
    ):
        message = f"{mention.name} is no longer the newest congress: it ended on {mention.last}"
        yield Finding(
            mention.start, mention.end, message, "name the newest one, or say that it is past", severity="warning"
        )


def _held(mention: _Mention, lead: str, text: str, meeting: Span) -> Iterator[Finding]:
    """去年11月召开的党的十九大"""
    assert mention.first is not None  # noqa: S101 - `_judge` has seen to it
    assert mention.last is not None  # noqa: S101
    for words in _when(lead, meeting):
        if words.last < mention.first or words.first > mention.last:
            message = f"{mention.name} was held from {mention.first} to {mention.last}"
            yield Finding(mention.start, mention.end, message, "correct its date, or its name")


def _when(lead: str, meeting: Span) -> list[Span]:
    """The one date, or the word for a year or a month, that ends the words before 召开的."""
    words: list[DayWords] = day_words(lead)
    if words and len(lead) - words[-1].end <= 2:
        found = resolve(words[-1], meeting)
        return [found] if found else []
    for word, years in (("今年", 0), ("去年", -1), ("前年", -2), ("今年初", 0), ("去年底", -1)):
        if lead.endswith(word):
            year = meeting.first.year + years
            return [Span(date(year, 1, 1), date(year, 12, 31))]
    for word, months in (("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0)):
        if lead.endswith(word):
            month = meeting.first.year * 12 + meeting.first.month - 1 + months
            return [found for found in (resolve(DayWords(0, 0, month // 12, month % 12 + 1, None), meeting),) if found]
    return []


def _beginnings(text: str, meeting: Span) -> Iterator[Finding]:
    """Campaigns and terms of later years."""
    for name, first, source in BEGINNINGS:
        at = text.find(name) if first > meeting.last else -1
        while at >= 0:
            sentence = text[start_of(text, at, SENTENCE) : end_of(text, at, SENTENCE)]
            if not _FORWARD.search(sentence) and not text.startswith(("规", "法"), max(0, at - 1)):
                message = f"{name} is of {first} ({source}), after the meeting on {meeting.first}"
                severity: Severity = "warning" if name == "党史学习教育" else "error"
                yield Finding(at, at + len(name), message, "correct the name or the date", severity=severity)
                break
            at = text.find(name, at + 1)


def _plans(text: str, meeting: Span) -> Iterator[Finding]:
    """“十三五” in a speech of 2024, and 今年是“十四五”开局之年."""
    year = meeting.first.year
    for found in _YEAR_OF_PLAN.finditer(text) if "五" in text else ():
        first, last = PLANS.get(found["name"], (0, 0))
        right = first if found["first"] else last if found["last"] else first + (read_numeral(found["number"]) or 1) - 1
        if first and right != year:
            message = f"“{found['name']}” is {first} to {last}: that year is {right}, and the meeting is in {year}"
            yield Finding(found.start(), found.end(), message, "correct one of them")
    for found in _PLAN.finditer(text) if "五" in text else ():
        first, last = PLANS.get(found["name"], (0, 0))
        sentence = text[start_of(text, found.start(), SENTENCE) : end_of(text, found.end(), SENTENCE)]
        lead = text[start_of(text, found.start()) : found.start()]
        if (
            first
            and year < first
            and (year < first - 2 or re.search(r"已|了|以来|取得", text[found.end() : found.end() + 20]))
            and not _FORWARD.search(sentence)
        ):
            message = f"“{found['name']}” is {first} to {last}, and the meeting is in {year}"
            yield Finding(found.start(), found.end(), message, "name the plan that is meant")
        elif (
            last
            and year > last
            and re.search(r"(?:谋划|编制|展望|迎接|启动|开启|正处于|当前|正是|面向|即将进入)[^，。；]{0,8}$", lead)
            and not re.search("当时|那时|曾", sentence)
        ):
            message = f"“{found['name']}” ended in {last}, and the meeting is in {year}"
            yield Finding(found.start(), found.end(), message, "name the plan that is meant", severity="warning")
    for found in _SESSIONS.finditer(text):
        if int(found[1]) > year:
            yield Finding(
                found.start(), found.end(), f"{found[0]} is after the meeting, which is in {year}", "correct the year"
            )
