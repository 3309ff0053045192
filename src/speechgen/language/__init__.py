"""The languages that speeches are written in. To add one, write its package and its line in `_PACKAGES`.

In: values. Out: values as text, and the texts that the program itself needs in a language. A language is imported when
it is first used. Imports `reading` and `model`.
"""

from __future__ import annotations

from importlib import import_module

from speechgen.language.contract import (
    COMMON_FILTERS,
    Amount,
    CannotSay,
    Change,
    Filter,
    Language,
    MeasureWord,
)
from speechgen.language.examples import SHOWN as EXAMPLE_VALUES
from speechgen.language.examples import Examples
from speechgen.language.labels import Labels
from speechgen.language.metric_filters import metric_of
from speechgen.language.percent import change_percent
from speechgen.language.reading_aloud import ReadingAloud
from speechgen.language.rounding import MAX_LOSS
from speechgen.language.scaffold_words import ScaffoldWords
from speechgen.language.shared_filters import SHARED_FILTERS, filters_of
from speechgen.language.unit_titles import KeyTitle, UnitTitles
from speechgen.language.word_layout import WordLayout

__all__ = [
    "CODES",
    "COMMON_FILTERS",
    "EXAMPLE_VALUES",
    "MAX_LOSS",
    "SHARED_FILTERS",
    "Amount",
    "CannotSay",
    "Change",
    "Examples",
    "Filter",
    "KeyTitle",
    "Labels",
    "Language",
    "MeasureWord",
    "ReadingAloud",
    "ScaffoldWords",
    "UnitTitles",
    "WordLayout",
    "change_percent",
    "detect_language",
    "filters_of",
    "language",
    "metric_of",
]

# The package of each language in this folder, by its BCP 47 tag.
_PACKAGES = {
    "zh-CN": "zh_cn",
    "en": "en",
}
CODES = tuple(_PACKAGES)


def language(code: str) -> Language:
    """The language with this BCP 47 tag, one of `CODES`. Raises KeyError for any other."""
    found: Language = import_module(f"{__name__}.{_PACKAGES[code]}").LANGUAGE
    return found


def detect_language(text: str) -> str:
    """The code of the language that a text is most likely in; the first of `CODES` if none recognises it."""
    return max(CODES, key=lambda code: language(code).likeness(text))
