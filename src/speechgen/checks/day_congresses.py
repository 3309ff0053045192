"""Congresses and their sessions that were not yet, or are no longer current, on the day of the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from speechgen.checks.clauses import CLAUSE, SENTENCE, end_of, start_of
from speechgen.checks.congresses import (
    CLOSED_TERMS,
    CONGRESSES,
    DISCIPLINE_SESSIONS,
    KNOWN_UNTIL,
    PEOPLES_CONGRESSES,
    PLENUMS,
)
from speechgen.checks.day_words import DayWords, Span, day_words, resolve
from speechgen.checks.numerals import read_numeral
from speechgen.checks.patterns import lazily
from speechgen.checks.rule import Finding

_TERM = "十二|十三|十四|十五|十六|十七|十八|十九|二十一|二十"
_CONGRESS = lazily(
    rf"(?:{_TERM})大(?P<next>以来|精神|报告|召开|提出|闭幕|开局|作出|胜利|代表|明确|指出|通过|描绘|期间|之后|之前"
    "|后|前|的|上|把|对|为|和|[，、。；”》）]|)"
)
_IN_FULL = lazily(rf"第({_TERM})次全国代表大会")
_NUMERAL = lazily("[一二三四五六七八九]")
_PLENUM = lazily(
    rf"(?P<term>{_TERM})届(?:中央委员会|中央)?(?P<numbers>第?[一二三四五六七八九][中次]?(?:、第?[一二三四五六七八九][中次]?){{0,6}})"
    "(?:全会|全体会议)"
)
_DISCIPLINE = lazily(
    rf"({_TERM})届中央纪委([一二三四五六七八九])次全会|中央纪委({_TERM})届([一二三四五六七八九])次全会"
)
_PEOPLES = lazily("(十二|十三|十四)届全国人大([一二三四五])次会议")
# Words that tell of what is still to come. Two years before, nobody does.
_FORWARD = lazily("即将|迎接|喜迎|筹备|将于|将要|将在|献礼|选举|候选|期待|召开前|临近")
_MOST_DAYS_AHEAD = 730
_CURRENT = lazily(
    "当前|今后一个时期|眼下|首要政治任务|正在兴起|[掀兴]起[^，。；]{0,12}热潮|迅速传达|刚刚(?:闭幕|召开|结束|胜利)|新近召开"
)
_JUST = lazily(r"(?:刚刚|新近|日前|近日|不久前|前不久|刚)(?:胜利)?(?:闭幕|召开|结束|落下帷幕)[^，。；]{0,6}$")
_JUST_DAYS = 200
_SOON = lazily(r"(?:即将|将要|将于[^，。；]{0,12})(?:召开|开幕|到来)[^，。；]{0,6}$")
_HELD = lazily(r"(?:召开|闭幕|举行|开幕)的(?:党的|中国共产党)?第?$")
_NO_TERM = tuple("第一二三四五六七八九十")
_CURRENT_TERM = 20
_NEXT = 21  # expected in 2027; its days are not known yet


class _Mention(NamedTuple):
    """A congress or session that the speech names, and its days; None for one that never was, or is not yet known."""

    start: int
    end: int
    name: str
    first: date | None
    last: date | None


def congresses(text: str, meeting: Span) -> Iterator[Finding]:
    """Every congress and session that the speech names, against the day of the meeting."""
    newest = max((event.first for event in CONGRESSES.values() if event.first <= meeting.last), default=None)
    for mention in (*_congresses(text), *_plenums(text, meeting), *_sessions(text)):
        yield from _judge(mention, newest, text, meeting)


def _congresses(text: str) -> Iterator[_Mention]:
    for found in _CONGRESS.finditer(text):
        number = read_numeral(found[0][: found[0].index("大")]) or 0
        is_party = text.endswith("党的", 0, found.start())
        if not is_party and (not found["next"] or text.startswith(_NO_TERM, max(0, found.start() - 1))):
            continue  # 十大, 第十八大街
        start, end = found.start() - 2 * is_party, found.start("next")
        if event := CONGRESSES.get(number):
            yield _Mention(start, end, event.name, event.first, event.last)
        elif number == _NEXT and is_party:
            yield _Mention(start, end, "党的二十一大", date(2027, 1, 1), date(2027, 12, 31))
    for found in _IN_FULL.finditer(text):
        if event := CONGRESSES.get(read_numeral(found[1]) or 0):
            yield _Mention(found.start(), found.end(), event.name, event.first, event.last)


def _plenums(text: str, meeting: Span) -> Iterator[_Mention]:
    """十八届三中、四中全会 are two."""
    for found in _PLENUM.finditer(text) if "届" in text else ():
        term = read_numeral(found["term"]) or 0
        for sign in _NUMERAL.findall(found["numbers"]):
            first, last = PLENUMS.get((term, read_numeral(sign) or 0), (None, None))
            if first or term in CLOSED_TERMS or (term == _CURRENT_TERM and meeting.last <= KNOWN_UNTIL):
                yield _Mention(found.start(), found.end(), f"党的{found['term']}届{sign}中全会", first, last)


def _sessions(text: str) -> Iterator[_Mention]:
    """Of the Commission for Discipline Inspection, and of the National People's Congress."""
    tables = ((_DISCIPLINE, DISCIPLINE_SESSIONS, "中央纪委"), (_PEOPLES, PEOPLES_CONGRESSES, "全国人大"))
    for pattern, table, word in tables:
        for found in pattern.finditer(text) if word in text else ():
            term, number = (read_numeral(sign) or 0 for sign in found.groups() if sign)
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
        is_far = (mention.first - meeting.last).days > _MOST_DAYS_AHEAD
        if is_far or not _FORWARD.search(sentence):
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
