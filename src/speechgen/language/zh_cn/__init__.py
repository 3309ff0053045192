"""Chinese, in the style of speeches to public organisations in mainland China."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names

if TYPE_CHECKING:
    from speechgen.language.zh_cn.numerals import whole_numeral

__all__ = ["whole_numeral"]

__getattr__ = lazy_names(
    __name__,
    {
        "EXAMPLES": "examples",
        "LANGUAGE": "definition",
        "LIKENESS": "likeness",
        "PROOFREADING": "proofreading",
        "READING_ALOUD": "reading_aloud",
        "SCAFFOLD_WORDS": "scaffold_words",
        "UNIT_TITLES": "unit_titles",
        "WORD_LAYOUT": "word_layout",
        "whole_numeral": "numerals",
    },
)
