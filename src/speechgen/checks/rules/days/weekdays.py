"""Weekdays that do not match their date: 10月24日（星期四） in 2014, 下周三（10月30日）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, start_of
from speechgen.checks.rules.days.written_dates import RELATIVE_YEARS, DateRange, WrittenDate, date_range, nearest
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

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
_TODAY = lazily(rf"(?P<when>大?[前后]天|今天|昨天|明天)(?:[（(，,]|正好|恰好|又|正)?是?(?:个)?{_WEEK}")
_OFFSETS = {"今天": 0, "昨天": -1, "明天": 1, "前天": -2, "后天": 2, "大前天": -3, "大后天": 3}
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
_WEEKS_AND_DAYS = ("星期", "周", "礼拜")
_LONGEST = 16


def weekdays(text: str, dates: Sequence[WrittenDate], meeting: DateRange | None) -> Iterator[Finding]:
    """Check every weekday next to a date, and 今天是星期五."""
    if not any(word in text for word in _WEEKS_AND_DAYS):
        return
    for index, written in enumerate(dates):
        if written.day is None or written.month is None:
            continue
        first = max(0, written.start - _LONGEST)
        near = text[first : written.end + _LONGEST]
        if not any(word in near for word in _WEEKS_AND_DAYS):
            continue
        after = _AFTER.match(text, written.end, written.end + _LONGEST)
        before = _BEFORE.search(text, first, written.start)
        years = _years(written, index, dates, text, meeting)
        for found in (after, before):
            if found and years:
                start, end = min(written.start, found.start()), max(written.end, found.end())
                yield from _check(written, years, found, start, end, text, meeting)
                break
    if meeting is not None and meeting.first == meeting.last:
        for found in _TODAY.finditer(text):
            weekday = (meeting.first.weekday() + _OFFSETS[found["when"]]) % 7
            if found["week"] is None and _DAYS[found["day"]] != weekday:
                message = translated(
                    "{when} is 星期{weekday}, because the meeting is on {meeting}",
                    when=found["when"],
                    weekday=_NAMES[weekday],
                    meeting=meeting.first,
                )
                yield Finding(found.start(), found.end(), message, translated("correct the weekday"))


def _check(
    written: WrittenDate,
    years: Sequence[int],
    found: re.Match[str],
    start: int,
    end: int,
    text: str,
    meeting: DateRange | None,
) -> Iterator[Finding]:
    """Check a date against its weekday, in any of the years that it may be in."""
    days = [day.first for year in years if (day := date_range(year, written.month, written.day))]
    if not days:
        return
    said = _DAYS[found["day"]]
    right = [day for day in days if day.weekday() == said]
    if not right:
        message = translated(
            "{date} is 星期{right} in {year}, not 星期{said}",
            date=text[written.start : written.end],
            right=_NAMES[days[0].weekday()],
            year=days[0].year,
            said=_NAMES[said],
        )
        yield Finding(start, end, message, translated("correct the date or the weekday"))
    elif found["week"] and meeting and meeting.first == meeting.last and said != 6:
        weeks = _WEEKS[found["week"][0]]
        if not any(_week(day) - _week(meeting.first) == weeks for day in right):
            week = found[0].strip("（(，,")
            message = translated(
                "{words} is not in {week}, because the meeting is on {meeting}",
                words=text[written.start : written.end],
                week=week,
                meeting=meeting.first,
            )
            yield Finding(start, end, message, translated("correct one of them"))


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7  # 1 January of the year 1 was a Monday


def _years(
    written: WrittenDate, index: int, dates: Sequence[WrittenDate], text: str, meeting: DateRange | None
) -> list[int]:
    """The years that a date may be in, the most likely first."""
    if written.year is not None:
        return [written.year]
    if written.relative in RELATIVE_YEARS:
        return [meeting.first.year + RELATIVE_YEARS[written.relative]] if meeting else []
    sentence = start_of(text, written.start, SENTENCE)
    nearby = [each for each in dates[max(0, index - _LONGEST) : index] if each.start >= sentence]
    said = [each.year for each in nearby]
    if meeting is not None:
        said += [
            meeting.first.year + RELATIVE_YEARS[each.relative] for each in nearby if each.relative in RELATIVE_YEARS
        ]
        said = [nearest(written, meeting), meeting.first.year, *said]
    return list(dict.fromkeys(year for year in said if year is not None))
