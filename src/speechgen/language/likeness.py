"""How likely a text is in a language, to detect that of an edited speech whose unit file is not known.

A likeness is the share of a text's words that are in the script of a language, halved if they have none of its common
words. The highest one wins.
"""

from __future__ import annotations

from collections.abc import Callable

from speechgen.model import lazily

_CHINESE = lazily("[\u3400-\u9fff]")
_SPACED = lazily(r"[^\W\d_\u3400-\u9fff]+")
_IN_COMMON = 3  # of a text that is surely in a language, every third word is one of its fifteen most common ones


def by_common_words(common: str) -> Callable[[str], float]:
    """The likeness of a language with spaces, given fifteen or so common words that other languages do not have.

    For French: by_common_words("le la les des et est que nous vous pour dans qui")
    """
    own = frozenset(common.split())

    def likeness(text: str) -> float:
        words = _SPACED.findall(text.lower())
        evidence = min(1.0, _IN_COMMON * sum(word in own for word in words) / max(1, len(words)))
        return len(words) / max(1, len(words) + _chinese_words(text)) * (1 + evidence) / 2

    return likeness


def in_chinese(text: str) -> float:
    """The likeness of Chinese, which no other language shares its script with."""
    words = _chinese_words(text)
    share = words / max(1, words + len(_SPACED.findall(text)))
    return share if share >= 1 / 2 else share / 2


def _chinese_words(text: str) -> float:
    return len(_CHINESE.findall(text)) / 2  # a word has about two characters
