"""Dates with a month's name that do not exist, or that are not on their weekday: 31 April; Friday, 15 May 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, date_range, nearest
from speechgen.checks.rules.patterns import lazily
from speechgen.language import language
from speechgen.messages import translated

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY, _YEAR = r"[0-9]{1,2}(?:st|nd|rd|th|er|\.)?", r"(?:,?\s(?P<{}>[0-9]{{4}})\b)?"
_MAY = 5


@cache
def _date(code: str) -> re.Pattern[str] | None:
    """The pattern of a date in a language; None if its months are not known."""
    words = language(code).proofreading
    if not words.months:
        return None
    month, weekday = "|".join(words.months), "|".join(words.weekdays) or "(?!)"
    day_first = rf"(?P<day>{_DAY})\s(?:(?:of|de)\s)?(?P<month>{month})\b{_YEAR.format('year')}"
    month_first = rf"(?P<month2>{month})\s(?P<day2>{_DAY})\b{_YEAR.format('year2')}"
    either = f"{day_first}|{month_first if words.month_may_be_first else '(?P<month2>(?!))(?P<day2>)(?P<year2>)'}"
    return lazily(rf"\b(?:(?P<weekday>{weekday}),?\s(?:(?:the|le)\s)?)?(?:{either})")


def named_dates(text: str, code: str, meeting: DateRange | None) -> Iterator[Finding]:
    """Report dates in the language `code` that do not exist or that are not on their weekday."""
    pattern, words = _date(code), language(code).proofreading
    for found in pattern.finditer(text) if pattern else ():
        month = words.months.index(found["month"] or found["month2"]) + 1
        day = int(re.sub(r"\D", "", found["day"] or found["day2"]))
        given = found["year"] or found["year2"]
        if month == _MAY and day > _LONGEST[month - 1] and found["month2"]:
            continue  # May 40 of you come
        year = int(given) if given else nearest(WrittenDate(0, 0, None, month, day), meeting) if meeting else None
        if not 1 <= day <= _LONGEST[month - 1]:
            message = translated(
                "{words}: {month} has {days} days",
                words=found[0],
                month=words.months[month - 1],
                days=_LONGEST[month - 1],
            )
            yield Finding(found.start(), found.end(), message, translated("correct the date"))
            continue
        try:
            weekday = date(year, month, day).weekday() if year else None
        except ValueError:
            if given:
                yield Finding(
                    found.start(),
                    found.end(),
                    translated("{words}: {year} is not a leap year", words=found[0], year=year),
                    translated("correct the date"),
                )
            continue
        if weekday is not None and found["weekday"] and words.weekdays[weekday] != found["weekday"]:
            message = translated(
                "{words}: in {year} that day is a {weekday}", words=found[0], year=year, weekday=words.weekdays[weekday]
            )
            yield Finding(found.start(), found.end(), message, translated("correct the date or the weekday"))


def named_day(line: str, code: str) -> DateRange | None:
    """The day of a date line."""
    pattern = _date(code)
    found = pattern.search(line) if pattern else None
    year = (found["year"] or found["year2"]) if found else None
    if found is None or year is None:
        return None
    month = language(code).proofreading.months.index(found["month"] or found["month2"]) + 1
    return date_range(int(year), month, int(re.sub(r"\D", "", found["day"] or found["day2"])))
