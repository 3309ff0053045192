"""Weekdays that are not their date's: 10月24日（星期四） in 2014, 下周三（10月29日）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, start_of
from speechgen.checks.rules.days.words import RELATIVE_YEARS, DayWords, Span, nearest, span
from speechgen.checks.rules.patterns import lazily

_DAYS = {
    sign: number for number, signs in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7")) for sign in signs
}
_NAMES = "一二三四五六日"
_WEEK = (
    r"(?P<week>上个?|下个?|本|这个?)?(?:星期|周|礼拜)(?P<day>[一二三四五六日天1-7])"
    r"(?![至到—、和～~-]|[0-9一二三四五六七八九十]?次)"
)
_AFTER = lazily(rf"\s?(?:[（(，,、]|也就是|即|那天|当天|恰好|正好|刚好|正是|又是|是个?|为){{0,3}}\s?{_WEEK}")
_BEFORE = lazily(rf"{_WEEK}(?:上午|下午|晚上|早上|晚)?(?:[（(，,]|也就是|即|就是|是){{0,3}}$")
_TODAY = lazily(rf"(?P<when>今天|昨天|明天|前天|后天)(?:[，,]|正好|恰好|又|正)?是?(?:个)?{_WEEK}")
_OFFSETS = {"今天": 0, "昨天": -1, "明天": 1, "前天": -2, "后天": 2}
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
_LONGEST = 16


def weekdays(text: str, dates: Sequence[DayWords], meeting: Span | None) -> Iterator[Finding]:
    """Every weekday that stands beside a date, and 今天是星期五."""
    if not any(word in text for word in ("星期", "周", "礼拜")):
        return
    for index, words in enumerate(dates):
        if words.day is None or words.month is None:
            continue
        after = _AFTER.match(text, words.end, words.end + _LONGEST)
        first = max(0, words.start - _LONGEST)
        before = _BEFORE.search(text, first, words.start)
        years = _years(words, index, dates, text, meeting)
        for found in (after, before):
            if found and years:
                start, end = min(words.start, found.start()), max(words.end, found.end())
                yield from _judge(words, years, found, start, end, text, meeting)
                break
    if meeting is not None and meeting.first == meeting.last:
        for found in _TODAY.finditer(text):
            weekday = (meeting.first.weekday() + _OFFSETS[found["when"]]) % 7
            if found["week"] is None and _DAYS[found["day"]] != weekday:
                message = f"{found['when']} is 星期{_NAMES[weekday]}: the meeting is on {meeting.first}"
                yield Finding(found.start(), found.end(), message, "correct the weekday")


def _judge(
    words: DayWords, years: Sequence[int], found: re.Match[str], start: int, end: int, text: str, meeting: Span | None
) -> Iterator[Finding]:
    """A date against the weekday beside it, in any of the years that it may be of."""
    days = [day.first for year in years if (day := span(year, words.month, words.day))]
    if not days:
        return
    said = _DAYS[found["day"]]
    right = [day for day in days if day.weekday() == said]
    if not right:
        weekday = f"星期{_NAMES[days[0].weekday()]} in {days[0].year}"
        message = f"{text[words.start : words.end]} is {weekday}, not 星期{_NAMES[said]}"
        yield Finding(start, end, message, "correct the date or the weekday")
    elif found["week"] and meeting and meeting.first == meeting.last and said != 6:
        weeks = _WEEKS[found["week"][0]]
        if not any(_week(day) - _week(meeting.first) == weeks for day in right):
            week = found[0].strip("（(，,")
            message = f"{text[words.start : words.end]} is not in {week}: the meeting is on {meeting.first}"
            yield Finding(start, end, message, "correct one of them")


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7  # the first of January of the year 1 was a Monday


def _years(words: DayWords, index: int, dates: Sequence[DayWords], text: str, meeting: Span | None) -> list[int]:
    """The years that a date may be of, the likeliest first."""
    if words.year is not None:
        return [words.year]
    if words.relative in RELATIVE_YEARS:
        return [meeting.first.year + RELATIVE_YEARS[words.relative]] if meeting else []
    sentence = start_of(text, words.start, SENTENCE)
    nearby = [each for each in dates[max(0, index - _LONGEST) : index] if each.start >= sentence]
    said = [each.year for each in nearby]
    if meeting is not None:
        said += [
            meeting.first.year + RELATIVE_YEARS[each.relative] for each in nearby if each.relative in RELATIVE_YEARS
        ]
        said = [nearest(words, meeting), meeting.first.year, *said]
    return list(dict.fromkeys(year for year in said if year is not None))
