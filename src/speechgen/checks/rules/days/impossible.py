"""Dates and times that no calendar and no clock has: 2月30日, 13月, 25时, 第五季度."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.words import DayWords, span
from speechgen.checks.rules.patterns import lazily

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LUNAR = lazily(r"(?:农历|阴历|旧历|腊|正|冬|闰)[^，,。；;]{0,6}$")
_ISO = lazily(r"[12](?<![0-9./-][12])[0-9]{3}([-./])([0-9]{1,2})\1([0-9]{1,2})(?![0-9./-])")
_QUARTER = lazily(r"第[五六七八九十05-9]季度")
_WEEKDAY = lazily(r"(?:星期|礼拜)[八九十08-9](?!个|天|周|多|余|次|来)")
_CLOCK = lazily(
    r"(?P<hour>[0-9]{1,2})(?:[时点](?:(?P<minute>[0-9]{1,2})分|(?P<exact>半|整|许|钟))?|[:：](?P<digits>[0-9]{2})(?![0-9]))"
)
_PART_OF_DAY = lazily(r"(?:(?P<morning>上午|早上|早晨|凌晨|清晨)|下午|中午|晚上|傍晚|夜里|深夜|[今昨当每]?晚|[日号])$")
_AT = ("于", "从", "至", "到", "截至", "每天", "在")
_NO_CLOCK = tuple("要意建方措看体评经问希注工任计思感启间期候段速而常多余个条项左")  # 25点意见, 30时间


def impossible(text: str, dates: Sequence[DayWords]) -> Iterator[Finding]:
    """Every date and time that cannot be."""
    for words in dates:
        if reason := _why_not(words, text):
            yield Finding(words.start, words.end, f"{text[words.start : words.end]}: {reason}", "correct the date")
    for iso in _ISO.finditer(text):
        if span(int(iso[0][:4]), int(iso[2]), int(iso[3])) is None:
            yield Finding(iso.start(), iso.end(), f"there is no day {iso[0]}", "correct the date")
    for quarter in _QUARTER.finditer(text) if "季度" in text else ():
        yield Finding(quarter.start(), quarter.end(), f"{quarter[0]}: a year has four quarters", "correct the quarter")
    for weekday in _WEEKDAY.finditer(text):
        yield Finding(weekday.start(), weekday.end(), f"{weekday[0]}: a week has seven days", "correct the weekday")
    yield from _times(text)


def _why_not(words: DayWords, text: str) -> str | None:
    """Why there is no such day; None where there is."""
    if words.year is not None and (not 1000 <= words.year <= 9999) and words.month is not None:
        return f"{words.year} is no year of four digits"
    if words.month is not None and not 1 <= words.month <= 12:
        return "a year has twelve months"
    if words.day is None:
        return None
    most = _days(words)
    if 1 <= words.day <= most or (words.day == 30 and _LUNAR.search(text[max(0, words.start - 8) : words.start])):
        return None
    where = (
        f"{words.year}年{words.month}月"
        if words.year and words.month == 2
        else f"{words.month}月"
        if words.month
        else "a month"
    )
    return f"{where} has {most} days" if words.day else "months begin with the first day"


def _days(words: DayWords) -> int:
    """How many days the month has, or may have."""
    if words.month is None:
        return 31
    if words.year and 1 <= words.year <= 9999 and words.month == 2:
        return 29 if span(words.year, 2, 29) else 28
    return _LONGEST_MONTHS[words.month - 1]


def _times(text: str) -> Iterator[Finding]:
    """24时30分, 下午25点, 14时75分, 上午15时"""
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
        reason = f"{part[0]} ends at 12"
    elif (hour < 24 and minute < 60) or (hour == 24 and minute == 0):
        return
    else:
        reason = "a day has 24 hours" if hour > 23 else "an hour has 60 minutes"
    is_clock = part or found["minute"] or (not found["digits"] and (found["exact"] or before.endswith(_AT)))
    if is_clock and not text.startswith(_NO_CLOCK, found.end()) and not before.endswith(("第", ".", "前后", "共")):
        yield Finding(found.start(), found.end(), f"{found[0]}: {reason}", "correct the time")
