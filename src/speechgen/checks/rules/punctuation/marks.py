"""The punctuation marks of Chinese text, after GB/T 15834-2011, the national standard of punctuation.

Its clauses: 4.1 to 4.17 describe one mark each (4.4.2 is the form of the comma), 5.1 the position of marks in a line,
annex A supplementary rules, annex B.3 the marks after list numbers.

In this package, regular expressions that are only needed for suspicious text are strings, which `re` compiles on first
use: a class of scattered Chinese characters takes half a millisecond, a class of all of them four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.rule import Finding
from speechgen.messages import translated

if TYPE_CHECKING:
    from speechgen.model import Severity

POINTS = "，。、；：？！"  # 点号: pauses
OPENING = "“‘（《〈【〔［「『"
CLOSING = "”’）》〉】〕］」』"
NUMERALS = "一二三四五六七八九十"

# Ranges for character classes: Chinese characters, and these with the marks that only Chinese text has. Curly quotation
# marks, — and … are in neither, because English text has them too.
HAN = "\u3400-\u9fff"
CHINESE = "\u3001-\uffef"

# The clause that gives the form of each mark.
FORM = {"。": "4.1.2", "？": "4.2.2", "！": "4.3.2", "，": "4.4.2", "、": "4.5.2", "；": "4.6.2", "：": "4.7.2"}


def is_han(character: str) -> bool:
    """Whether it is a Chinese character; false for the empty string."""
    return "\u3400" <= character <= "\u9fff"


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character or a mark that only Chinese text has; false for the empty string."""
    return "\u3001" <= character <= "\uffef"


def finding(
    start: int,
    end: int,
    message: str,
    clause: str,
    fix: str,
    *,
    replacement: str | None = None,
    severity: Severity = "error",
    standard: str = "GB/T 15834-2011",
) -> Finding:
    """A finding whose message names the clause of the standard."""
    return Finding(start, end, _with_clause(message, standard, clause), fix, replacement, severity)


def _with_clause(message: str, standard: str, clause: str) -> str:
    return translated("{message} ({standard}, {clause})", message=message, standard=standard, clause=clause)
