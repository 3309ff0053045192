"""Dates in English that do not exist, or that are not on their weekday: 31 April; Friday, 15 May 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, date_range, nearest
from speechgen.checks.rules.patterns import lazily

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH, _DAY, _YEAR = "|".join(_MONTHS), r"[0-9]{1,2}(?:st|nd|rd|th)?", r"(?:,?\s(?P<{}>[0-9]{{4}})\b)?"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s(?:the\s)?)?"
_DATE = lazily(
    rf"\b{_WEEKDAY}(?:(?P<day>{_DAY})\s(?:of\s)?(?P<month>{_MONTH})\b{_YEAR.format('year')}"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>{_DAY})\b{_YEAR.format('year2')})"
)


def english_dates(text: str, meeting: DateRange | None) -> Iterator[Finding]:
    """Report dates with a month's name that do not exist or that are not on their weekday."""
    for found in _DATE.finditer(text):
        month = _MONTHS.index(found["month"] or found["month2"]) + 1
        day = int(re.sub(r"\D", "", found["day"] or found["day2"]))
        given = found["year"] or found["year2"]
        if month == 5 and day > 31 and found["month2"]:
            continue  # May 40 of you come
        year = int(given) if given else nearest(WrittenDate(0, 0, None, month, day), meeting) if meeting else None
        if not 1 <= day <= _LONGEST[month - 1]:
            message = f"{found[0]}: {_MONTHS[month - 1]} has {_LONGEST[month - 1]} days"
            yield Finding(found.start(), found.end(), message, "correct the date")
            continue
        try:
            weekday = date(year, month, day).weekday() if year else None
        except ValueError:
            if given:
                yield Finding(found.start(), found.end(), f"{found[0]}: {year} is not a leap year", "correct the date")
            continue
        if weekday is not None and found["weekday"] and _WEEKDAYS[weekday] != found["weekday"]:
            message = f"{found[0]}: in {year} that day is a {_WEEKDAYS[weekday]}"
            yield Finding(found.start(), found.end(), message, "correct the date or the weekday")


def english_day(line: str) -> DateRange | None:
    """The day of a date line."""
    found = _DATE.search(line)
    year = (found["year"] or found["year2"]) if found else None
    if found is None or year is None:
        return None
    month = _MONTHS.index(found["month"] or found["month2"]) + 1
    return date_range(int(year), month, int(re.sub(r"\D", "", found["day"] or found["day2"])))
