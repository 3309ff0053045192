"""Figures in digits, exact and rounded, and metrics, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.fr.elision import after_de
from speechgen.language.fr.spaces import UNBROKEN, grouped
from speechgen.language.percent import change_percent, rounded_percent, share_percent
from speechgen.language.rounding import MAX_LOSS, in_units, nearly, reached, rounded

if TYPE_CHECKING:
    from decimal import Decimal

_UNITS = ((10**12, 10**11, "billion"), (10**9, 10**8, "milliard"), (10**6, 10**5, "million"))
_FIRST_PLURAL = 2  # 0 lettre, 1,5 lettre, 2 lettres


def figure(value: object) -> str:
    """A number in digits with all its decimals, thousands grouped.

    2413 | figure    2 413
    98.6 | figure    98,6
    """
    return _digits(arguments.readable(value))


def about(value: object, step: object) -> str:
    """A number rounded down to tens, hundreds or thousands, with “plus de” if that changes it.

    2413 | about(100)    plus de 2 400
    2400 | about(100)    2 400
    """
    round_figure = reached(arguments.not_negative(value), arguments.step(step))
    return ("" if round_figure.exact else "plus de ") + _round_digits(round_figure.figure)


def near(value: object, step: object) -> str:
    """The next round number, if the number is at most a tenth below it, with “près de”; otherwise the number itself.

    98.6 | near(100)    près de 100
    100 | near(100)    100
    """
    goal = nearly(arguments.not_negative(value), arguments.step(step))
    return ("" if goal.exact else "près de ") + _round_digits(goal.figure)


def percent(value: object, digits: object = 0) -> str:
    """A percentage, rounded to `digits` decimals, or to more if it would otherwise round to 0 or 100.

    57 | percent    57 %
    92.75 | percent(1)    92,8 %
    99.96 | percent(1)    99,96 %
    """
    return grouped(f"{rounded_percent(value, digits):,f}") + f"{UNBROKEN}%"


def share(value: object, total: object) -> str:
    """The share of a number in a total, as a percentage rounded as by `percent`.

    92 | share(214)    43 %
    """
    return grouped(f"{share_percent(value, total):,f}") + f"{UNBROKEN}%"


def amount(value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS) -> str:
    """Words for a metric (see `contract.Amount`): plus de 2 400 lettres, près de 100 visites, 1 lettre, 98,6 %, plus de
    2 millions d’habitants.
    """
    exact = arguments.readable(value)
    if round_to is None:
        return _digits(exact) + _with_space(measure_word(exact, measure))
    round_figure = rounded(exact, round_to, max_loss)
    about_it = "" if round_figure.exact else "près de " if round_figure.is_above else "plus de "
    digits, word = _round_digits(round_figure.figure), measure_word(round_figure.figure, measure)
    if digits[-1:].isalpha() and word and word != "%":
        return f"{about_it}{digits} {after_de(word)}"
    return about_it + digits + _with_space(word)


def change(
    before: Decimal,
    after: Decimal,
    *,
    measure: str,
    compared: str | None = None,
    increase: str | None = None,
    decrease: str | None = None,
) -> str:
    """Words for the change of a metric (see `contract.Change`): en baisse de 57 %, stable, en hausse, de 0 à 92.

    `compared` is at the end: en baisse de 57 % sur un an.
    """
    compared = f" {compared}" if compared else ""
    if before == after:
        return f"stable{compared}"
    way = (increase or "en hausse") if after > before else (decrease or "en baisse")
    if measure == "%":
        points = abs(arguments.readable(after) - arguments.readable(before)).normalize()
        return f"{way} de {_digits(points)} point{'s' if points >= _FIRST_PLURAL else ''}{compared}"
    percentage = change_percent(before, after)
    if percentage is None:
        return f"{way}, de {figure(before)} à {figure(after)}{compared}"
    return f"{way} de {_digits(percentage)}{UNBROKEN}%{compared}"


def measure_word(value: Decimal, measure: str) -> str:
    """`lettres` of `lettre|lettres`, or `lettre` below 2; a measure without `|` fits every value."""
    singular, _, plural = measure.partition("|")
    return singular if abs(value) < _FIRST_PLURAL or not plural else plural


def _digits(number: Decimal) -> str:
    return grouped(f"{number:,f}" if number else f"{number.copy_abs():f}")  # -0 is 0


def _round_digits(number: Decimal) -> str:
    quantity, unit = in_units(number, _UNITS)
    return f"{_digits(quantity)} {unit}{'s' if quantity >= _FIRST_PLURAL else ''}" if unit else _digits(quantity)


def _with_space(word: str) -> str:
    """A measure word after its figure: signs such as % and € do not begin a line."""
    return f" {word}" if word[:1].isalpha() else f"{UNBROKEN}{word}" if word else ""
