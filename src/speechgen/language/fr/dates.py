"""Dates and times of day in French: 1er mai 2025, 24 octobre 2014, 14 h 30."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.fr.spaces import UNBROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechgen.model import Day

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def date(value: object, form: str = "full") -> str:
    """A day, or a month, in one of five forms: "full", "short", "month", "short-month", "year".

    meeting | date    24 octobre 2014
    meeting | date("short")    24 octobre
    meeting | date("month")    octobre 2014
    meeting | date("short-month")    octobre
    meeting | date("year")    2014
    """
    return arguments.form(form, _FORMS)(arguments.day(value))


def relative(value: object, to: object) -> str:
    """A day, a month or a year relative to another day: this year, last year or next year; any other year in full.

    started | relative(meeting)    janvier de cette année
    meeting | relative(started)    24 octobre
    2013 | relative(meeting)    l’année dernière
    """
    then, now = arguments.day_or_year(value), arguments.day(to)
    if isinstance(then, int):
        return {0: "cette année", -1: "l’année dernière", 1: "l’année prochaine"}.get(then - now.year, str(then))
    if then.year == now.year:
        return _short(then) if then.day else f"{_short(then)} de cette année"
    year = {-1: "de l’année dernière", 1: "de l’année prochaine"}.get(then.year - now.year, str(then.year))
    return f"{_short(then)} {year}"


def time_of_day(value: object) -> str:
    """A time on the clock of twenty-four hours.

    "9:00" | time_of_day    9 heures
    "14:30" | time_of_day    14 h 30
    "12:00" | time_of_day    midi
    """
    hour, minute = arguments.clock(value)
    if minute == 0 and hour % 12 == 0:
        return "midi" if hour else "minuit"
    if minute == 0:
        return f"{hour}{UNBROKEN}heure{'s' if hour > 1 else ''}"
    return f"{hour}{UNBROKEN}h{UNBROKEN}{minute:02}"


def _day(day: Day) -> str:
    """The first of a month is an ordinal, the other days are not."""
    return "1er" if day.day == 1 else f"{day.day}"


def _short(day: Day) -> str:
    return f"{_day(day)} {_month(day)}" if day.day else _month(day)


def _month(day: Day) -> str:
    return MONTHS[day.month - 1]


_FORMS: Mapping[str, Callable[[Day], str]] = {
    "full": lambda day: f"{_short(day)} {day.year}",
    "short": _short,
    "month": lambda day: f"{_month(day)} {day.year}",
    "short-month": _month,
    "year": lambda day: str(day.year),
}
