"""Chinese, in the style of speeches to public organisations in mainland China."""

from __future__ import annotations

import re
from pathlib import Path

from speechgen.language.contract import Language
from speechgen.language.zh_cn.examples import EXAMPLES
from speechgen.language.zh_cn.figures import amount, change
from speechgen.language.zh_cn.filters import FILTERS
from speechgen.language.zh_cn.labels import LABELS
from speechgen.language.zh_cn.numerals import whole_numeral
from speechgen.language.zh_cn.reading_aloud import READING_ALOUD
from speechgen.language.zh_cn.scaffold_words import SCAFFOLD_WORDS
from speechgen.language.zh_cn.unit_titles import UNIT_TITLES
from speechgen.language.zh_cn.values import to_text
from speechgen.language.zh_cn.word_layout import WORD_LAYOUT

__all__ = ["LANGUAGE", "whole_numeral"]

_CHARACTER = re.compile("[\u3400-\u9fff]")


def _likeness(text: str) -> float:
    return len(_CHARACTER.findall(text)) / 2  # a word has about two characters


LANGUAGE = Language(
    code="zh-CN",
    to_text=to_text,
    amount=amount,
    change=change,
    filters=FILTERS,
    examples=EXAMPLES,
    points="个百分点",
    paragraph_indent="\u3000\u3000",
    joins_lines_without_space=True,
    likeness=_likeness,
    reading_aloud=READING_ALOUD,
    word_layout=WORD_LAYOUT,
    unit_titles=UNIT_TITLES,
    scaffold_words=SCAFFOLD_WORDS,
    labels=LABELS,
    skeleton=Path(__file__).with_name("skeleton"),
)
