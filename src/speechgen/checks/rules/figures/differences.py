"""What is said of a change, against the figures before and after it."""

from __future__ import annotations

import re
from decimal import Decimal

from speechgen.checks.rule import Finding
from speechgen.checks.rules.figures.quantities import Quantity, rounded
from speechgen.checks.rules.figures.sentences import Figures

_HUNDRED = Decimal(100)


def wrong_way(
    gap: re.Match[str], before: Quantity, after: Quantity, start: int, end: int, figures: Figures
) -> Finding | None:
    """A rise that is a fall, or the other way round."""
    verb = gap["rise"] or gap["fall"]
    is_wrong = after.high < before.low if gap["rise"] else before.high < after.low
    if not verb or not is_wrong:
        return None
    words = (
        f"{figures.words(before)} and {figures.words(after)}" if before.start != after.start else figures.words(after)
    )
    what = "less, not more" if gap["rise"] else "more, not less"
    return Finding(start, end, f"{verb} is said of {words}: that is {what}", "correct the figure or the word")


def wrong_size(result: Quantity, before: Quantity, after: Quantity, figures: Figures) -> Finding | None:
    """A result that is not the change from `before` to `after`."""
    expected = _expected(result, before, after)
    said, is_fit = figures.words(result), expected and any(_fits(result, low, high) for low, high, _ in expected)
    if before.kind == result.kind == "%" and abs(after.value - before.value) == result.value:
        points = f"{_plain(result)[:-1]}个百分点"
        message = f"{said} is the difference of {figures.words(before)} and {figures.words(after)}"
        return Finding(result.start, result.end, message, f"say {points}", severity="warning" if is_fit else "error")
    if expected is None:
        return None
    both = f"{figures.words(before)} and {figures.words(after)}"
    if is_fit:
        written = _as_written(result, before, after)
        if written is None or _is_close(result, written):
            return None
        message = f"{said} is not what {both} give as they stand, which is {rounded(written, result.place):f}"
        return Finding(
            result.start, result.end, message, "look whether it was counted of exact figures", severity="hint"
        )
    words = " or ".join(f"{rounded((low + high) / 2, result.place):f}{unit}" for low, high, unit in expected)
    return Finding(
        result.start, result.end, f"{said} does not follow from {both}: that is {words}", "correct one of them"
    )


def _expected(result: Quantity, before: Quantity, after: Quantity) -> list[tuple[Decimal, Decimal, str]] | None:
    """What a result may be, from least to most, with its unit; None where nothing is known."""
    (lowest, least), (highest, most) = _bounds(before), _bounds(after)
    differences = sorted((abs(after.low - before.high), abs(after.high - before.low)))
    if before.is_exact and after.is_exact:
        differences = [abs(after.value - before.value)] * 2
    if result.kind == "%" and lowest > 0:
        ratios = sorted(abs(later / earlier - 1) * _HUNDRED for later in (highest, most) for earlier in (lowest, least))
        return [(ratios[0], ratios[-1], "%")]
    if result.kind == "倍" and lowest > 0:
        ratios = sorted(later / earlier for later in (highest, most) for earlier in (lowest, least))
        return [(ratios[0] - 1, ratios[-1] - 1, "倍"), (ratios[0], ratios[-1], "倍")]
    if (result.kind == "个百分点" and before.kind == "%") or (result.kind == after.kind and after.kind != "%"):
        return [(differences[0], differences[1], result.measure)]
    return None


def _fits(result: Quantity, low: Decimal, high: Decimal) -> bool:
    """Whether a result agrees with what it may be, rounded in either direction at its last digit."""
    is_count = result.is_exact and result.place == 1 and result.kind not in ("%", "个百分点", "倍")
    margin = Decimal(0) if is_count else result.place
    if low == high and result.kind != "%":
        return result.low - margin <= low <= result.high + margin
    return result.low - margin < high and low < result.high + margin


def _as_written(result: Quantity, before: Quantity, after: Quantity) -> Decimal | None:
    """The result of two figures as they stand, without regard to what they were before they were rounded."""
    if not (result.is_exact and before.is_exact and after.is_exact) or result.kind == "倍":
        return None
    if result.kind == "%":
        return abs(after.value / before.value - 1) * _HUNDRED if before.value else None
    return abs(after.value - before.value)


def _is_close(result: Quantity, written: Decimal) -> bool:
    """Whether a result is the one that two figures give: to its last digit, either way, where it is a percentage."""
    return abs(result.value - written) < result.place if result.kind == "%" else result.value == written


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Between what a figure lies: half of its last digit either way, where it is rounded."""
    half = quantity.place / 2 if quantity.place != 1 or quantity.kind == "%" else Decimal(0)
    return quantity.low - half, quantity.high + half


def _plain(quantity: Quantity) -> str:
    return f"{quantity.value.normalize():f}{quantity.measure}"
