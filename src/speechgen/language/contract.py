"""What a language is to the program: its filters, its words for values, and how its speeches are laid out and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from speechgen.language.labels import Labels
from speechgen.language.reading_aloud import ReadingAloud
from speechgen.language.rounding import MAX_LOSS
from speechgen.language.scaffold_words import ScaffoldWords
from speechgen.language.unit_titles import UnitTitles
from speechgen.language.word_layout import WordLayout

if TYPE_CHECKING:
    from decimal import Decimal

Filter: TypeAlias = Callable[..., str]  # of the value, then of what its parentheses hold in a template


class CannotSay(ValueError):  # noqa: N818 - named after its problem's code, `cannot-say`
    """A value cannot be written in words as the template asks. The message tells a template's author what can be."""


class Amount(Protocol):
    """A metric in words: 2413, 份, to 100: 2400余份.

    `round_to` is the step of `rounding.rounded`, and `max_loss` its threshold; the words show what rounding changed.
    What is below one such step, or below zero, stays exact. `measure` may be empty, or `%`.
    """

    def __call__(
        self, value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS
    ) -> str: ...


class Change(Protocol):
    """A metric that changed in words: from 214 to 92: 同比下降57%.

    `compared` is what it is compared with: 同比, 环比 or nothing; None is what is usual in the language. `increase` and
    `decrease` are the metric's own verbs, such as 缩短. After 0, no percentage is true, and the words have both
    figures. Figures whose measure is `%` change by percentage points.
    """

    def __call__(
        self,
        before: Decimal,
        after: Decimal,
        *,
        measure: str,
        compared: str | None = None,
        increase: str | None = None,
        decrease: str | None = None,
    ) -> str: ...


class MeasureWord(Protocol):
    """The measure word that fits a value, as `amount` writes it: `letters` of `letter|letters` for 2400."""

    def __call__(self, value: Decimal, measure: str) -> str: ...


class Language(NamedTuple):
    """One language. What has a default here can be left out: words are then English.

    `to_text` writes a text, a number, a day or a metric where a template names no filter; it raises CannotSay for
    anything else. `filters` are those of the language's templates, by name.
    `paragraph_indent` begins a paragraph in plain text; where it is empty, blank lines separate paragraphs.
    `joins_lines_without_space` is how a paragraph that is wrapped in a template becomes one line.
    `likeness` is how much a text looks like this language: the number of its words that do, to find the language of an
    edited speech whose unit file is not known. A language without it is never detected.
    """

    code: str
    to_text: Callable[[object], str]
    amount: Amount
    change: Change
    filters: Mapping[str, Filter]
    measure_word: MeasureWord = lambda value, measure: measure
    paragraph_indent: str = ""
    joins_lines_without_space: bool = False
    likeness: Callable[[str], float] = lambda text: 0
    reading_aloud: ReadingAloud = ReadingAloud()
    word_layout: WordLayout = WordLayout()
    unit_titles: UnitTitles = UnitTitles()
    scaffold_words: ScaffoldWords = ScaffoldWords()
    labels: Labels = Labels()
