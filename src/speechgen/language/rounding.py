"""Round figures for “more than” and “nearly”: the multiple below a figure, and the multiple just above it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

MAX_LOSS = 5  # per cent of a metric that rounding down may take away; a template's `max_loss` replaces it


class Rounded(NamedTuple):
    """A rounded figure. `exact`: rounding did not change it. `is_above`: it was rounded up."""

    figure: Decimal
    exact: bool
    is_above: bool = False


def rounded(value: Decimal, step: int, max_loss: Decimal | int = MAX_LOSS) -> Rounded:
    """A metric rounded to a multiple of `step`: 23 is 20余, and 96 is 近100.

    It is rounded down, to what has been reached, unless that takes away more than `max_loss` per cent of it, the next
    multiple is closer, and at most a tenth of that multiple is missing: then it is rounded up. 634 is 630余, as 4 is
    less than 5% of it; 26 is 20余, as 4 is more than a tenth of 30. With `max_loss` 100 it is always rounded down.
    """
    below = reached(value, step)
    goal, lost = below.figure + step, value - below.figure
    missing = goal - value
    if not below.exact and lost * 100 > max_loss * value and missing < lost and missing * 10 <= goal:
        return Rounded(goal, exact=False, is_above=True)
    return below


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


def in_units(figure: Decimal, units: tuple[tuple[int, int, str], ...]) -> tuple[Decimal, str]:
    """`figure` in the largest of `units` that fits: 34000 is 3.4 and 万. The figure without a unit if none does.

    If none does, the figure without a unit. `units` are ordered from large to small; each has its size, and the number
    that its figures must be multiples of.
    """
    for size, quantum, name in units:
        if figure >= size and figure % quantum == 0:
            return figure / size, name
    return figure, ""
