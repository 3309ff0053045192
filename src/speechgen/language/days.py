"""The calendar: filters that compute with days and months, the same in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import translated
from speechgen.model import Day, days_in

_YEARS = range(1, 10_000)


def as_day(value: object) -> Day:
    """A day or a month that is written in a template, to compute or to compare with.

    ("2014-10-24" | as_day).month    10
    "later" if meeting > ("2014-10-01" | as_day) else "earlier"    later
    """
    if isinstance(value, str):
        try:
            found = Day.parse(value)
        except ValueError as error:
            raise CannotSay(str(error)) from error
        if found is None:
            raise CannotSay(
                translated("“{value}” is not a date; write it as 2014-10-24, a month as 2014-10", value=value)
            )
        return found
    return arguments.day(value)


def days_until(value: object, other: object, inclusive: object = False) -> Decimal:
    """How many days there are from a day to another; negative if that is earlier. `inclusive` counts both days.

    arrived | days_until(meeting)    3
    arrived | days_until(meeting, inclusive=true)    4
    """
    if not isinstance(inclusive, bool):
        raise CannotSay(translated("`inclusive` is true or false"))
    days = (_date(other) - _date(value)).days
    return Decimal(days + (1 if days >= 0 else -1) if inclusive else days)


def months_until(value: object, other: object) -> Decimal:
    """How many full months there are from a day or a month to another.

    started | months_until(meeting)    9
    """
    start, end = arguments.day(value), arguments.day(other)
    if end < start:
        return -months_until(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return Decimal(months - bool(start.day and end.day and end.day < start.day))


def years_until(value: object, other: object) -> Decimal:
    """How many full years there are from a day or a month to another.

    founded | years_until(meeting)    31
    """
    months = months_until(value, other)
    return Decimal(int(months / 12))


def moved(value: Day, sign: int, days: Sequence[object], time: Mapping[str, object]) -> Day:
    """A day or a month some time later (`sign` 1) or earlier (-1); the 31st may become the 30th.

    `time` may have days, weeks, months and years; `days` has at most one number, of days.
    """
    if len(days) + len(time) == 0 or len(days) > 1 or (days and "days" in time):
        raise CannotSay(translated("say how long, such as `days=3` or `months=1`"))
    number = {name: arguments.whole(amount) * sign for name, amount in time.items()}
    if days:
        number["days"] = arguments.whole(days[0]) * sign
    months = value.year * 12 + value.month - 1 + number.get("years", 0) * 12 + number.get("months", 0)
    year, month = divmod(months, 12)
    later = number.get("days", 0) + number.get("weeks", 0) * 7
    if year not in _YEARS:
        raise CannotSay(translated("the date is outside the calendar"))
    if value.day is None:
        if "days" in number or "weeks" in number:
            arguments.calendar_day(value)
        return Day(year, month + 1)
    start = date(year, month + 1, min(value.day, days_in(year, month + 1)))
    try:
        end = start + timedelta(days=later)
    except OverflowError as error:
        raise CannotSay(translated("the date is outside the calendar")) from error
    return Day(end.year, end.month, end.day)


def _date(value: object) -> date:
    day = arguments.calendar_day(value)
    return date(day.year, day.month, day.day or 1)
