"""Round figures as they are declared: spreadsheets write their cells with many decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

PERCENT = ("%", "％")  # the measure words of figures in per cent

_NOISE_DIGITS = 5  # 57.000001 is 57: what a spreadsheet's binary fraction adds is further right
_USUAL_DIGITS = 2
_LONGEST = 24  # digits before the point; longer numbers cannot be read out
_WIDE = Context(prec=80, rounding=ROUND_HALF_UP)


def round_figure(figure: Decimal, decimals: int | None) -> tuple[Decimal, bool]:
    """A figure with at most `decimals` decimals, and whether more than the noise of a spreadsheet was rounded away.

    57.000001 is 57, and 36.0 is 36. Where `decimals` is None, two are kept. A figure that is not 0 or 100 does not
    become it: it keeps as many decimals as that takes.
    """
    exact = _normalized(figure)
    if exact.adjusted() > _LONGEST:
        return exact, False
    digits = _USUAL_DIGITS if decimals is None else decimals
    if _decimals(exact) <= digits:
        return exact, False
    near = _normalized(_quantized(exact, _NOISE_DIGITS))
    if near and _decimals(near) <= digits:
        return near, False
    while (rounded := _quantized(exact, digits)) in (0, 100) and digits < _decimals(exact):
        digits += 1
    return _normalized(rounded), True


def _quantized(figure: Decimal, digits: int) -> Decimal:
    return figure.quantize(Decimal(1).scaleb(-digits), context=_WIDE)


def _normalized(figure: Decimal) -> Decimal:
    """Without zeros at the end of the decimals, and without an exponent."""
    if figure == figure.to_integral_value():
        return figure.quantize(Decimal(1), context=_WIDE) if figure.adjusted() < _WIDE.prec - 1 else figure
    return figure.normalize(_WIDE)


def _decimals(figure: Decimal) -> int:
    return max(0, -int(figure.as_tuple().exponent))
