"""The languages that speeches are written in: a folder for each, with all that differs between languages.

In: values. Out: values as text, and the texts that the program itself needs in a language. A language is imported when
it is first used, and of its words only those that a command needs. Imports `reading` and `model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language.contract import (
    COMMON_FILTERS,
    Amount,
    CannotSay,
    Change,
    Filter,
    Language,
    MeasureWord,
)
from speechgen.language.metric_filters import metric_of
from speechgen.language.percent import change_percent
from speechgen.language.registry import (
    CHINESE,
    CODES,
    DEFAULT,
    ENGLISH,
    codes,
    codes_for,
    detect_language,
    language,
)
from speechgen.language.rounding import MAX_LOSS, rounded
from speechgen.language.shared_filters import SHARED_FILTERS, filters_of
from speechgen.model import lazy_names

if TYPE_CHECKING:
    from speechgen.language.examples import EXAMPLE_VALUES, Examples
    from speechgen.language.labels import Labels, language_of_page, page_labels
    from speechgen.language.likeness import by_common_words
    from speechgen.language.proofreading import Proofreading
    from speechgen.language.reading_aloud import ReadingAloud
    from speechgen.language.scaffold_words import ScaffoldWords
    from speechgen.language.to_text import make_to_text
    from speechgen.language.unit_titles import KeyTitle, UnitTitles
    from speechgen.language.word_layout import WordLayout

__all__ = [
    "CHINESE",
    "CODES",
    "COMMON_FILTERS",
    "DEFAULT",
    "ENGLISH",
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
    "Proofreading",
    "ReadingAloud",
    "ScaffoldWords",
    "UnitTitles",
    "WordLayout",
    "by_common_words",
    "change_percent",
    "codes",
    "codes_for",
    "detect_language",
    "filters_of",
    "language",
    "language_of_page",
    "make_to_text",
    "metric_of",
    "page_labels",
    "rounded",
]

__getattr__ = lazy_names(
    __name__,
    {
        "EXAMPLE_VALUES": "examples",
        "Examples": "examples",
        "KeyTitle": "unit_titles",
        "Labels": "labels",
        "Proofreading": "proofreading",
        "ReadingAloud": "reading_aloud",
        "ScaffoldWords": "scaffold_words",
        "UnitTitles": "unit_titles",
        "WordLayout": "word_layout",
        "by_common_words": "likeness",
        "language_of_page": "labels",
        "make_to_text": "to_text",
        "page_labels": "labels",
    },
)
