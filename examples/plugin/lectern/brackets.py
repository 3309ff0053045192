"""Words in brackets, which a listener does not hear as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts

_BRACKETS = re.compile(r"（[^（）\n]+）|\([^()\n]+\)")


@rule("brackets", severity="warning", languages=EVERY_LANGUAGE)
def brackets(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Words in brackets.

    A listener does not hear brackets. Say the words as a sentence of their own, or leave them out.

    Finds:
        各科室（含下属单位）都要参加。
    Leaves alone:
        各科室和下属单位都要参加。
    """
    for passage in draft.body:
        for found in _BRACKETS.finditer(passage.text):
            start, end = passage.start + found.start(), passage.start + found.end()
            yield Finding(start, end, f"{found[0]} is in brackets", "say it in a sentence, or leave it out")
