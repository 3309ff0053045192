"""Dates and times of day in English: usually day before month, no ordinal endings, a full stop in times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.date_patterns import date_in, day_number, differing, third_of_month, weekday_number

if TYPE_CHECKING:
    from speechgen.language.date_patterns import DateParts
    from speechgen.model import Day

# `calendar.month_name` depends on the locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_QUARTERS = ("first", "second", "third", "fourth")


def date(value: object, form: str = "full") -> str:
    """A day, or a month, in one of seven forms: "full", "short", "american", "short-american", "month", "short-month",
    "year". Or in a pattern of {year}, {month}, {day}, {ordinal-day}, {weekday}, {part-of-month}, {quarter} and
    {half-year}.

    meeting | date    24 October 2014
    meeting | date("short")    24 October
    meeting | date("month")    October 2014
    meeting | date("short-month")    October
    meeting | date("year")    2014
    meeting | date("american")    October 24, 2014
    meeting | date("short-american")    October 24
    meeting | date("{weekday}, {day} {month}")    Friday, 24 October
    meeting | date("the {ordinal-day} of {month}")    the 24th of October
    meeting | date("{part-of-month}")    late October
    meeting | date("the end of {month}")    the end of October
    meeting | date("the {quarter} quarter of {year}")    the fourth quarter of 2014
    meeting | date("the {half-year} half of the year")    the second half of the year
    """
    return date_in(arguments.day(value), form, _FORMS, _PARTS)


def weekday(value: object) -> str:
    """The day of the week.

    meeting | weekday    Friday
    """
    return WEEKDAYS[weekday_number(arguments.day(value))]


def range_of_days(start: object, end: object, form: object, joint: str) -> str:
    """Two days, or two months, with what they have in common written once. See the filter `to`."""
    first, last, differ = differing(start, end)
    is_american, has_year = arguments.form(form, _RANGE_FORMS)
    short, full = (_short_american, _american) if is_american else (_short, _full)
    in_one_year = full if has_year else short
    if differ == "none":
        return in_one_year(first)
    if differ == "year":
        comma = "," if is_american and first.day else ""
        return _joined(full(first) + comma, full(last), joint)
    if is_american:
        second = f"{last.day}" if differ == "day" else short(last)
        year = f", {last.year}" if last.day else f" {last.year}"
        return _joined(short(first), second, joint) + (year if has_year else "")
    return _joined(f"{first.day}" if differ == "day" else short(first), in_one_year(last), joint)


def ordinal_ending(number: int) -> str:
    """The ending of an ordinal in digits: 1st, 2nd, 3rd, 11th."""
    return "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")


def relative(value: object, to: object) -> str:
    """A day, a month or a year relative to another day: this year, last year or next year; any other year in full.

    started | relative(meeting)    January this year
    meeting | relative(started)    24 October
    2013 | relative(meeting)    last year
    (meeting | plus(months=3)).year | relative(meeting)    next year
    """
    then, now = arguments.day_or_year(value), arguments.day(to)
    if isinstance(then, int):
        return {0: "this year", -1: "last year", 1: "next year"}.get(then - now.year, str(then))
    if then.year == now.year:
        return _short(then) if then.day else f"{_short(then)} this year"
    year = {-1: "last year", 1: "next year"}.get(then.year - now.year, str(then.year))
    return f"{_short(then)} {year}"


def time_of_day(value: object) -> str:
    """A time on the twelve-hour clock.

    "9:00" | time_of_day    9 am
    "14:30" | time_of_day    2.30 pm
    "12:00" | time_of_day    noon
    """
    hour, minute = arguments.clock(value)
    if minute == 0 and hour % 12 == 0:
        return "noon" if hour else "midnight"
    return f"{hour % 12 or 12}{f'.{minute:02}' if minute else ''} {'am' if hour < 12 else 'pm'}"


def _joined(first: str, last: str, joint: str) -> str:
    """12 to 14 May; with a dash, 12–14 May, but 28 August – 4 September."""
    has_space = joint.isalpha() or (" " in first and " " in last)
    return f"{first} {joint} {last}" if has_space else f"{first}{joint}{last}"


def _short(day: Day) -> str:
    return f"{day.day} {_month(day)}" if day.day else _month(day)


def _month(day: Day) -> str:
    return MONTHS[day.month - 1]


def _full(day: Day) -> str:
    return f"{_short(day)} {day.year}"


def _american(day: Day) -> str:
    return f"{_short_american(day)}, {day.year}" if day.day else f"{_month(day)} {day.year}"


def _short_american(day: Day) -> str:
    return f"{_month(day)} {day.day}" if day.day else _month(day)


_FORMS: DateParts = {
    "full": _full,
    "short": _short,
    "american": _american,
    "short-american": _short_american,
    "month": lambda day: f"{_month(day)} {day.year}",
    "short-month": _month,
    "year": lambda day: str(day.year),
}
# Of a range: whether the month is before the day, and whether the year is written if it is the same.
_RANGE_FORMS = {
    "full": (False, True),
    "short": (False, False),
    "american": (True, True),
    "short-american": (True, False),
}
_PARTS: DateParts = {
    "year": lambda day: f"{day.year}",
    "month": _month,
    "day": lambda day: f"{day_number(day)}",
    "ordinal-day": lambda day: f"{day_number(day)}{ordinal_ending(day_number(day))}",
    "weekday": weekday,
    "part-of-month": lambda day: f"{('early ', 'mid-', 'late ')[third_of_month(day)]}{_month(day)}",
    "quarter": lambda day: _QUARTERS[(day.month - 1) // 3],
    "half-year": lambda day: "first" if day.month <= 6 else "second",
}
