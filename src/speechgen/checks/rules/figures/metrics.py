"""Compare the figures of a speech with the metrics of its unit file: 发出征求意见函2600余份, but the file has 2413."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.facts import MetricFact
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.figures.quantities import Quantity, chinese, last_unit
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Severity
from speechgen.reading import path_for_people

_SURE, _LIKELY, _POSSIBLE, _NONE = Decimal("0.6"), Decimal("0.45"), Decimal("0.25"), Decimal(0)  # scores
_SCALES = {"万": 10**4, "亿": 10**8}
_CHANGE = lazily(
    r"(?:(?P<rise>增长|增加|上升|提高|提升|上涨|增幅|升幅|增|升)|(?P<fall>下降|减少|降低|缩短|压缩|压减|精简|减|降幅|降|回落))"
    r"(?:了|为|达到|达|近|约|超过|幅度){0,3}$"
)
_CHINESE_WORDS = lazily(r"[\u4e00-\u9fff]{2,}")
_LONGEST_WINDOW = 40


class _Match(NamedTuple):
    """A quantity that may be a metric. `score`: how much of the metric's title is next to it, 0 to 1."""

    quantity: Quantity
    metric: MetricFact
    score: Decimal
    is_right: bool


def metrics(figures: Figures, facts: Sequence[MetricFact]) -> Iterator[Finding]:
    """Report each figure next to the words of a metric's title, with its measure word, that has a different value."""
    known = [(metric, title) for metric in facts if (title := _title(metric))]
    if known:
        measures = tuple({_measure(metric.measure)[0] for metric, _ in known} | {"%", "个百分点"})
        quantities = [
            measured for quantity in _all_quantities(figures) if (measured := _measured(quantity, measures, figures))
        ]
        all_matches = [matches for quantity in quantities if (matches := _matches(quantity, known, figures))]
        right: dict[str, Decimal] = {}  # for each metric, the best score at which the speech has it right
        for match in (match for matches in all_matches for match in matches if match.is_right):
            right[match.metric.path] = max(match.score, right.get(match.metric.path, _NONE))
        for matches in all_matches:
            best = matches[-1]
            is_one_of_two = len(matches) > 1 and matches[-2].score == best.score
            if best.is_right or is_one_of_two or best.score <= right.get(best.metric.path, _NONE):
                continue
            is_other = any(match.is_right for match in matches)
            is_missing = best.metric.path not in right and not is_other
            if best.score >= _LIKELY or (best.score >= _POSSIBLE and is_missing):
                yield _finding(best, figures)
    yield from _nothing_changed(figures, facts)


def _title(metric: MetricFact) -> str:
    """A metric's title, or its key if that is Chinese; otherwise empty."""
    key = metric.path.removeprefix("metrics.")
    return metric.title or (key if _CHINESE_WORDS.fullmatch(key) else "")


def _all_quantities(figures: Figures) -> Sequence[Quantity]:
    return sorted({*figures.quantities, *chinese(figures.text)})


def _measured(quantity: Quantity, measures: Sequence[str], figures: Figures) -> Quantity | None:
    """A quantity with the measure word of a metric, which a template may define; None if it has no such word."""
    rest = figures.text[quantity.number_end : quantity.end + 8].lstrip("余多来")
    measure = max((each for each in measures if each and rest.startswith(each)), key=len, default=None)
    if measure is None or rest[len(measure) :].startswith("方面"):  # 四个方面 counts the points of the speech
        return None
    return quantity._replace(measure=measure)


def _matches(quantity: Quantity, known: Sequence[tuple[MetricFact, str]], figures: Figures) -> list[_Match]:
    """The metrics that a quantity may be, the most likely last."""
    near, wide = _windows(quantity, figures)
    is_change = _is_change(near)
    matches = []
    for metric, title in known:
        is_right = _agrees(quantity, metric, near, is_change=is_change)
        if is_right is not None and (score := _score(title, near, wide)):
            matches.append(_Match(quantity, metric, score, is_right))
    return sorted(matches, key=lambda match: match.score)


def _windows(quantity: Quantity, figures: Figures) -> tuple[str, str]:
    """The text of a quantity's clause, and of its sentence back to the previous quantity."""
    text, all_quantities = figures.text, figures.quantities
    at = bisect_left(all_quantities, quantity)
    before = all_quantities[at - 1].end if at else 0
    after = next((each.start for each in all_quantities[at : at + 2] if each.start >= quantity.end), len(text))
    first = max(before, start_of(text, quantity.start, SENTENCE, _LONGEST_WINDOW))
    start = max(first, start_of(text, quantity.start))
    following = text[quantity.end : min(after, end_of(text, quantity.end))]
    return f"{text[start : quantity.start]}\n{following}", f"{text[first : quantity.start]}\n{following}"


def _score(title: str, near: str, wide: str) -> Decimal:
    """The share of a title's pairs of characters that are next to a figure.

    At least one pair must be in the figure's own clause. The end of the title is enough for `_SURE`, and so is a phrase
    before a 的: 已经办结的整改事项 also matches 已经办结83项.
    """
    phrases = [phrase for phrase in re.split(r"[^\u4e00-\u9fff]|的", title) if phrase]
    pairs = [phrase[at : at + 2] for phrase in phrases for at in range(max(1, len(phrase) - 1))]
    if not pairs or not any(pair in near for pair in pairs):
        return _NONE
    score = Decimal(sum(pair in wide for pair in pairs)) / len(pairs)
    has_main = any(len(phrase) > 2 and phrase in near for phrase in (title[-4:], *phrases[:-1]))
    return max(score, _SURE) if has_main else score


def _agrees(quantity: Quantity, metric: MetricFact, near: str, *, is_change: bool) -> bool | None:
    """Whether a quantity is the metric's figure, possibly rounded; None if it measures something else.

    `is_change`: whether the words before it say that it is a change.
    """
    measure, scale = _measure(metric.measure)
    if not is_change and quantity.measure != measure:
        return None
    figures = [figure * scale for figure in (metric.value, metric.before, metric.after) if figure is not None]
    if not is_change:
        return any(_fits(quantity, figure) for figure in figures)
    if metric.value is not None or len(figures) != 2 or quantity.kind not in ("%", "个百分点"):
        return None
    return _is_by(quantity, figures[0], figures[1], measure, near)


@lru_cache(maxsize=1024)
def _measure(measure: str) -> tuple[str, int]:
    """A metric's measure word without 万 and 亿, and the factor that these stand for: 元 and 10000 for 万元."""
    scale = 1
    while measure[:1] in _SCALES:
        scale, measure = scale * _SCALES[measure[0]], measure[1:]
    return {"％": "%", "百分点": "个百分点"}.get(measure, measure), scale


def _is_by(quantity: Quantity, before: Decimal, after: Decimal, measure: str, near: str) -> bool | None:
    """Whether a stated change has the right size and direction: 同比下降57%."""
    verb = _CHANGE.search(near.partition("\n")[0])
    if verb is None or (after > before and not verb["rise"]) or (after < before and not verb["fall"]):
        return False
    if quantity.kind == "个百分点" or measure == "%":
        return _fits(quantity, abs(after - before))
    return _fits(quantity, abs(after - before) / before * 100) if before > 0 else None


def _is_change(near: str) -> bool:
    return bool(_CHANGE.search(near.partition("\n")[0]))


def _fits(quantity: Quantity, value: Decimal) -> bool:
    """Whether a figure in the speech may be an exact value: 2400, 2400余, 近2500 and 约2400 may be 2413."""
    if quantity.is_exact:
        unit = max(quantity.precision, last_unit(quantity.value)) if quantity.value else quantity.precision
        return quantity.value == value or _rounds(value, quantity.value, unit)
    slack = quantity.precision if quantity.precision < 1 else Decimal(0)
    return quantity.low - slack <= value <= quantity.high + slack


def _rounds(value: Decimal, figure: Decimal, unit: Decimal) -> bool:
    """Whether a value, rounded up or down to a unit, gives a figure; 23 is never rounded to 230."""
    return unit > last_unit(value) and abs(value - figure) < unit


def _finding(match: _Match, figures: Figures) -> Finding:
    metric, quantity = match.metric, match.quantity
    words, path = figures.words(quantity), path_for_people(metric.path)
    if metric.value is not None:
        exact = f"{metric.value.normalize():f}{metric.measure}"
    else:
        assert metric.before is not None  # noqa: S101 - a change has both
        assert metric.after is not None  # noqa: S101
        exact = translated(
            "a change from {before} to {after}",
            before=f"{metric.before.normalize():f}",
            after=f"{metric.after.normalize():f}{metric.measure}",
        )
    if metric.words:
        message = translated(
            "{words} differs from {path}: the file has {exact}, which the template renders as {rendered}",
            words=words,
            path=path,
            exact=exact,
            rendered=metric.words,
        )
    else:
        message = translated("{words} differs from {path}: the file has {exact}", words=words, path=path, exact=exact)
    severity: Severity = "error" if match.score >= _SURE else "warning"
    fix = translated("correct the speech or the file")
    return Finding(quantity.start, quantity.end, message, fix, severity=severity, source=metric.place)


def _nothing_changed(figures: Figures, facts: Sequence[MetricFact]) -> Iterator[Finding]:
    """Report that no metric changed: 与上年同期持平 several times may be last year's figures, entered twice."""
    changes = [metric for metric in facts if metric.before is not None]
    if len(changes) > 1 and all(metric.before == metric.after for metric in changes):
        words = next((metric.words for metric in changes if metric.words and metric.words in figures.text), "")
        start = figures.text.find(words) if words else 0
        message = translated("in every metric of the unit file that is a change, before and after are equal")
        fix = translated("check that last year's figures were not entered twice")
        yield Finding(start, start + len(words), message, fix, severity="hint")
