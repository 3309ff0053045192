"""Ranges of figures, such as 30至50场: what is the same in every language."""

from __future__ import annotations

from decimal import Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.model import Day, Metric


def is_range_of_days(low: object, high: object) -> bool:
    """Whether either end is a day or a month."""
    return isinstance(low, Day) or isinstance(high, Day)


def figures_in_order(low: object, high: object) -> tuple[Decimal, Decimal, str]:
    """Two numbers or metrics, and their measure word.

    Raises CannotSay if they are not in order, or have two measure words.
    """
    least, most = (arguments.readable(arguments.quantity(each)) for each in (low, high))
    measures = [each._measured.measure for each in (low, high) if isinstance(each, Metric)]
    if measures[1:] and measures[0] != measures[1]:
        raise CannotSay(f"a range needs figures with one measure word, not “{measures[0]}” and “{measures[1]}”")
    if most < least:
        raise CannotSay(f"the range from {least:f} to {most:f} runs backwards; exchange the two")
    return least, most, measures[0] if measures else ""
