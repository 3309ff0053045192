"""Every character and word that the patterns, the word lists and the tables of a rule know.

A pattern that is added to a module of the rule, compiled at once or on first use, is found here by itself, and so is a
table that a module names. All words are given, except of two long lists of literals.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import speechgen.checks.rules
from speechgen.checks.tables import DATA, rows
from speechgen.model import lazily

_parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

_PATTERNS = (re.Pattern, type(lazily("")))
_TABLES = tuple(path.relative_to(DATA).with_suffix("").as_posix() for path in Path(DATA).rglob("*.txt"))
PACKAGE = speechgen.checks.rules.__name__
_MAX_WORD = 12
# These go through one automaton (`phrases/finder.py`), which treats words of one length alike; no pattern has them.
_LITERALS = ("phrases/misspellings", "phrases/idioms", "phrases/set_terms", "phrases/free_words", "phrases/readings")
_OF_EACH_LENGTH = 50
_CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}


def known_words(module: str) -> list[str]:
    """The characters and words that a module knows; of a rule in a package, all modules of the package."""
    package = module.rpartition(".")[0]
    names = [module] if package == PACKAGE else [f"{package}.{each.name}" for each in _modules(package)]
    words = {word for name in names for word in (*_words(_globals(name)), *_table_words(name))}
    return sorted(word for word in words - {"\n"} if len(word) <= _MAX_WORD)


def _globals(module: str) -> list[object]:
    return [value for name, value in vars(import_module(module)).items() if not name.startswith("__")]


def _table_words(module: str) -> Iterator[str]:
    """The words of the tables that a module names; of the long lists of literals, some of each length."""
    source = inspect.getsource(import_module(module))
    for table in _TABLES:
        if f'"{table}"' in source:
            words = [word for row in rows(table) for cell in row for word in cell.split()]
            yield from _some_of_each_length(words) if table in _LITERALS else words


def _some_of_each_length(words: Iterable[str]) -> Iterator[str]:
    """At most 50 words of each length, the same ones in each run, taken evenly from the first to the last."""
    lengths: dict[int, list[str]] = {}
    for word in dict.fromkeys(words):
        lengths.setdefault(len(word), []).append(word)
    for same in lengths.values():
        yield from same[:: -(-len(same) // _OF_EACH_LENGTH)]


def _modules(package: str) -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.iter_modules(import_module(package).__path__)


def _words(values: Iterable[object], depth: int = 0) -> Iterator[str]:
    for value in values:
        if isinstance(value, _PATTERNS) and isinstance(value.pattern, str):
            yield from _of_pattern(_parser.parse(value.pattern, value.flags & ~re.UNICODE))
        elif isinstance(value, str) and depth and 0 < len(value) <= _MAX_WORD:
            yield value
        elif isinstance(value, dict) and depth < 3:
            yield from _words([*value.keys(), *value.values()], depth + 1)
        elif isinstance(value, (tuple, list, set, frozenset)) and depth < 3:
            yield from _words(value, depth + 1)


def _of_pattern(tokens: Iterable[Any]) -> Iterator[str]:
    """The literal words of a parsed pattern, and the characters of its classes."""
    word = ""
    for operator, argument in tokens:
        name = str(operator)
        if name == "LITERAL":
            word += chr(argument)
            continue
        if word:
            yield word
        word = ""
        if name == "NOT_LITERAL":
            yield chr(argument)
        elif name == "IN":
            yield from _of_class(argument)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from _of_pattern(branch)
        elif name == "SUBPATTERN":
            yield from _of_pattern(argument[-1])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from _of_pattern(argument[2])
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _of_pattern(argument[1])
        elif name == "ATOMIC_GROUP":
            yield from _of_pattern(argument)
    if word:
        yield word


def _of_class(items: Iterable[Any]) -> Iterator[str]:
    for operator, argument in items:
        if str(operator) == "LITERAL":
            yield chr(argument)
        elif str(operator) == "RANGE":
            yield from map(chr, argument)
        elif str(operator) == "CATEGORY":
            yield _CATEGORIES.get(str(argument), "1")
