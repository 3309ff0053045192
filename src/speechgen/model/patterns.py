"""Regular expressions that are compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import AnyStr, cast

from speechgen.model.pattern_store import compiled_pattern

_METHODS = ("finditer", "search", "match", "fullmatch", "findall", "sub", "split")


def lazily(expression: AnyStr | Callable[[], AnyStr], flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that is compiled on first use. All patterns of the program are made by it: a run needs few of them.

    A function gives an expression with words of a table, which is not read before.
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(expression, flags))


class LazyPattern:
    """Stands for a pattern; the first use compiles it and copies its methods onto this object."""

    def __init__(self, expression: str | bytes | Callable[[], str | bytes], flags: int) -> None:
        self._expression = expression
        self._flags = flags

    @property
    def pattern(self) -> str | bytes:
        """The expression; asking for it compiles nothing."""
        return self._expression() if callable(self._expression) else self._expression

    def compiled(self) -> re.Pattern[str] | re.Pattern[bytes]:
        """The pattern itself."""
        return compiled_pattern(self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)  # what copying and pickling look for
        compiled = self.compiled()
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
