"""Dates in a form with a name, such as "short", or in a pattern of the template's own: "{day} {month}"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import joined_words, translated
from speechgen.model import Day, lazily

DateParts: TypeAlias = Mapping[str, Callable[[Day], str]]

_PART = lazily(r"\{([^{}]*)\}")


def date_in(day: Day, form: object, forms: DateParts, parts: DateParts) -> str:
    """A date in a form, or with the `{part}`s of a pattern replaced."""
    if isinstance(form, str) and "{" in form:
        return _in_pattern(day, form, parts)
    if not isinstance(form, str) or form not in forms:
        raise CannotSay(
            translated(
                "{name} is not a form; the forms are {forms}, or a pattern such as “{pattern}”",
                name=arguments.shown(form),
                forms=joined_words(forms),
                pattern=" ".join(f"{{{part}}}" for part in parts),
            )
        )
    return forms[form](day)


def _in_pattern(day: Day, pattern: str, parts: DateParts) -> str:
    def written(found: re.Match[str]) -> str:
        if found[1] not in parts:
            raise CannotSay(
                translated(
                    "“{name}” is not a part of a date; the parts are {parts}",
                    name=found[0],
                    parts=joined_words(f"{{{part}}}" for part in parts),
                )
            )
        return parts[found[1]](day)

    if re.search("[{}]", _PART.sub("", pattern)):
        raise CannotSay(
            translated(
                "a bracket is missing in “{pattern}”; write each part as {part}",
                pattern=pattern,
                part=f"{{{next(iter(parts))}}}",
            )
        )
    return _PART.sub(written, pattern)


def day_number(day: Day) -> int:
    """The number of the day in its month. Raises CannotSay for a month."""
    return arguments.calendar_day(day).day or 0


def weekday_number(day: Day) -> int:
    """The day of the week, 0 for Monday. Raises CannotSay for a month."""
    from datetime import date

    return date(day.year, day.month, day_number(day)).weekday()


def third_of_month(day: Day) -> int:
    """0, 1 or 2: days 1 to 10, 11 to 20, and from 21. Raises CannotSay for a month."""
    return min((day_number(day) - 1) // 10, 2)


def differing(start: object, end: object) -> tuple[Day, Day, Literal["none", "day", "month", "year"]]:
    """Two days, or two months, in order; and the largest unit in which they differ.

    Raises CannotSay if they are not in order.
    """
    first, last = arguments.day(start), arguments.day(end)
    if (first.day is None) != (last.day is None):
        month = first if first.day is None else last
        raise CannotSay(
            translated("a range is from day to day or from month to month; {month} is a month", month=month.iso)
        )
    if last < first:
        raise CannotSay(
            translated(
                "the range from {first} to {last} runs backwards; exchange the two", first=first.iso, last=last.iso
            )
        )
    if first.year != last.year:
        return first, last, "year"
    if first.month != last.month:
        return first, last, "month"
    return first, last, "none" if first.day == last.day else "day"
