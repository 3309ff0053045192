"""Percentages, rounded so that they do not become 0 or 100."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import translated

# Enough digits that a share of two figures is never computed as 0 or 100 unless it is.
_EXACT = Context(prec=120, rounding=ROUND_HALF_UP)
_MAX_DIGITS = 8


def change_percent(before: Decimal, after: Decimal) -> Decimal | None:
    """The change from `before` to `after` in per cent, never negative; None if it has none, as from 0."""
    if before == after:
        return Decimal(0)
    if before <= 0 or after < 0:
        return None
    difference = _EXACT.subtract(arguments.number(after), arguments.number(before)).copy_abs()
    return _rounded(_ratio(difference, arguments.number(before)), 0)


def share_percent(part: object, total: object, digits: object = 0) -> Decimal:
    """The share of `part` in `total`, in per cent, rounded as by `rounded_percent`."""
    whole = arguments.quantity(total)
    if whole <= 0:
        raise CannotSay(translated("a share needs a total above 0"))
    return _rounded(_ratio(arguments.not_negative(arguments.quantity(part)), whole), _wanted(digits))


def rounded_percent(value: object, digits: object) -> Decimal:
    """A percentage rounded to `digits` decimals, or to more if it would otherwise round to 0 or 100."""
    return _rounded(arguments.number(value), _wanted(digits))


def _wanted(digits: object) -> int:
    wanted = arguments.whole(digits)
    if not 0 <= wanted <= _MAX_DIGITS:
        raise CannotSay(
            translated("a percentage has 0 to {most} decimals, not {number}", most=_MAX_DIGITS, number=wanted)
        )
    return wanted


def _ratio(part: Decimal, total: Decimal) -> Decimal:
    return _EXACT.divide(_EXACT.multiply(part, Decimal(100)), total)


def _rounded(exact: Decimal, digits: int) -> Decimal:
    rounded = exact.quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    if rounded in (0, 100) and rounded != exact:
        return _rounded(exact, digits + 1)
    return rounded
