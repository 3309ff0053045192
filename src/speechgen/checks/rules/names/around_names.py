"""What is around a name in a text: a post before it, 同志 or a post after it."""

from __future__ import annotations

from typing import NamedTuple

from speechgen.checks.rules.names.typos import Typo
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import word_list

_CHINESE = lazily("[\u4e00-\u9fff]")
_RANKS = "names/ranks"
_AFTER_POST = lazily(lambda: rf"(?:{'|'.join(word_list(_RANKS))}|员|老师|大夫|医生|同志)[ \u3000]*$")
_BEFORE_POST = lazily(lambda: rf"[ \u3000]*(?:同志|老师|{'|'.join(word_list(_RANKS))})")
_NAME_MAY_FOLLOW = frozenset("由请让和与及是对向在同跟的听就叫")


class Surroundings(NamedTuple):
    """What is around a name. `is_open`: no other word ends before it. `is_closed`: no Chinese character follows."""

    has_post: bool
    has_comrade: bool
    is_open: bool
    is_closed: bool

    @property
    def is_named(self) -> bool:
        """Whether only a name can be here."""
        return self.has_post or self.has_comrade


def surroundings(text: str, typo: Typo) -> Surroundings:
    before, after = text[max(0, typo.start - 8) : typo.start], text[typo.end : typo.end + 1]
    is_open = not before or not _CHINESE.match(before[-1]) or before[-1] in _NAME_MAY_FOLLOW
    has_post, has_comrade = bool(_AFTER_POST.search(before)), bool(_BEFORE_POST.match(text, typo.end))
    return Surroundings(has_post, has_comrade, is_open, not _CHINESE.match(after))
