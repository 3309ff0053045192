"""Regular expressions that are compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from speechgen.checks.tables import with_words

_METHODS = ("finditer", "search", "match", "fullmatch", "findall", "sub")


def lazily(expression: str | Callable[[], str]) -> re.Pattern[str]:
    """A pattern that is compiled on first use. Compiling those for figures and dates takes 60 ms; few are needed.

    A function gives an expression with words of a table, which is not read before; see also `with_words`.
    """
    return cast("re.Pattern[str]", _Pattern(expression))


class _Pattern:
    """Stands for a pattern; the first use compiles it and copies its methods onto this object."""

    def __init__(self, expression: str | Callable[[], str]) -> None:
        self._expression = expression

    def __getattr__(self, name: str) -> object:
        expression = self._expression
        compiled = re.compile(with_words(expression if isinstance(expression, str) else expression()))
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
