"""Years of five-year plans: the first is not 收官之年, and 2010年 is not a year of “十二五”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days import events
from speechgen.checks.rules.days.clauses import SENTENCE, start_of
from speechgen.checks.rules.days.written_dates import RELATIVE_YEARS, DateRange
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_PLAN = r"(?P<name>十[一二三四五]五)[”\"]?(?:时期|规划|计划|发展)*"
_STAGE = (
    r"(?:实施|建设|目标|任务|的|顺利|全面|圆满|胜利){0,2}"
    r"(?:(?P<first>开局|起步|开篇)|(?P<last>收官|决胜收官|决战收官|最后一)|(?P<middle>承上启下|承前启后)|第(?P<number>[一二三四五]))"
    r"(?:[、和及][\u4e00-\u9fff]{2,4}|攻坚)?的?(?:关键|重要)?(?:之|一)?年"
)
_STAGES = PatternWithinSentence(lazily(_PLAN + _STAGE), ["五"])
_PURSUED = PatternWithinSentence(
    lazily(
        rf"(?:(?:全面|深入|顺利|圆满|扎实)(?:实现|完成|实施|落实|推进)|(?<![制定提谋计])(?:实现|实施)(?!好))[“\"]?{_PLAN}(?:的)?(?:目标|任务|纲要)*[^，。；\n]{{0,30}}?之?年"
    ),
    ["五"],
)
_YEAR = lazily(r"([12][0-9]{3})年|今年|明年|去年|来年|本年|[前上后]年|新的一年")
_IS = lazily(r"[，,]?(?:[^，。；\n]{0,4}是|正值|恰逢|作为|迎来)")
_PREPARED = lazily("(?:谋划|编制|制定|迎接|面向|展望|衔接|启动|备战|迈向|准备|奠定|打好|为)[^，。；、]{0,12}$")
_LONGEST_LEAD = 80
_THIRD = 3  # 承上启下 is said of the third year, and of those next to it


class _Year(NamedTuple):
    start: int
    year: int
    is_explicit: bool


def years_of_plans(text: str, meeting: DateRange) -> Iterator[Finding]:
    """Check 今年是“十四五”开局之年, 2021年是“十四五”规划的第一年, 2010年是全面实现“十二五”规划的一年."""
    for found in _STAGES.finditer(text):
        year = _year_before(found.start(), text, meeting)
        first, last = events.plans().get(found["name"], (0, 0))
        if not first or year is None:
            continue
        if found["middle"]:
            if abs(year.year - (first + _THIRD - 1)) > 1:
                yield _finding(found, year, first, last, meeting)._replace(severity="warning")
            continue
        right = first if found["first"] else last if found["last"] else first + (read_numeral(found["number"]) or 1) - 1
        if year.year != right:
            yield _finding(found, year, first, last, meeting, right)
    for found in _PURSUED.finditer(text):
        year = _year_before(found.start(), text, meeting)
        first, last = events.plans().get(found["name"], (0, 0))
        if first and year is not None and not first <= year.year <= last:
            yield _finding(found, year, first, last, meeting)


def _year_before(at: int, text: str, meeting: DateRange) -> _Year | None:
    """The year of which the sentence says what follows: the last one before it, if it begins with 是 or the like."""
    start = start_of(text, at, SENTENCE, _LONGEST_LEAD)
    lead = text[start:at].rstrip('“"')
    years = list(_YEAR.finditer(lead))
    if not years or not _IS.match(lead, years[-1].end()) or _PREPARED.search(lead):
        return None
    written = years[-1]
    if written[1]:
        return _Year(start + written.start(), int(written[1]), is_explicit=True)
    if written[0] not in RELATIVE_YEARS:
        return None
    return _Year(start + written.start(), meeting.first.year + RELATIVE_YEARS[written[0]], is_explicit=False)


def _finding(
    found: re.Match[str], year: _Year, first: int, last: int, meeting: DateRange, right: int | None = None
) -> Finding:
    words = {"plan": found["name"], "first": first, "last": last, "year": year.year, "meeting": meeting.first}
    if right and year.is_explicit:
        message = translated("“{plan}” is {first} to {last}: that year is {right}, not {year}", right=right, **words)
    elif right:
        message = translated(
            "“{plan}” is {first} to {last}: that year is {right}, but the meeting is on {meeting}", right=right, **words
        )
    elif year.is_explicit:
        message = translated("“{plan}” is {first} to {last}, not {year}", **words)
    else:
        message = translated("“{plan}” is {first} to {last}, but the meeting is on {meeting}", **words)
    return Finding(year.start, found.end(), message, translated("correct one of them"))
