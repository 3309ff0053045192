"""The languages that speeches are written in: a package for each, imported when a template asks for it.

In: values. Out: their words, and the words that the program itself needs in a language. Imports `model`.
"""

from __future__ import annotations

from importlib import import_module

from speechgen.language.contract import Amount, CannotSay, Change, Filter, Language, MeasureWord
from speechgen.language.percent import change_percent

__all__ = [
    "CODES",
    "Amount",
    "CannotSay",
    "Change",
    "Filter",
    "Language",
    "MeasureWord",
    "change_percent",
    "language",
]

_MODULES = {
    "zh-CN": "speechgen.language.zh_cn",
    "en": "speechgen.language.en",
}
CODES = tuple(_MODULES)


def language(code: str) -> Language:
    """The language with this BCP 47 tag, one of `CODES`. Raises KeyError for any other."""
    found: Language = import_module(_MODULES[code]).LANGUAGE
    return found
