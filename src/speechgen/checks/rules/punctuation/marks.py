"""The marks of Chinese text, and what a finding says of them: GB/T 15834-2011, the standard of punctuation.

Clauses: 4.1 to 4.17 are one mark each (4.4.2 is the form of the comma), 5.1 is where marks stand in a line, annex A has
supplementary rules, annex B.3 what follows a number of a list.

Regular expressions of the modules of this family that only suspicious text needs are strings: `re` compiles them when
they are first used. A class of scattered Chinese characters takes half a millisecond, one of all of them four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.rule import Finding

if TYPE_CHECKING:
    from speechgen.model import Severity

POINTS = "，。、；：？！"  # 点号: pauses
OPENING = "“‘（《〈【〔［「『"
CLOSING = "”’）》〉】〕］」』"
NUMERALS = "一二三四五六七八九十"

# Ranges for classes of regular expressions. Curly quotation marks, — and … are not among the Chinese characters, marks
# included: English has them too.
HAN = "\u3400-\u9fff"
CHINESE = "\u3001-\uffef"

# The form of each mark.
FORM = {"。": "4.1.2", "？": "4.2.2", "！": "4.3.2", "，": "4.4.2", "、": "4.5.2", "；": "4.6.2", "：": "4.7.2"}


def is_han(character: str) -> bool:
    """Whether it is a Chinese character; nothing is none."""
    return "\u3400" <= character <= "\u9fff"


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character or a mark that only Chinese text has; nothing is none."""
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
    """A finding that names the clause of the standard that it is about."""
    return Finding(start, end, f"{message} ({standard}, {clause})", fix, replacement, severity)
