"""Regular expressions of the rules, which may have words of tables in them."""

from __future__ import annotations

import re
from collections.abc import Callable

from speechgen.checks.tables import with_words
from speechgen.model import lazily as without_tables


def lazily(expression: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled on first use, as in `model`, with the words of tables that it names: see `with_words`.

    A function gives an expression with words that are not read before.
    """
    return without_tables(lambda: with_words(expression if isinstance(expression, str) else expression()), flags)
