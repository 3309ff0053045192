"""Dates and times of day in English: day before month, no ordinal endings, a full stop in times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechgen.model import Day

# `calendar.month_name` depends on the locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date(value: object, form: str = "full") -> str:
    """A day, or a month, in one of five forms: "full", "short", "month", "short-month", "year".

    meeting | date    24 October 2014
    meeting | date("short")    24 October
    meeting | date("month")    October 2014
    meeting | date("short-month")    October
    meeting | date("year")    2014
    """
    return arguments.form(form, _FORMS)(arguments.day(value))


def relative(value: object, to: object) -> str:
    """A day, a month or a year relative to another day: this year, last year or next year; any other year in full.

    started | relative(meeting)    January this year
    meeting | relative(started)    24 October
    2013 | relative(meeting)    last year
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


def _short(day: Day) -> str:
    return f"{day.day} {_month(day)}" if day.day else _month(day)


def _month(day: Day) -> str:
    return MONTHS[day.month - 1]


_FORMS: Mapping[str, Callable[[Day], str]] = {
    "full": lambda day: f"{_short(day)} {day.year}",
    "short": _short,
    "month": lambda day: f"{_month(day)} {day.year}",
    "short-month": _month,
    "year": lambda day: str(day.year),
}
