"""Ranges of numbers: 63%～68%, 5万～8万, 10～15个, 2014—2020年 (GB/T 15835-2011, 5.1.3; GB/T 15834-2011, 4.13.3).

Dates in digits, telephone numbers, scores, model names and house numbers also have hyphens, but are not ranges.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.reach import within_sentence
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.punctuation.marks import finding
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.model import Severity


class _Range(NamedTuple):
    """A range as written. `sign`: the measure word of the first number, if it has one: 10月-12月."""

    low: str
    sign: str
    dash: str
    high: str
    measure: str


_CONNECTS = lazily(r"[—–―─－−‐~～〜至到-](?<=[0-9％%‰℃\s年月日时点周岁个名人位次天份元万亿].)[—-]?\s?[0-9]")
_FIGURE = r"[0-9]{1,9}(?:,[0-9]{3})*(?:\.[0-9]{1,4})?"
_LOW = lazily(rf"(?<![0-9A-Za-z.:：/-])(?P<low>{_FIGURE})(?P<sign>[年月日时点周岁个名人位次天份元万亿％%‰℃]?元?)\s?$")
# If one of these follows a hyphen and a number, it is a range.
_MEASURES = (
    "个名人位次天年月日周岁场份条项件篇户家座辆台套元万亿千百米吨斤亩度分秒时小里公厘毫倍成批届节课种点页株头只艘"
    "本册张平立％%‰℃"
)
_HIGH = lazily(rf"(?P<high>{_FIGURE})(?P<measure>年代|[{_MEASURES}]|km|kg|cm|mm|MW|kW|m²|g\b|t\b|m\b)")
_LONGEST = 24

_AMBIGUOUS = "％%‰万亿"  # must be on both numbers: 63～68% may be read as 63 to 0.68, 5～8万 as 5 to 80,000
_TIMES = "年月日时点"
_RIGHT = "—～〜至到"


def ranges(draft: Draft) -> Iterator[Finding]:
    """Report ranges without % or 万 on the first number, ranges with a wrong dash, and 2014—15年."""
    yield from _ranges(draft.text)


@within_sentence
def _ranges(text: str) -> Iterator[Finding]:
    for connects in _CONNECTS.finditer(text):
        window, second = max(0, connects.start() - _LONGEST), connects.end() - 1
        low = _LOW.search(text[window : connects.start()])
        high = _HIGH.match(text[second : second + _LONGEST])
        if low and high:
            range_ = _Range(low["low"], low["sign"], connects[0][:-1].strip(), high["high"], high["measure"])
            start, end = window + low.start(), second + high.end()
            yield from _range(range_, start, text[start:end])


def _range(found: _Range, start: int, written: str) -> Iterator[Finding]:
    low, sign, dash, high, measure = found
    end = start + len(written)
    if measure == "年" and len(low) == 4 and sign in ("", "年") and len(high) == 2:
        message = translated("{range} has a shortened year (GB/T 15835-2011, 5.1.4)", range=written)
        yield Finding(start, end, message, translated("write the year with four digits"), severity="warning")
        return
    if not sign and Decimal(low.replace(",", "")) >= Decimal(high.replace(",", "")):
        return  # 5000～8万, a score, a house number
    connector = dash if dash in _RIGHT else _connector(low, high, measure)
    if not sign and measure in _AMBIGUOUS:
        new = f"{low}{measure}{connector}{high}{measure}"
        message = translated(
            "{range} has no {measure} after the first number (GB/T 15835-2011, 5.1.3)", range=written, measure=measure
        )
        is_safe = dash not in "至到"
        severity: Severity = "error" if is_safe and measure in "％%‰" else "warning"
        yield Finding(start, end, message, translated("write {right}", right=new), new if is_safe else None, severity)
    elif connector != dash and _is_one_kind(sign, measure):
        new = f"{low}{sign}{connector}{high}{measure}"
        clause = "4.13.3.2" if connector == "—" else "4.13.3.3"
        message = translated(
            "{range} is a range, which is written with {right}, not {wrong}", range=written, right=connector, wrong=dash
        )
        yield finding(
            start, end, message, clause, translated("write {right}", right=new), replacement=new, severity="warning"
        )


def _connector(low: str, high: str, measure: str) -> str:
    """The connector: — between times, ～ between amounts. 3～5年 is a duration, 2014—2020年 a period."""
    are_years = len(low) == len(high) == 4 and measure in "年届"
    is_time = are_years or measure == "年代" or (measure in _TIMES and measure != "年")
    return "—" if is_time else "～"


def _is_one_kind(sign: str, measure: str) -> bool:
    """Whether both numbers measure the same: 10月-12月, 2014年-2020年, 50%-60%; not 2014年-3次."""
    return not sign or sign[-1] == measure or (sign[0] in _TIMES and measure in _TIMES)
