"""Dates and times of day in French: 1er mai 2025, 24 octobre 2014, 14 h 30."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.date_patterns import date_in, day_number, differing, third_of_month, weekday_number
from speechgen.language.fr.elision import after_de
from speechgen.language.fr.spaces import UNBROKEN

if TYPE_CHECKING:
    from speechgen.language.date_patterns import DateParts
    from speechgen.model import Day

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def date(value: object, form: str = "full") -> str:
    """A day, or a month, in one of five forms: "full", "short", "month", "short-month", "year". Or in a pattern of
    {year}, {month}, {de-month}, {day}, {weekday}, {part-of-month}, {quarter} and {half-year}.

    meeting | date    24 octobre 2014
    meeting | date("short")    24 octobre
    meeting | date("month")    octobre 2014
    meeting | date("short-month")    octobre
    meeting | date("year")    2014
    meeting | date("{weekday} {day} {month}")    vendredi 24 octobre
    meeting | date("la fin {de-month}")    la fin d’octobre
    meeting | date("{part-of-month}")    fin octobre
    meeting | date("le {quarter} trimestre {year}")    le quatrième trimestre 2014
    meeting | date("le {half-year} semestre")    le second semestre
    """
    return date_in(arguments.day(value), form, _FORMS, _PARTS)


def weekday(value: object) -> str:
    """The day of the week.

    meeting | weekday    vendredi
    """
    return WEEKDAYS[weekday_number(arguments.day(value))]


def range_of_days(start: object, end: object, form: object, joint: str) -> str:
    """Two days, or two months, with what they have in common written once. See the filter `to`."""
    first, last, differ = differing(start, end)
    in_one_year = _full if arguments.form(form, {"full": True, "short": False}) else _short
    if differ == "none":
        return in_one_year(first)
    if differ == "year":
        return _joined(_full(first), _full(last), first, joint)
    return _joined(_day(first) if differ == "day" else _short(first), in_one_year(last), first, joint)


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


def _joined(first: str, last: str, start: Day, joint: str) -> str:
    """Du 21 au 24 octobre, d’avril à juin; with a dash, 21–24 octobre, but 28 août – 4 septembre."""
    if not joint:
        return f"du {first} au {last}" if start.day else f"{after_de(first)} à {last}"
    has_space = joint.isalpha() or " " in first
    return f"{first} {joint} {last}" if has_space else f"{first}{joint}{last}"


def _day(day: Day) -> str:
    """The first of a month is an ordinal, the other days are not."""
    return "1er" if day.day == 1 else f"{day_number(day)}"


def _full(day: Day) -> str:
    return f"{_short(day)} {day.year}"


def _short(day: Day) -> str:
    return f"{_day(day)} {_month(day)}" if day.day else _month(day)


def _month(day: Day) -> str:
    return MONTHS[day.month - 1]


_FORMS: DateParts = {
    "full": _full,
    "short": _short,
    "month": lambda day: f"{_month(day)} {day.year}",
    "short-month": _month,
    "year": lambda day: str(day.year),
}
_QUARTERS = ("premier", "deuxième", "troisième", "quatrième")
_PARTS: DateParts = {
    "year": lambda day: f"{day.year}",
    "month": _month,
    "de-month": lambda day: after_de(_month(day)),
    "day": _day,
    "weekday": weekday,
    "part-of-month": lambda day: f"{('début ', 'mi-', 'fin ')[third_of_month(day)]}{_month(day)}",
    "quarter": lambda day: _QUARTERS[(day.month - 1) // 3],
    "half-year": lambda day: "premier" if day.month <= 6 else "second",
}
