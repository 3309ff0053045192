"""Percentages, rounded as far as they stay true."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay

# Wide enough that a share of two figures never seems to be 0 or 100 while it is computed.
_EXACT = Context(prec=120, rounding=ROUND_HALF_UP)
_MOST_DIGITS = 8


def change_percent(before: Decimal, after: Decimal) -> Decimal | None:
    """By how many per cent `after` is above or below `before`, never negative; None where no percentage is true."""
    if before == after:
        return Decimal(0)
    if before <= 0 or after < 0:
        return None
    difference = _EXACT.subtract(arguments.number(after), arguments.number(before)).copy_abs()
    return _rounded(_ratio(difference, arguments.number(before)), 0)


def share_percent(part: object, total: object) -> Decimal:
    """How many per cent of `total` are `part`."""
    if arguments.number(total) <= 0:
        raise CannotSay("there is no share of a total of 0")
    return _rounded(_ratio(arguments.not_negative(part), arguments.number(total)), 0)


def rounded_percent(value: object, digits: object) -> Decimal:
    """A percentage with as many decimals as asked, or more where it would seem to be 0 or 100 and is not."""
    wanted = arguments.whole(digits)
    if not 0 <= wanted <= _MOST_DIGITS:
        raise CannotSay(f"a percentage has 0 to {_MOST_DIGITS} decimals, not {wanted}")
    return _rounded(arguments.number(value), wanted)


def _ratio(part: Decimal, total: Decimal) -> Decimal:
    return _EXACT.divide(_EXACT.multiply(part, Decimal(100)), total)


def _rounded(exact: Decimal, digits: int) -> Decimal:
    rounded = exact.quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    if rounded in (0, 100) and rounded != exact:
        return _rounded(exact, digits + 1)
    return rounded
