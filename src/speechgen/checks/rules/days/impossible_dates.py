"""Dates and times that do not exist: 2月30日, 13月, 25时, 第五季度."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.days.written_dates import WrittenDate, date_range
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LUNAR = lazily(r"(?:农历|阴历|旧历|腊|正|冬|闰)[^，,。；;]{0,6}$")
_ISO = lazily(r"[12](?<![0-9./-][12])[0-9]{3}([-./])([0-9]{1,2})\1([0-9]{1,2})(?![0-9./-])")
_QUARTER = lazily(r"第[五六七八九十05-9]季度")
_WEEKDAY = lazily(r"(?:星期|礼拜)[八九十08-9](?!个|天|周|多|余|次|来)")
_CLOCK = lazily(
    r"(?P<hour>[0-9]{1,2})(?:[时点](?:(?P<minute>[0-9]{1,2})分|(?P<exact>半|整|许|钟))?|[:：](?P<digits>[0-9]{2})(?![0-9]))"
)
_PART_OF_DAY = lazily(r"(?:(?P<morning>上午|早上|早晨|凌晨|清晨)|下午|中午|晚上|傍晚|夜里|深夜|[今昨当每]?晚|[日号])$")
_RATIO = lazily("比分|比例|之比|配比")
_LATEST_TYPED = 29  # 25:30 is a time with a wrong hour, 75:25 a ratio
_AT = ("于", "从", "至", "到", "截至", "每天", "在")
_NO_CLOCK = tuple("要意建方措看体评经问希注工任计思感启间期候段速而常多余个条项左")  # 25点意见, 30时间


def impossible_dates(text: str, dates: Sequence[WrittenDate]) -> Iterator[Finding]:
    """Report dates and times that do not exist."""
    for written in dates:
        if reason := _reason(written, text):
            yield Finding(
                written.start,
                written.end,
                translated("{words}: {reason}", words=text[written.start : written.end], reason=reason),
                translated("correct the date"),
            )
    for iso in _ISO.finditer(text):
        if date_range(int(iso[0][:4]), int(iso[2]), int(iso[3])) is None:
            yield Finding(
                iso.start(), iso.end(), translated("{iso} does not exist", iso=iso[0]), translated("correct the date")
            )
    for quarter in _QUARTER.finditer(text) if "季度" in text else ():
        yield Finding(
            quarter.start(),
            quarter.end(),
            translated("{quarter}: a year has four quarters", quarter=quarter[0]),
            translated("correct the quarter"),
        )
    for weekday in _WEEKDAY.finditer(text):
        yield Finding(
            weekday.start(),
            weekday.end(),
            translated("{weekday}: a week has seven days", weekday=weekday[0]),
            translated("correct the weekday"),
        )
    yield from _times(text)


def _reason(written: WrittenDate, text: str) -> str | None:
    """Why the date does not exist; None if it does."""
    if written.year is not None and (not 1000 <= written.year <= 9999) and written.month is not None:
        return translated("{year} is not a year of four digits", year=written.year)
    if written.month is not None and not 1 <= written.month <= 12:
        return translated("a year has twelve months")
    if written.day is None:
        return None
    days = _days(written)
    if 1 <= written.day <= days or (
        written.day == 30 and _LUNAR.search(text[max(0, written.start - 8) : written.start])
    ):
        return None
    return _reason_of_day(written, days)


def _reason_of_day(written: WrittenDate, days: int) -> str:
    if not written.day:
        return translated("a month has no day 0")
    if not written.month:
        return translated("a month has {days} days", days=days)
    month = f"{written.year}年{written.month}月" if written.year and written.month == 2 else f"{written.month}月"
    return translated("{month} has {days} days", month=month, days=days)


def _days(written: WrittenDate) -> int:
    """The number of days in the month; its maximum if the year is not known."""
    if written.month is None:
        return 31
    if written.year and 1 <= written.year <= 9999 and written.month == 2:
        return 29 if date_range(written.year, 2, 29) else 28
    return _LONGEST_MONTHS[written.month - 1]


def _times(text: str) -> Iterator[Finding]:
    """Report 24时30分, 下午25点, 14时75分, 上午15时."""
    for sign in "时点:：":
        at = text.find(sign)
        while at >= 0:
            start = at
            while start and text[start - 1] in "0123456789" and at - start < 3:
                start -= 1
            if 0 < at - start < 3 and (found := _CLOCK.match(text, start)):
                yield from _time(found, text)
            at = text.find(sign, at + 1)


def _time(found: re.Match[str], text: str) -> Iterator[Finding]:
    hour, minute = int(found["hour"]), int(found["minute"] or found["digits"] or 0)
    before = text[max(0, found.start() - 3) : found.start()]
    part = _PART_OF_DAY.search(before)
    if part and part["morning"] and 13 <= hour < 24 and not text.startswith(_NO_CLOCK, found.end()):
        reason = translated("{part} ends at 12:00", part=part[0])
    elif (hour < 24 and minute < 60) or (hour == 24 and minute == 0):
        return
    else:
        reason = translated("a day has 24 hours") if hour > 23 else translated("an hour has 60 minutes")
    sentence = text[start_of(text, found.start(), SENTENCE) : end_of(text, found.end(), SENTENCE)]
    is_time = not found["digits"] or (hour <= _LATEST_TYPED and not _RATIO.search(sentence))
    is_clock = part or found["minute"] or (is_time and (found["exact"] or before.endswith(_AT)))
    if is_clock and not text.startswith(_NO_CLOCK, found.end()) and not before.endswith(("第", ".", "前后", "共")):
        yield Finding(
            found.start(),
            found.end(),
            translated("{words}: {reason}", words=found[0], reason=reason),
            translated("correct the time"),
        )
