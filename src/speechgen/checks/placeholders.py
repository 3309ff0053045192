"""What stands for words that somebody meant to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule

_PATTERN = re.compile(r"X{2,}|_{2,}")


@rule("placeholder", languages=EVERY_LANGUAGE)
def placeholder(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A blank, or letters that stand for words to come.

    It would be read out as it stands, or leave a gap.

    Finds:
        刚才XX同志作了总结。
    Leaves alone:
        活动的成效是明显的。
    """
    for found in _PATTERN.finditer(draft.text):
        yield Finding(found.start(), found.end(), f"{found[0]} stands for words that are missing", "write them")
