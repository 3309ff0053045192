"""Figures in Arabic digits, exact and rounded, and metrics, in Chinese.

GB/T 15835-2011: quantities are in digits; a large figure may have 万 and 亿 (3.4万, 1.2亿), but not 千 and 百.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.figure_ranges import figures_in_order
from speechgen.language.money import in_large_units
from speechgen.language.percent import change_percent, rounded_percent, share_percent
from speechgen.language.rounding import MAX_LOSS, in_units, nearly, reached, rounded
from speechgen.model import Metric

if TYPE_CHECKING:
    from decimal import Decimal

# Size, multiples of what, name: 1.2345亿 is read with four decimals at most, 3.4万 with one.
_UNITS = ((10**12, 10**8, "万亿"), (10**8, 10**4, "亿"), (10**4, 10**3, "万"))
_LEAST_STEPS = ((10**12, 10**11), (10**8, 10**7), (10**6, 10**3))  # from the first, rounded at least to the second
_SHORTEST = 10**5  # exact metrics below it have no 万: 34000份, but 12万份
_TEN_THOUSAND = 10**4
_ROUND_NUMERALS = {100: "百", 1000: "千", 10**4: "万", 10**6: "百万", 10**7: "千万", 10**8: "亿"}
_PERCENT = ("%", "％")
_SCALES = {"万": _TEN_THOUSAND, "亿": 10**8}
_MONEY_UNITS = ((10**12, "万亿"), (10**8, "亿"), (_TEN_THOUSAND, "万"))
_UNCHANGED = {"同比": "与上年同期持平", "环比": "与上期持平", "": "保持不变"}


def figure(value: object) -> str:
    """A number in Arabic digits with all its decimals.

    226 | figure    226
    """
    return _digits(arguments.readable(value))


def about(value: object, step: object) -> str:
    """A number rounded down to tens, hundreds or thousands, with 余 if that changes it.

    2413 | about(100)    2400余
    2400 | about(100)    2400
    34567 | about(1000)    3.4万余
    123456789 | about(1000)    1.2亿余
    """
    number = arguments.not_negative(value)
    round_figure = reached(number, _step(number, arguments.step(step)))
    return _round_digits(round_figure.figure) + ("" if round_figure.exact else "余")


def near(value: object, step: object) -> str:
    """The next round number, if the number is at most a tenth below it, with 近; otherwise the number itself.

    98.6 | near(100)    近百
    480 | near(100)    近500
    100 | near(100)    100
    """
    goal = nearly(arguments.not_negative(value), arguments.step(step))
    if goal.exact:
        return _round_digits(goal.figure)
    return "近" + (_ROUND_NUMERALS.get(int(goal.figure)) or _round_digits(goal.figure))


def percent(value: object, digits: object = 0) -> str:
    """A percentage, rounded to `digits` decimals, or to more if it would otherwise round to 0 or 100.

    57 | percent    57%
    92.75 | percent(1)    92.8%
    99.96 | percent(1)    99.96%
    """
    return f"{rounded_percent(value, digits):f}%"


def share(value: object, total: object, digits: object = 0) -> str:
    """The share of a number, or a metric, in a total, as a percentage rounded as by `percent`.

    92 | share(214)    43%
    metrics.emails | share(metrics.letters, 1)    9.4%
    """
    return f"{share_percent(value, total, digits):f}%"


def money(value: object, currency: object = "元", digits: object = 2) -> str:
    """A sum of money in 万 or 亿, rounded to `digits` decimals. A metric may be in 万元.

    5213456 | money    521.35万元
    123000000 | money    1.23亿元
    5213456 | money("元", 0)    521万元
    8000 | money    8000元
    60000 | money("美元")    6万美元
    """
    number = arguments.quantity(value)
    unit = arguments.words(currency)
    measure = value._measured.measure if isinstance(value, Metric) else ""
    while measure[:1] in _SCALES:
        number, measure = number * _SCALES[measure[0]], measure[1:]
    quantity, name = in_large_units(number, digits, _MONEY_UNITS)
    return f"{_digits(quantity)}{name}{unit}"


def range_of_figures(low: object, high: object, joint: str) -> str:
    """Two figures, exact; GB/T 15835-2011: 9亿至16亿 and 15%至30%, but 30至50场. See the filter `to`."""
    least, most, measure = figures_in_order(low, high)
    last = amount(most, measure=measure, round_to=None)
    if least == most:
        return last
    first = amount(least, measure=measure, round_to=None)
    return f"{first if measure in _PERCENT else first.removesuffix(measure.lstrip('万亿'))}{joint}{last}"


def amount(value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS) -> str:
    """Words for a metric (see `contract.Amount`): 2400余份, 近100次, 2400份, 3.4万余份, 12万份, 98.6%."""
    number = arguments.readable(value)
    if measure[:1] == "万" and number >= _TEN_THOUSAND and (number == int(number) or round_to is not None):
        number, measure = number * _TEN_THOUSAND, measure[1:]  # 3.4亿余元, not 34000余万元
        round_to = None if round_to is None else round_to * _TEN_THOUSAND
    if round_to is None:
        return (figure(number) if number < _SHORTEST else _round_digits(number)) + measure
    round_figure = rounded(number, _step(number, round_to), max_loss)
    digits = _round_digits(round_figure.figure)
    if round_figure.exact:
        return digits + measure
    if round_figure.is_above:
        return f"近{digits}{measure}"
    if measure in _PERCENT:  # 90余% cannot be read
        return f"{digits}{measure}以上"
    return f"{digits}余{measure}"


def change(
    before: Decimal,
    after: Decimal,
    *,
    measure: str,
    compared: str | None = None,
    increase: str | None = None,
    decrease: str | None = None,
) -> str:
    """Words for the change of a metric (see `contract.Change`): 同比下降57%, 与上年同期持平, 由0件增至92件.

    Of a figure that fell to 0: 由10件下降为零.
    Percentages are compared in 百分点, as the National Bureau of Statistics does: 同比上升4.3个百分点.
    """
    compared = "同比" if compared is None else compared
    if before == after:
        return _UNCHANGED.get(compared, f"{compared.replace('比', '与', 1)}持平")
    rose = after > before
    verb = increase if rose else decrease
    if measure in _PERCENT:
        points = abs(arguments.readable(after) - arguments.readable(before)).normalize()
        return f"{compared}{verb or ('上升' if rose else '下降')}{points:f}个百分点"
    percentage = change_percent(before, after)
    if percentage is None:
        return f"由{figure(before)}{measure}{'增至' if rose else '降至'}{figure(after)}{measure}"
    if after == 0:  # 同比下降100% leaves the listener to work out that there were none
        return f"由{figure(before)}{measure}{decrease or '下降'}为零"
    return f"{compared}{verb or ('增长' if rose else '下降')}{percentage:f}%"


def _digits(number: Decimal) -> str:
    return f"{number:f}" if number else f"{number.copy_abs():f}"  # -0 is 0


def _round_digits(number: Decimal) -> str:
    quantity, unit = in_units(number, _UNITS)
    return _digits(quantity) + unit


def _step(number: Decimal, step: int) -> int:
    """The step to round a number to: in 1.2亿余 at least a tenth of 亿, whatever smaller step is asked."""
    least = next((least for size, least in _LEAST_STEPS if number >= size), step)
    return max(step, least) if number % step else step
