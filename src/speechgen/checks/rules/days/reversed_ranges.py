"""Date ranges that end before they start: 从5月10日到3月11日, 2024年至2021年."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import RELATIVE_YEARS, WrittenDate
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_TO = lazily(r"\s?(?:[（(][^）)\n]{1,10}[）)])?(?:起|开始|启动)?[，,]?(?:一直)?(?:至|到|—{1,2}|－|-|~|～|–)(?:了)?\s?")
_YEARS = lazily(r"[12](?<![0-9.-][12])([0-9]{3})(?:至|到|—{1,2}|－|-|~|～|–)([12][0-9]{3})(?:学)?年")
_STARTED = lazily(r"(?:启动|开始|开工|进驻|动工|开幕)")
_ENDED = lazily(r"(?:基本)?(?:结束|完工|竣工|撤离|收官|闭幕|截止)")
_MAX_MONTHS = 6  # longer ranges such as 5月至3月 are not taken to end in the next year, as 11月至3月 does


def reversed_ranges(text: str, dates: Sequence[WrittenDate]) -> Iterator[Finding]:
    """Report every range of two dates of which the second is earlier."""
    for start, end in pairwise(dates):
        between = text[start.end : end.start]
        is_range = len(between) < 16 and _TO.fullmatch(between)
        is_event = len(between) < 24 and _STARTED.match(between) and "。" not in between and _ENDED.match(text, end.end)
        if (is_range or is_event) and _is_reversed(start, end):
            said = text[start.start : end.end]
            yield Finding(
                start.start,
                end.end,
                translated("{said} ends before it starts", said=said),
                translated("correct one of the dates"),
            )
    for years in _YEARS.finditer(text):
        if int(years[0][:4]) > int(years[2]):
            yield Finding(
                years.start(),
                years.end(),
                translated("{years} ends before it starts", years=years[0]),
                translated("correct one of the years"),
            )


def _is_reversed(start: WrittenDate, end: WrittenDate) -> bool:
    """Whether the second date is certainly before the first."""
    if start.year is not None and end.year is not None:
        return (start.year, start.month or 0, start.day or 0) > (end.year, end.month or 12, end.day or 31)
    if start.relative in RELATIVE_YEARS and end.relative in RELATIVE_YEARS:
        first, last = RELATIVE_YEARS[start.relative], RELATIVE_YEARS[end.relative]
        return (first, start.month or 0, start.day or 0) > (last, end.month or 12, end.day or 31)
    if end.year is not None or end.relative or start.month is None or end.month is None:
        return False  # 11月到今年2月, 10月到次年3月
    if start.month == end.month:
        return bool(start.day and end.day and start.day > end.day)
    return start.month > end.month and end.month + 12 - start.month > _MAX_MONTHS
