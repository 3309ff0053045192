"""The definition of a language: its filters, how it writes values, and how its speeches are laid out and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, TypeVar

from speechgen.language.rounding import MAX_LOSS
from speechgen.messages import marked

if TYPE_CHECKING:
    from decimal import Decimal

    from speechgen.language.examples import Examples
    from speechgen.language.labels import Labels
    from speechgen.language.proofreading import Proofreading
    from speechgen.language.reading_aloud import ReadingAloud
    from speechgen.language.scaffold_words import ScaffoldWords
    from speechgen.language.unit_titles import UnitTitles
    from speechgen.language.word_layout import WordLayout

_Words = TypeVar("_Words")
# Its arguments: the value, then those in parentheses in a template. It returns words, or a value for other filters.
Filter: TypeAlias = Callable[..., Any]

# What every language's templates need, by what it is about. A language writes these; `shared_filters.py` has those that
# are the same in every language. `examples.py` has the values of their examples.
COMMON_FILTERS: Mapping[str, tuple[str, ...]] = {
    marked("Dates and times"): ("date", "weekday", "relative", "to", "time_of_day"),
    marked("Figures"): ("figure", "numeral", "count", "ordinal", "about", "near", "percent", "share", "money"),
    marked("Texts and lists"): ("series", "quoted"),
}


class CannotSay(ValueError):  # noqa: N818 - named after its problem's code, `cannot-say`
    """A value cannot be written as the template asks. The message tells the template's author what to write instead."""


class Amount(Protocol):
    """A metric in words: 2413 with measure 份, rounded to 100, is 2400余份.

    `round_to` is the step that the value is rounded to, and `max_loss` the threshold for rounding it up (see
    `rounding.rounded`); if rounding changes the value, the words show that it is approximate. A value below one step,
    or below zero, is not rounded. `measure` may be empty, or `%`.
    """

    def __call__(
        self, value: Decimal, *, measure: str, round_to: int | None, max_loss: Decimal | int = MAX_LOSS
    ) -> str: ...


class Change(Protocol):
    """The change of a metric in words: from 214 to 92 is 同比下降57%.

    `compared` is the term for the period compared with: 同比, 环比 or an empty text; None is the language's usual term.
    `increase` and `decrease` are the metric's own verbs, such as 缩短. A change from 0 has no percentage, so the words
    give both figures with `measure`. Changes of percentages are in percentage points.
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
    """One language: what rendering needs. Its package offers it as LANGUAGE; fields with a default may be left out.

    `to_text` writes a text, a number, a day or a metric that a template prints without a filter; it raises CannotSay
    for anything else. `filters` are available in the language's templates, by name: those of `COMMON_FILTERS`, and its
    own. `points` is the measure word of percentage points; a `|` separates singular and plural. `paragraph_indent`
    begins each paragraph in plain text; if it is empty, blank lines separate paragraphs. `joins_lines_without_space`:
    lines of a wrapped paragraph in a template are joined without a space.

    The properties are what only some commands need. The package offers each by the name of its class in capitals, such
    as LABELS; if it does not, the words are English. `package` is set when the language is found.
    """

    code: str
    to_text: Callable[[object], str]
    amount: Amount
    change: Change
    filters: Mapping[str, Filter]
    points: str = "percentage point|percentage points"
    measure_word: MeasureWord = lambda value, measure: measure
    paragraph_indent: str = ""
    joins_lines_without_space: bool = False
    package: str = ""

    @property
    def examples(self) -> Examples:
        """Examples of the filters that are shared with other languages."""
        from speechgen.language.examples import Examples

        return _offered(self.package, "EXAMPLES", Examples)

    @property
    def labels(self) -> Labels:
        """The texts of the review page and of preview's pages, in a language that messages do not have."""
        from speechgen.language.labels import Labels

        return _offered(self.package, "LABELS", Labels)

    @property
    def proofreading(self) -> Proofreading:
        """What the rules of `check` know about the language."""
        from speechgen.language.proofreading import Proofreading

        return _offered(self.package, "PROOFREADING", Proofreading)

    @property
    def reading_aloud(self) -> ReadingAloud:
        """How fast a speech is read, and how long a sentence may be."""
        from speechgen.language.reading_aloud import ReadingAloud

        return _offered(self.package, "READING_ALOUD", ReadingAloud)

    @property
    def scaffold_words(self) -> ScaffoldWords:
        """The texts of new unit files."""
        from speechgen.language.scaffold_words import ScaffoldWords

        return _offered(self.package, "SCAFFOLD_WORDS", ScaffoldWords)

    @property
    def skeleton(self) -> Path | None:
        """The folder of a new template, `skeleton` in the language's package; None if it has none."""
        folder = Path(import_module(self.package).__file__ or "").with_name("skeleton")
        return folder if folder.is_dir() else None

    @property
    def unit_titles(self) -> UnitTitles:
        """The titles of the keys that every unit file has."""
        from speechgen.language.unit_titles import UnitTitles

        return _offered(self.package, "UNIT_TITLES", UnitTitles)

    @property
    def word_layout(self) -> WordLayout:
        """The layout of Word files."""
        from speechgen.language.word_layout import WordLayout

        return _offered(self.package, "WORD_LAYOUT", WordLayout)


def _offered(package: str, name: str, default: Callable[[], _Words]) -> _Words:
    """What a language's package offers as `name`; otherwise the default, which is English."""
    found: _Words | None = getattr(import_module(package), name, None) if package else None
    return default() if found is None else found
