"""How speeches are read aloud: how fast, and how long a sentence may be. The defaults are for words between spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


def count_words(text: str) -> int:
    """How many words a text has in any language that separates them by spaces."""
    return len(re.findall(r"[^\W_][\w’'.,-]*", text))


class ReadingAloud(NamedTuple):
    """How a language is read aloud.

    `length` counts a text in units that are called `unit` in messages. `rate` is the usual number of them a
    minute; `slowest` and `quickest` are the range as shares of it: 5/6 and 10/9. A sentence with more units than
    `longest_sentence`, or more than `longest_stretch` without a mark to breathe at, is too long. `sentence` and
    `stretch` are the patterns of both. A unit is written with `letters` or more characters on average: a sentence with
    fewer characters than that allows is not counted, to save time.
    """

    rate: int = 130
    unit: str = "words"
    length: Callable[[str], int] = count_words
    slowest: tuple[int, int] = (5, 6)
    quickest: tuple[int, int] = (10, 9)
    longest_sentence: int = 70
    longest_stretch: int = 45
    letters: float = 2
    sentence: str = r"(?:[^.!?;:]|[.](?=[a-z\d,;]))+"
    stretch: str = "[^,—–()“”]+"
