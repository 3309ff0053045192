"""Figures in digits, exact and rounded, and metrics, in English."""

from __future__ import annotations

from decimal import Decimal
from unicodedata import category

from speechgen.language import arguments
from speechgen.language.figure_ranges import figures_in_order
from speechgen.language.money import in_large_units
from speechgen.language.percent import change_percent, rounded_percent, share_percent
from speechgen.language.rounding import MAX_LOSS, in_units, nearly, reached, rounded

_MANY = Decimal(2)  # £5.2 million, 5.2 million euros
_MONEY_UNITS = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_SUMS = ((10**12, 10**10, " trillion"), (10**9, 10**7, " billion"), (10**6, 10**4, " million"))  # £1.25 million
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
    return ("" if round_figure.exact else "more than ") + _round_digits(round_figure.figure)


def near(value: object, step: object) -> str:
    """The next round number, if the number is at most a tenth below it, with “nearly”; otherwise the number itself.

    98.6 | near(100)    nearly 100
    100 | near(100)    100
    """
    goal = nearly(arguments.not_negative(value), arguments.step(step))
    return ("" if goal.exact else "nearly ") + _round_digits(goal.figure)


def percent(value: object, digits: object = 0) -> str:
    """A percentage, rounded to `digits` decimals, or to more if it would otherwise round to 0 or 100.

    57 | percent    57%
    92.75 | percent(1)    92.8%
    99.96 | percent(1)    99.96%
    """
    return f"{rounded_percent(value, digits):,f}%"


def share(value: object, total: object, digits: object = 0) -> str:
    """The share of a number, or a metric, in a total, as a percentage rounded as by `percent`.

    92 | share(214)    43%
    metrics.emails | share(metrics.letters, 1)    9.4%
    """
    return f"{share_percent(value, total, digits):,f}%"


def money(value: object, currency: object = "£", digits: object = 2) -> str:
    """A sum of money in millions or billions, rounded to `digits` decimals. The currency is a sign before it, or words.

    5213456 | money    £5.21 million
    123000000 | money("$", 0)    $123 million
    8000 | money    £8,000
    12.5 | money("€")    €12.50
    60000 | money("euro|euros")    60,000 euros
    """
    quantity, name = in_large_units(arguments.quantity(value), digits, _MONEY_UNITS)
    coins = not name and quantity != int(quantity)
    words = f"{abs(quantity):,.2f}" if coins else _digits(abs(quantity))
    return _with_measure(words + name, quantity if not name else _MANY, arguments.words(currency), quantity < 0)


def range_of_figures(low: object, high: object, joint: str) -> str:
    """Two figures, exact: 30 to 50 visits, 30% to 50%. See the filter `to`."""
    least, most, measure = figures_in_order(low, high)
    last = amount(most, measure=measure, round_to=None)
    if least == most:
        return last
    first = amount(least, measure=measure if measure == "%" or _is_sign(measure) else "", round_to=None)
    return f"{first} {joint} {last}" if joint.isalpha() else f"{first}{joint}{last}"


def amount(value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS) -> str:
    """Words for a metric (see `contract.Amount`): more than 2,400 letters, nearly 100 visits, 1 letter, 98.6%, £5.2
    million.
    """
    exact = arguments.readable(value)
    if round_to is None:
        digits = _round_digits(abs(exact), _SUMS) if _is_sign(measure) else _digits(abs(exact))
        return _with_measure(digits, exact, measure, exact < 0)
    round_figure = rounded(exact, round_to, max_loss)
    about_it = "" if round_figure.exact else "nearly " if round_figure.is_above else "more than "
    figure = round_figure.figure
    return about_it + _with_measure(_round_digits(abs(figure)), figure, measure, figure < 0)


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


def _round_digits(number: Decimal, units: tuple[tuple[int, int, str], ...] = _UNITS) -> str:
    quantity, unit = in_units(abs(number), units)
    return ("-" if number < 0 else "") + _digits(quantity) + unit


def _with_measure(digits: str, value: Decimal, measure: str, is_negative: bool) -> str:
    """Digits without a sign with their measure: a sign of a currency before them, anything else after them."""
    minus = "-" if is_negative else ""
    if _is_sign(measure):
        return f"{minus}{measure}{digits}"
    word = measure_word(value, measure)
    return f"{minus}{digits}{word}" if word in ("", "%") else f"{minus}{digits} {word}"


def _is_sign(measure: str) -> bool:
    """Whether a measure is the sign of a currency, such as £."""
    return len(measure) == 1 and category(measure) == "Sc"
