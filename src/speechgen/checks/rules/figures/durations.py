"""Durations that do not follow from the days before them: 7月1日至4日，为期5天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, start_of
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.numerals import CHINESE_NUMERALS, read_whole_number
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_DURATION = lazily(
    rf"(?:为期|历时)(?P<number>[0-9]{{1,3}}|[{CHINESE_NUMERALS}]{{1,3}})(?P<unit>天|日|周|个星期|个月)(?![左半多余以])"
)
_DURATIONS = PatternWithinSentence(_DURATION, ["为期", "历时"])
_DAYS = lazily(
    r"(?:([12][0-9]{3})年)?([0-9]{1,2})月([0-9]{1,2})日(?:[（(][^）)\n]{1,8}[）)])?(?:起)?(?:至|到|—{1,2}|－|-|~|～|–)"
    r"(?:(?:([12][0-9]{3})年)?([0-9]{1,2})月)?([0-9]{1,2})日"
)
_NOT_EVERY_DAY = lazily("周末|周[六日]|双休|工作日|假期|节假|每[天周月日]|分[期批段]|累计|轮|期")
_OTHER_DAYS = lazily("[0-9][日月]|第[一二三四五六七八九]|[另又再下]")
_LEAP_YEAR = 2000  # of dates without a year
_UNITS = {"天": 1, "日": 1, "周": 7, "个星期": 7, "个月": 30}


class _Range(NamedTuple):
    start: int
    end: int
    days: int  # with the first and the last


def durations(figures: Figures) -> Iterator[Finding]:
    """Compare each duration with the range of days in its sentence, or with the only one before it."""
    text = figures.text
    found = list(_DURATIONS.finditer(text))
    ranges = [each for each in map(_range, _DAYS.finditer(text)) if each] if found else []
    for duration in found:
        start, end = start_of(text, duration.start(), SENTENCE), _end(text, duration.end())
        here = [each for each in ranges if start <= each.start < end]
        before = [each for each in ranges if each.end <= start]
        if len(here) == 1:
            yield from _compared(duration, here[0], text[here[0].end : duration.start()], is_same_sentence=True)
        elif not here and len(ranges) == len(before) == 1 and not _OTHER_DAYS.search(text, start, duration.start()):
            yield from _compared(duration, before[0], "", is_same_sentence=False)


def _compared(duration: re.Match[str], days: _Range, between: str, *, is_same_sentence: bool) -> Iterator[Finding]:
    number, size = read_whole_number(duration["number"]) or 0, _UNITS[duration["unit"]]
    is_longer = number * size > days.days + (size > 1) * size // 2
    is_shorter = number * size < days.days - 1 - (size > 1) * size
    is_sure = size == 1 and is_longer and is_same_sentence
    if is_longer or (is_shorter and is_same_sentence and not _NOT_EVERY_DAY.search(between)):
        message = translated(
            "{duration}, but from the first day to the last there are {days} days", duration=duration[0], days=days.days
        )
        fix = translated("correct the number or a day")
        yield Finding(*duration.span(), message, fix, severity="error" if is_sure else "warning")


def _range(found: re.Match[str]) -> _Range | None:
    year, month, day, last_year, last_month, last_day = (int(each) if each else None for each in found.groups())
    first = _date(year or last_year or _LEAP_YEAR, month or 0, day or 0)
    last = _date(last_year or year or _LEAP_YEAR, last_month or month or 0, last_day or 0)
    if first is None or last is None or last < first:
        return None
    return _Range(*found.span(), (last - first).days + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end(text: str, at: int) -> int:
    ends = [end for mark in SENTENCE if (end := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
