"""Figures in digits, exact and rounded, and metrics, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.percent import change_percent, rounded_percent, share_percent
from speechgen.language.rounding import MAX_LOSS, in_units, nearly, reached, rounded

if TYPE_CHECKING:
    from decimal import Decimal

    from speechgen.language.rounding import Rounded

_UNITS = ((10**12, 10**11, " trillion"), (10**9, 10**8, " billion"), (10**6, 10**5, " million"))


def figure(value: object) -> str:
    """A number in digits with all its decimals, thousands grouped.

    2413 | figure    2,413
    """
    return _digits(arguments.readable(value))


def about(value: object, step: object) -> str:
    """A number rounded down to tens, hundreds or thousands, with “more than” if that changes it.

    2413 | about(100)    more than 2,400
    2400 | about(100)    2,400
    """
    round_figure = reached(arguments.not_negative(value), arguments.step(step))
    return ("" if round_figure.exact else "more than ") + _round_digits(round_figure)


def near(value: object, step: object) -> str:
    """The next round number, if the number is at most a tenth below it, with “nearly”; otherwise the number itself.

    98.6 | near(100)    nearly 100
    100 | near(100)    100
    """
    goal = nearly(arguments.not_negative(value), arguments.step(step))
    return ("" if goal.exact else "nearly ") + _round_digits(goal)


def percent(value: object, digits: object = 0) -> str:
    """A percentage, rounded to `digits` decimals, or to more if it would otherwise round to 0 or 100.

    57 | percent    57%
    92.75 | percent(1)    92.8%
    99.96 | percent(1)    99.96%
    """
    return f"{rounded_percent(value, digits):,f}%"


def share(value: object, total: object) -> str:
    """The share of a number in a total, as a percentage rounded as by `percent`.

    92 | share(214)    43%
    """
    return f"{share_percent(value, total):,f}%"


def amount(value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS) -> str:
    """Words for a metric (see `contract.Amount`): more than 2,400 letters, nearly 100 visits, 1 letter, 98.6%."""
    if round_to is None:
        return figure(value) + _glued(value, measure)
    round_figure = rounded(arguments.readable(value), round_to, max_loss)
    about_it = "" if round_figure.exact else "nearly " if round_figure.is_above else "more than "
    return about_it + _round_digits(round_figure) + _glued(round_figure.figure, measure)


def change(
    before: Decimal,
    after: Decimal,
    *,
    measure: str,
    compared: str | None = None,
    increase: str | None = None,
    decrease: str | None = None,
) -> str:
    """Words for the change of a metric (see `contract.Change`): down 57%, unchanged, up from 0 to 92.

    `compared` is at the end: down 57% year on year.
    """
    compared = f" {compared}" if compared else ""
    if before == after:
        return f"unchanged{compared}"
    way = (increase or "up") if after > before else (decrease or "down")
    if measure == "%":
        points = abs(arguments.readable(after) - arguments.readable(before)).normalize()
        return f"{way} {points:,f} percentage point{'' if points == 1 else 's'}{compared}"
    percentage = change_percent(before, after)
    if percentage is None:
        return f"{way} from {figure(before)} to {figure(after)}{compared}"
    return f"{way} {percentage:,f}%{compared}"


def measure_word(value: Decimal, measure: str) -> str:
    """`letters` of `letter|letters`, or `letter` if the value is 1; a measure without `|` fits every value."""
    singular, _, plural = measure.partition("|")
    return singular if value == 1 or not plural else plural


def _digits(number: Decimal) -> str:
    return f"{number:,f}" if number else f"{number.copy_abs():f}"  # -0 is 0


def _round_digits(round_figure: Rounded) -> str:
    quantity, unit = in_units(round_figure.figure, _UNITS)
    return _digits(quantity) + unit


def _glued(value: Decimal, measure: str) -> str:
    word = measure_word(value, measure)
    return word if word in ("", "%") else f" {word}"
