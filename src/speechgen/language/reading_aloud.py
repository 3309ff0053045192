"""Reading aloud: the rate, and the maximum length of a sentence. The defaults are for languages with spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


def count_words(text: str) -> int:
    """The number of words in a text, for any language that separates them by spaces."""
    return len(re.findall(r"[^\W_][\w’'.,-]*", text))


class ReadingAloud(NamedTuple):
    """How a language is read aloud.

    `length` counts the units of a text, which are called `unit` in messages. `rate` is the usual number of units a
    minute; `slowest` and `quickest` are fractions of it, such as 5/6 and 10/9. A sentence is too long if it has more
    units than `longest_sentence`, or more than `longest_stretch` without a mark to pause at; `sentence` and `stretch`
    are the patterns of both. `letters` is the minimum number of characters in a unit, on average: shorter sentences are
    not counted, to save time.
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
