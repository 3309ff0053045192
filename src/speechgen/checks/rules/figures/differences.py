"""Check a stated change against the figures before and after."""

from __future__ import annotations

import re
from decimal import Decimal

from speechgen.checks.rule import Finding
from speechgen.checks.rules.figures.quantities import Quantity, rounded
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.messages import either, translated
from speechgen.model import Severity

_HUNDRED = Decimal(100)


def wrong_direction(
    gap: re.Match[str], before: Quantity, after: Quantity, start: int, end: int, figures: Figures
) -> Finding | None:
    """A finding if the text says that a figure rose but it fell or stayed the same, or the reverse."""
    verb = gap["rise"] or gap["fall"]
    is_same = before.value == after.value and before.start != after.start
    is_wrong = is_same or (after.high < before.low if gap["rise"] else before.high < after.low)
    if not verb or not is_wrong:
        return None
    old, new = figures.words(before), figures.words(after)
    if before.start == after.start and gap["rise"]:
        message = translated("{verb}, but the change to {new} is a decrease", verb=verb, new=new)
    elif before.start == after.start:
        message = translated("{verb}, but the change to {new} is an increase", verb=verb, new=new)
    else:
        message = wrong_verb(verb, old, new, is_same=is_same, rises=not gap["rise"])
    is_sure = not is_same or (before.is_exact and after.is_exact)  # 从4%下降到4%以内
    severity: Severity = "error" if is_sure else "warning"
    return Finding(start, end, message, translated("correct the figure or the word"), severity=severity)


def wrong_verb(verb: str, before: str, after: str, *, is_same: bool, rises: bool) -> str:
    """The message for a verb such as 上升 between two figures or ranks that are the same, or change the other way."""
    if is_same:
        return translated("{verb}, but {before} to {after} is no change", verb=verb, before=before, after=after)
    if rises:
        return translated("{verb}, but {before} to {after} is an increase", verb=verb, before=before, after=after)
    return translated("{verb}, but {before} to {after} is a decrease", verb=verb, before=before, after=after)


def wrong_size(result: Quantity, before: Quantity, after: Quantity, figures: Figures) -> Finding | None:
    """A finding if a stated result is not the change from `before` to `after`."""
    expected = _expected(result, before, after)
    stated, is_fit = figures.words(result), expected and any(_fits(result, low, high) for low, high, _ in expected)
    if before.kind == result.kind == "%" and abs(after.value - before.value) == result.value:
        points = f"{_plain(result)[:-1]}个百分点"
        message = translated(
            "{stated} is the difference between {before} and {after}",
            stated=stated,
            before=figures.words(before),
            after=figures.words(after),
        )
        severity: Severity = "warning" if is_fit else "error"
        return Finding(result.start, result.end, message, translated("write {words}", words=points), severity=severity)
    if expected is None:
        return None
    old, new = figures.words(before), figures.words(after)
    if is_fit:
        computed = _from_rounded(result, before, after)
        if computed is None or _is_close(result, computed):
            return None
        message = translated(
            "{stated} does not follow exactly from {before} and {after}, which give {computed}",
            stated=stated,
            before=old,
            after=new,
            computed=f"{rounded(computed, result.precision):f}",
        )
        fix = translated("check that it was computed from the figures before rounding")
        return Finding(result.start, result.end, message, fix, severity="hint")
    words = either(f"{rounded((low + high) / 2, result.precision):f}{unit}" for low, high, unit in expected)
    message = translated(
        "{stated} does not follow from {before} and {after}, which give {computed}",
        stated=stated,
        before=old,
        after=new,
        computed=words,
    )
    return Finding(result.start, result.end, message, translated("correct one of them"))


def _expected(result: Quantity, before: Quantity, after: Quantity) -> list[tuple[Decimal, Decimal, str]] | None:
    """The possible results: minimum, maximum and unit of each; None if the result cannot be computed."""
    befores, afters = _bounds(before), _bounds(after)
    differences = sorted((abs(after.low - before.high), abs(after.high - before.low)))
    if before.is_exact and after.is_exact:
        differences = [abs(after.value - before.value)] * 2
    if result.kind == "%" and befores[0] > 0:
        ratios = sorted(abs(later / earlier - 1) * _HUNDRED for later in afters for earlier in befores)
        return [(ratios[0], ratios[-1], "%")]
    if result.kind == "倍" and befores[0] > 0:
        ratios = sorted(later / earlier for later in afters for earlier in befores)
        return [(ratios[0] - 1, ratios[-1] - 1, "倍"), (ratios[0], ratios[-1], "倍")]
    if (result.kind == "个百分点" and before.kind == "%") or (result.kind == after.kind and after.kind != "%"):
        return [(differences[0], differences[1], result.measure)]
    return None


def _fits(result: Quantity, low: Decimal, high: Decimal) -> bool:
    """Whether a result is between two bounds, when rounded up or down at its last digit."""
    is_count = result.is_exact and result.precision == 1 and result.kind not in ("%", "个百分点", "倍")
    margin = Decimal(0) if is_count else result.precision
    if low == high and result.kind != "%":
        return result.low - margin <= low <= result.high + margin
    return result.low - margin < high and low < result.high + margin


def _from_rounded(result: Quantity, before: Quantity, after: Quantity) -> Decimal | None:
    """The result computed from the two figures as written, as if they were not rounded; None if they are not exact."""
    if not (result.is_exact and before.is_exact and after.is_exact) or result.kind == "倍":
        return None
    if result.kind == "%":
        return abs(after.value / before.value - 1) * _HUNDRED if before.value else None
    return abs(after.value - before.value)


def _is_close(result: Quantity, computed: Decimal) -> bool:
    """Whether a result equals the computed one; a percentage may be rounded up or down."""
    return abs(result.value - computed) < result.precision if result.kind == "%" else result.value == computed


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The minimum and maximum of a figure before rounding: half a unit of its last digit below and above."""
    half = quantity.precision / 2 if quantity.precision != 1 or quantity.kind == "%" else Decimal(0)
    return quantity.low - half, quantity.high + half


def _plain(quantity: Quantity) -> str:
    return f"{quantity.value.normalize():f}{quantity.measure}"
