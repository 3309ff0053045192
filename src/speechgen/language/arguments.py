"""Convert the arguments of filters to the types that filters use. A value of another type raises CannotSay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from speechgen.language.contract import CannotSay
from speechgen.messages import joined_words, marked, translated
from speechgen.model import Day, Metric, lazily

_Form = TypeVar("_Form")
_SHOWN = 20  # characters of a text in a message
_WHOLE_DIGITS = 16  # the largest number with undisputed words in Chinese is 9999 9999 9999 9999
_DECIMALS = 40  # a quotient has 28
_READABLE_DECIMALS = 8


def number(value: object) -> Decimal:
    """A number below 10,000,000,000,000,000. A metric is not a number, but its keys may be."""
    exact = _decimal(value)
    if _decimals(exact) > _DECIMALS:
        raise CannotSay(
            translated("a number of over {number} decimals is too long to compute with; use `round`", number=_DECIMALS)
        )
    return exact


def quantity(value: object) -> Decimal:
    """The exact value of a metric, or a number."""
    if isinstance(value, Metric):
        if "value" not in value:
            raise CannotSay(translated("a change has two figures; use its `.before` or its `.after`"))
        value = value["value"]
    return number(value)


def readable(value: object) -> Decimal:
    """A number with at most 8 decimals: 1 divided by 3 must be rounded first."""
    exact = _decimal(value)
    if _decimals(exact) > _READABLE_DECIMALS:
        raise CannotSay(
            translated(
                "over {number} decimals cannot be read out; use `round`, `percent` or `share`",
                number=_READABLE_DECIMALS,
            )
        )
    return exact


def not_negative(value: object) -> Decimal:
    """A number that is 0 or more."""
    exact = number(value)
    if exact < 0:
        raise CannotSay(translated("{number} is below zero; use `figure`", number=f"{exact:f}"))
    return exact


def whole(value: object) -> int:
    """A whole number."""
    exact = number(value)
    if exact != int(exact):
        raise CannotSay(translated("{number} is not a whole number", number=f"{exact:f}"))
    return int(exact)


def size(value: object) -> int:
    """A number of things: a whole number of 1 or more, or the length of a list that is not empty."""
    many = len(items(value)) if isinstance(value, Iterable) and not isinstance(value, Metric) else whole(value)
    if many == 0:
        raise CannotSay(translated("there is nothing to count; put the sentence into a condition"))
    if many < 0:
        raise CannotSay(translated("{number} is not a number of things", number=many))
    return many


def step(value: object) -> int:
    """The step that a number is rounded to, such as 10, 100 or 1000."""
    width = whole(value)
    if width < 1:
        raise CannotSay(translated("a number cannot be rounded to {number}; use 10, 100 or 1000", number=width))
    return width


def round_to(value: object) -> int:
    """The step that a metric is rounded to, as in a template's `round_to`. 4.3 rounded to 1 has no words."""
    width = step(value)
    if width == 1:
        raise CannotSay(
            translated("a metric is rounded to 2 or more, such as 10 or 100; decimals are rounded with `round`")
        )
    return width


def day(value: object) -> Day:
    """A day or a month."""
    if not isinstance(value, Day):
        if isinstance(value, str):
            message = translated(
                "{kind} is not a date; declare it with `format: date` or `format: month`, "
                'or write it as in "2014-10-24" | as_day',
                kind=kind(value),
            )
        else:
            message = translated(
                "{kind} is not a date; declare it with `format: date` or `format: month`", kind=kind(value)
            )
        raise CannotSay(message)
    return value


def calendar_day(value: object) -> Day:
    """A day. Not a month."""
    exact = day(value)
    if exact.day is None:
        raise CannotSay(translated("{month} is a month; write the day too, such as {month}-15", month=exact.iso))
    return exact


def day_or_year(value: object) -> Day | int:
    """A day or a month, or a year as a whole number."""
    return whole(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else day(value)


def clock(value: object) -> tuple[int, int]:
    """The hour and the minute of `14:30`. The colon may be full-width, as typed on Chinese keyboards."""
    time = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if time is None:
        given = f"“{value}”" if isinstance(value, str) else kind(value)
        raise CannotSay(translated("{value} is not a time of day; write it as 14:30, from 0:00 to 23:59", value=given))
    return int(time[1]), int(time[2])


def words(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise CannotSay(translated("{kind} is not a text", kind=kind(value)))
    return str(value)


def items(value: object) -> list[object]:
    """The items of a list, or of what a filter such as `map` returns."""
    if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable):
        raise CannotSay(translated("{kind} is not a list", kind=kind(value)))
    return list(value)


def form(name: object, forms: Mapping[str, _Form]) -> _Form:
    """The form with this name."""
    if not isinstance(name, str) or name not in forms:
        raise CannotSay(
            translated("{name} is not a form; the forms are {forms}", name=shown(name), forms=joined_words(forms))
        )
    return forms[name]


def shown(value: object) -> str:
    """A text or a number as written, otherwise the name of its type, for messages."""
    is_short = isinstance(value, (str, int, Decimal)) and not isinstance(value, bool)
    return f"“{value}”" if is_short else kind(value)


def kind(value: object) -> str:
    """The name of a value's type in messages: a number, a list."""
    return translated(next((words for type_, words in _KINDS if isinstance(value, type_)), marked("this")))


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, float)):
        raise CannotSay(_not_a_number(value))
    # 98.6 in a template is a float; its repr is the number as written.
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise CannotSay(translated("{value} is not a number", value=exact))
    if exact.adjusted() >= _WHOLE_DIGITS:
        raise CannotSay(
            translated(
                "a number of over {number} digits cannot be read out; if it is a code, put it in quotes",
                number=_WHOLE_DIGITS,
            )
        )
    return exact


def _not_a_number(value: object) -> str:
    if isinstance(value, str):  # often of another filter: 42 | about(10) | numeral
        return translated(
            "“{text}” is a text, not a number", text=value[:_SHOWN] + ("…" if len(value) > _SHOWN else "")
        )
    if not isinstance(value, Metric):
        return translated("{value} is not a number", value=kind(value))
    if "value" in value:
        return translated("a metric is not a number; use its `.value`, or `exact` or `rounded`")
    return translated("a metric is not a number; use its `.before`, `.after` or `.percent`")


def _decimals(exact: Decimal) -> int:
    return -int(exact.as_tuple().exponent)


_CLOCK = lazily("([01]?[0-9]|2[0-3])[:：]([0-5][0-9])")
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, marked("a yes or no")),
    (str, marked("a text")),
    ((int, float, Decimal), marked("a number")),
    (Day, marked("a date")),
    (Metric, marked("a metric")),
    (Mapping, marked("a record")),
    (Iterable, marked("a list")),
    (type(None), marked("nothing")),
)
