"""Regular expressions that are compiled on first use."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("finditer", "search", "match", "fullmatch", "findall", "sub")


def lazily(expression: str) -> re.Pattern[str]:
    """A pattern that is compiled on first use. Compiling those for figures and dates takes 60 ms; few are needed."""
    return cast("re.Pattern[str]", _Pattern(expression))


class _Pattern:
    """Stands for a pattern; the first use compiles it and copies its methods onto this object."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._expression)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
