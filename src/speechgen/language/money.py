"""Sums of money in large units, rounded to a few decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import translated

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_MAX_DIGITS = 6


def in_large_units(value: Decimal, digits: object, units: tuple[tuple[int, str], ...]) -> tuple[Decimal, str]:
    """A sum in the largest of `units` that it reaches, rounded to `digits` decimals without zeros at their end.

    `units` are the size and the name of each, from large to small. Below the smallest, a sum is rounded to two
    decimals, the coins.
    """
    wanted = arguments.whole(digits)
    if not 0 <= wanted <= _MAX_DIGITS:
        raise CannotSay(
            translated("a sum of money has 0 to {most} decimals, not {number}", most=_MAX_DIGITS, number=wanted)
        )
    above = None
    for size, name in units:
        if abs(value) >= size:
            quantity = _rounded(_EXACT.divide(value, Decimal(size)), wanted)
            if above is not None and abs(quantity) * size >= above[0]:  # 9999.999万 is 1亿
                return _rounded(quantity * size / above[0], wanted), above[1]
            return quantity, name
        above = (size, name)
    return _rounded(value, 2), ""


def _rounded(number: Decimal, digits: int) -> Decimal:
    rounded = number.quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize()
