"""Figures in digits, exact and rounded, and metrics, in French."""

from __future__ import annotations

from decimal import Decimal

from speechgen.language import arguments
from speechgen.language.figure_ranges import figures_in_order
from speechgen.language.fr.elision import after_de
from speechgen.language.fr.spaces import UNBROKEN, grouped
from speechgen.language.money import in_large_units
from speechgen.language.percent import change_percent, rounded_percent, share_percent
from speechgen.language.rounding import MAX_LOSS, in_units, nearly, reached, rounded

_UNITS = ((10**12, 10**11, "billion"), (10**9, 10**8, "milliard"), (10**6, 10**5, "million"))
_SUMS = ((10**12, 10**10, "billion"), (10**9, 10**7, "milliard"), (10**6, 10**4, "million"))  # 1,25 million d’euros
_MONEY_UNITS = tuple((size, name) for size, _, name in _SUMS)
_SIGNS = {"€": "euros", "$": "dollars", "£": "livres", "¥": "yuans"}  # after a unit, in words
_MANY = Decimal(2)
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


def share(value: object, total: object, digits: object = 0) -> str:
    """The share of a number, or a metric, in a total, as a percentage rounded as by `percent`.

    92 | share(214)    43 %
    metrics.emails | share(metrics.letters, 1)    9,4 %
    """
    return grouped(f"{share_percent(value, total, digits):,f}") + f"{UNBROKEN}%"


def money(value: object, currency: object = "€", digits: object = 2) -> str:
    """A sum of money in millions or billions, rounded to `digits` decimals. The currency is a sign, or words.

    5213456 | money    5,21 millions d’euros
    123000000 | money("$", 0)    123 millions de dollars
    8000 | money    8 000 €
    12.5 | money    12,50 €
    60000 | money("franc|francs")    60 000 francs
    """
    sign = arguments.words(currency)
    quantity, unit = in_large_units(arguments.quantity(value), digits, _MONEY_UNITS)
    coins = not unit and quantity != int(quantity)
    words = grouped(f"{quantity:,.2f}") if coins else _with_unit(quantity, unit)
    return _with_measure(words, sign if unit and sign in _SIGNS else measure_word(_MANY if unit else quantity, sign))


def range_of_figures(low: object, high: object, joint: str) -> str:
    """Two figures, exact: de 30 à 50 visites, de 30 % à 50 %. See the filter `to`."""
    least, most, measure = figures_in_order(low, high)
    last = amount(most, measure=measure, round_to=None)
    if least == most:
        return last
    first = amount(least, measure=measure if measure == "%" else "", round_to=None)
    if not joint:
        return f"de {first} à {last}"
    return f"{first} {joint} {last}" if joint.isalpha() else f"{first}{joint}{last}"


def amount(value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS) -> str:
    """Words for a metric (see `contract.Amount`): plus de 2 400 lettres, près de 100 visites, 1 lettre, 98,6 %, plus de
    2 millions d’habitants.
    """
    exact = arguments.readable(value)
    if round_to is None:
        digits = _round_digits(exact, _SUMS) if measure in _SIGNS else _digits(exact)
        return _with_measure(digits, measure_word(exact, measure))
    round_figure = rounded(exact, round_to, max_loss)
    about_it = "" if round_figure.exact else "près de " if round_figure.is_above else "plus de "
    return about_it + _with_measure(_round_digits(round_figure.figure), measure_word(round_figure.figure, measure))


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


def _round_digits(number: Decimal, units: tuple[tuple[int, int, str], ...] = _UNITS) -> str:
    quantity, unit = in_units(abs(number), units)
    return ("-" if number < 0 else "") + _with_unit(quantity, unit)


def _with_unit(quantity: Decimal, unit: str) -> str:
    return f"{_digits(quantity)} {unit}{'s' if abs(quantity) >= _FIRST_PLURAL else ''}" if unit else _digits(quantity)


def _with_measure(digits: str, word: str) -> str:
    """A figure with its measure word: 2 lettres, 2 millions de lettres; signs such as % and € do not begin a line."""
    if digits[-1:].isalpha() and word and word != "%":
        return f"{digits} {after_de(_SIGNS.get(word, word))}"
    return f"{digits} {word}" if word[:1].isalpha() else f"{digits}{UNBROKEN}{word}" if word else digits
