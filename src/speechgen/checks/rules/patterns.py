"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("finditer", "search", "match", "fullmatch", "findall", "sub")


def lazily(expression: str) -> re.Pattern[str]:
    """The pattern of an expression. The figures and dates alone take 60 ms to compile, and most speeches need few."""
    return cast("re.Pattern[str]", _Pattern(expression))


class _Pattern:
    """What becomes a pattern: from the first use on, the pattern's methods are its own."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._expression)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
