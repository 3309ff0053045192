"""What a language is to the engine: its words for values and metrics, and the filters of its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal

Filter: TypeAlias = Callable[..., str]  # of the value, then of what its parentheses hold in a template


class CannotSay(ValueError):  # noqa: N818 - `except CannotSay` reads as what has happened
    """A value has no words as they are asked for. The message tells a template's author what would have."""


class Amount(Protocol):
    """Words for a metric: 2413, 份, to 100: 2400余份.

    `round_to` rounds down, and says so where it takes something away. What is below one such step, or below zero,
    stays exact. `measure` may be empty, or `%`.
    """

    def __call__(self, value: Decimal, *, measure: str, round_to: int | None) -> str: ...


class Change(Protocol):
    """Words for a metric that changed: from 214 to 92: 同比下降57%.

    `compared` says with what: 同比, 环比 or nothing; None is what the language usually says. Where there was nothing
    before, no percentage is true, and both figures are said, with `measure`. Figures whose measure is `%` change by
    percentage points.
    """

    def __call__(self, before: Decimal, after: Decimal, *, measure: str, compared: str | None = None) -> str: ...


class MeasureWord(Protocol):
    """The measure word that fits a value, as `amount` says it: `letters` of `letter|letters` for 2400."""

    def __call__(self, value: Decimal, measure: str) -> str: ...


class Language(NamedTuple):
    """One language.

    `say` gives the words of a text, a figure, a day or a metric, and raises CannotSay for anything else.
    `paragraph_indent` begins a paragraph in plain text. `joins_lines_without_space` is how a paragraph that is wrapped
    in a template becomes one line.
    """

    code: str
    say: Callable[[object], str]
    amount: Amount
    change: Change
    measure_word: MeasureWord
    filters: Mapping[str, Filter]
    paragraph_indent: str
    joins_lines_without_space: bool
