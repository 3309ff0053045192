"""Ranges of figures, such as 30至50场: what is the same in every language."""

from __future__ import annotations

from decimal import Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import translated
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
        raise CannotSay(
            translated(
                "a range needs figures with one measure word, not “{first}” and “{second}”",
                first=measures[0],
                second=measures[1],
            )
        )
    if most < least:
        raise CannotSay(
            translated(
                "the range from {first} to {last} runs backwards; exchange the two",
                first=f"{least:f}",
                last=f"{most:f}",
            )
        )
    return least, most, measures[0] if measures else ""
