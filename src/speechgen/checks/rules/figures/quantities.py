"""Quantities in a Chinese text: numbers with their measure words, and the range that words like 近 and 余 give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import NamedTuple

from speechgen.checks.reach import within_sentence
from speechgen.checks.rules.numerals import CHINESE_NUMERALS, read_digits, read_numeral
from speechgen.checks.rules.patterns import lazily

POINTS = ("个百分点", "百分点")

LONGEST = 60_000  # characters of a speech that are checked; three hours of reading are 35,000

# Measure words; of two that begin alike, the longer is first. 年, 天 and 周 count; 月, 日 and 号 alone are dates.
MEASURES = "‹figures/measures›"
_PEOPLE = frozenset(("人", "名", "位"))

BEFORE_OVER = ("超过", "超出", "超", "逾", "突破", "多达", "不少于", "不低于", "至少")
BEFORE_UNDER = ("近", "不到", "不足", "不满", "不超过", "最多")
BEFORE_ABOUT = ("约", "大概")
NOT_NEAR = ("最近", "附近", "靠近", "临近", "邻近", "就近", "贴近", "亲近")  # words in which 近 is not "nearly"
_AFTER_OVER = ("余", "多", "来", "以上", "之多")
_AFTER_UNDER = ("以下", "以内", "不到")
_AFTER_ABOUT = ("左右", "上下")

_REST = (
    r"([余多来])?(万亿|亿|万)?"
    rf"(%|‰|{MEASURES}|成(?![立功为绩果效员本熟分型就都])|)(多(?![数种次样项元方少])|左右|上下|以上|以下|以内|之多|不到)?"
)
_SCALES = r"万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![克米瓦伏卡赫帕])|百(?!分)"
# Each begins with a character class rather than a lookbehind, which is three times as fast.
_ARABIC = lazily(
    r"([0-9](?<![0-9.A-Za-z第〔\[-][0-9])(?:[0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{0,14})(?:\.[0-9]{1,8})?)"
    rf"(?![0-9A-Za-z]|[.,][0-9])({_SCALES}|){_REST}"
)
_CHINESE = lazily(
    rf"([{CHINESE_NUMERALS}](?<![{CHINESE_NUMERALS}第几数][{CHINESE_NUMERALS}])[{CHINESE_NUMERALS}]{{0,19}})"
    rf"(半|)(?:分之([{CHINESE_NUMERALS}]{{1,9}}))?{_REST}"
)
_NO_QUANTITY = tuple("月日号时点届年:：")  # what makes a bare number a date, a time or an ordinal
_BETWEEN_RANKS = "、，和至-"
_RANKS = lazily(r"第[0-9]+(?:[、，和至-][0-9]+)*[、，和至-]\Z")  # the ranks before 4 in 第1、3、4名
_FULL_WIDTH = lazily(r"[０-９％．]")
_TO_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_WIDE = Context(prec=80)  # the widest figure has 15 digits before 万亿, and 8 decimals
_ONE, _TEN, _HUNDRED = Decimal(1), Decimal(10), Decimal(100)


class Quantity(NamedTuple):
    """A number with its measure word.

    `start` to `number_end` is the number, `end` is after the measure word. `precision`: the value of one unit in the
    last digit. `low` and `high`: the range that the exact figure may be in.
    """

    start: int
    number_end: int
    end: int
    value: Decimal
    precision: Decimal
    low: Decimal
    high: Decimal
    measure: str
    kind: str  # the measure word, with 名 and 位 as 人

    @property
    def is_exact(self) -> bool:
        """Whether no word makes it approximate."""
        return self.low == self.high

    def moved(self, by: int) -> Quantity:
        """The same quantity, `by` characters further on."""
        return self._replace(start=self.start + by, number_end=self.number_end + by, end=self.end + by)


def half_width(text: str) -> str:
    """The text with ASCII digits; the length stays the same."""
    return text.translate(_TO_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


@within_sentence
def arabic(text: str) -> Iterator[Quantity]:
    """Yield the quantities in Arabic digits of a text in half-width digits. Dates, ordinals and codes are left out."""
    for found in _ARABIC.finditer(text):
        digits, scale, more, late, measure, after = found.groups()
        if measure in ("年", "级") and len(digits) == 4 and not more:  # 2024年, and 2024级 of students
            continue
        if not measure and text.startswith(_NO_QUANTITY, found.end()):
            continue
        if text.startswith("∶", found.end(2)) or text.endswith("∶", 0, found.start()):
            continue  # 1.84∶1
        if text[found.start() - 1] in _BETWEEN_RANKS and _RANKS.search(text, max(0, found.start() - 16), found.start()):
            continue
        value, precision = read_digits(digits, late or scale)
        number_end = found.end(4) if late else found.end(2)
        yield _quantity(found, number_end, found.end(5), value, precision, measure, more or after)


@within_sentence
def chinese(text: str) -> Iterator[Quantity]:
    """Yield the quantities in Chinese numerals in a text. 三分之一 is a percentage; 一 alone is left out."""
    for found in _CHINESE.finditer(text):
        digits, half, part, more, late, measure, after = found.groups()
        number = read_numeral(digits)
        if number is None or (digits == "一" and not half and not part):
            continue
        value = Decimal(number)
        if half:
            if digits == "一":
                yield _share(found, found.end(2), Decimal(50), "")
        elif part:
            over = read_numeral(part)
            if value == 100 and over is not None:
                yield _quantity(found, found.end(3), found.end(6), Decimal(over), _ONE, "%", more or after)
            elif value and over:
                yield _share(found, found.end(3), _HUNDRED * over / value, more or after)
        elif measure == "成":
            yield _share(found, found.end(6), value * 10, more or after)
        elif measure:
            number_end = found.end(5) if late else found.end(1)
            value *= 10**4 if late == "万" else 1
            yield _quantity(found, number_end, found.end(6), value, _ONE, measure, more or after)


def _quantity(
    found: re.Match[str], number_end: int, end: int, value: Decimal, precision: Decimal, measure: str, after: str | None
) -> Quantity:
    """A quantity with the range that 近, 约 or 余 gives it."""
    start, text = found.start(), found.string
    low = high = value
    if after in ("余", "多", "来"):
        high = value + last_unit(value)
    elif after in _AFTER_OVER or text.endswith(BEFORE_OVER, 0, start):
        high = value + max(last_unit(value), value / 4)
    elif after in _AFTER_UNDER or (text.endswith(BEFORE_UNDER, 0, start) and not text.endswith(NOT_NEAR, 0, start)):
        low = value - max(last_unit(value), value / 4)
    elif after or text.endswith(BEFORE_ABOUT, 0, start):
        spread = max(last_unit(value) / 2, value / 10)
        low, high = value - spread, value + spread
    kind = "人" if measure in _PEOPLE else "个百分点" if measure == "百分点" else measure
    return Quantity(start, number_end, end, value, precision, low, high, measure, kind)


def _share(found: re.Match[str], end: int, percent: Decimal, more: str | None) -> Quantity:
    """The approximate percentage of 三成, 三分之二 or 一半."""
    low, high = percent - 5, percent + 5
    if more:
        low, high = percent, percent + 10
    elif found.string.endswith(BEFORE_UNDER, 0, found.start()):
        low, high = percent - 10, percent
    elif found.string.endswith(BEFORE_OVER, 0, found.start()):
        low, high = percent, percent + 10
    return Quantity(found.start(), end, end, percent, _TEN, low, high, "%", "%")


def rounded(value: Decimal, precision: Decimal) -> Decimal:
    """A value rounded to a precision, or to whole units if the precision is coarser."""
    return value.quantize(min(precision, _ONE), context=_WIDE)


def last_unit(value: Decimal) -> Decimal:
    """The value of one unit in the last digit that is not a trailing zero: 100 in 2400, 10 in 20, 0.1 in 3.4."""
    if not value:
        return _ONE
    exponent = value.normalize().as_tuple().exponent
    return _ONE.scaleb(exponent) if isinstance(exponent, int) else _ONE
