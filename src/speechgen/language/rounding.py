"""Round figures that stay true: what has been reached, and what is nearly reached."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Rounded(NamedTuple):
    """A rounded figure. `exact`: rounding has changed nothing."""

    figure: Decimal
    exact: bool


def reached(value: Decimal, step: int) -> Rounded:
    """The largest multiple of `step` that `value` has reached; `value` itself where it has reached none."""
    multiple = int(value) // step * step
    if multiple <= 0:
        return Rounded(value, exact=True)
    return Rounded(Decimal(multiple), exact=multiple == value)


def nearly(value: Decimal, step: int) -> Rounded:
    """The next multiple of `step`, where at most a tenth of it is missing; otherwise `value` itself."""
    multiple = int(value) // step * step
    if multiple == value:
        return Rounded(Decimal(multiple), exact=True)
    goal = multiple + step
    if (goal - value) * 10 > goal:
        return Rounded(value, exact=True)
    return Rounded(Decimal(goal), exact=False)


def in_units(figure: Decimal, units: tuple[tuple[int, str], ...]) -> tuple[Decimal, str]:
    """`figure` in the largest of `units` that leaves at most one decimal: 34000 is 3.4 and 万.

    The figure without a unit if none does. Units are ordered from large to small.
    """
    for size, name in units:
        if figure >= size and figure % (size // 10) == 0:
            return figure / size, name
    return figure, ""
