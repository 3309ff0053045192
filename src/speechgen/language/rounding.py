"""Round figures for “more than” and “nearly”: the multiple below a figure, and the multiple just above it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Rounded(NamedTuple):
    """A rounded figure. `exact`: rounding did not change it."""

    figure: Decimal
    exact: bool


def reached(value: Decimal, step: int) -> Rounded:
    """`value` rounded down to a multiple of `step`; `value` itself if it is below `step`."""
    multiple = int(value) // step * step
    if multiple <= 0:
        return Rounded(value, exact=True)
    return Rounded(Decimal(multiple), exact=multiple == value)


def nearly(value: Decimal, step: int) -> Rounded:
    """The next multiple of `step` if `value` is at most a tenth below it; otherwise `value` itself."""
    multiple = int(value) // step * step
    if multiple == value:
        return Rounded(Decimal(multiple), exact=True)
    goal = multiple + step
    if (goal - value) * 10 > goal:
        return Rounded(value, exact=True)
    return Rounded(Decimal(goal), exact=False)


def in_units(figure: Decimal, units: tuple[tuple[int, str], ...]) -> tuple[Decimal, str]:
    """`figure` in the largest of `units` that leaves at most one decimal: 34000 is 3.4 and 万.

    If none does, the figure without a unit. `units` are ordered from large to small.
    """
    for size, name in units:
        if figure >= size and figure % (size // 10) == 0:
            return figure / size, name
    return figure, ""
