"""Find the ordinals of list items in English: First, Second, Finally; 1. and (1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.items import ANY, ENGLISH_ORDINALS, Item
from speechgen.checks.rules.patterns import lazily

_ORDINAL = "|".join(ENGLISH_ORDINALS)
_ITEM = lazily(
    rf"\b(?:(?P<word>{_ORDINAL})(?:ly)?(?=,)|(?P<last>finally|lastly)(?=,)"
    rf"|(?-i:The) (?P<the>{_ORDINAL})(?= (?:[a-z]+ )?(?:is|was)\b))",
    re.IGNORECASE,
)
_NUMBER = lazily(r"(?P<dotted>\d{1,2})[.)] |[（(](?P<bracketed>\d{1,2})[）)]")
_BEFORE = (".", "!", "?", ":", ";", ",", "—", "”", "’", " and")


def english_items(draft: Draft) -> Iterator[Item]:
    """Yield each item of an English speech in order."""
    text = draft.text
    for index, passage in enumerate(draft.passages):
        if passage.kind not in ("heading", "paragraph", "item"):
            continue
        begin = passage.end - len(passage.text.lstrip())
        number = _NUMBER.match(text, begin)
        if number:
            series = "1." if number["dotted"] else "（1）"
            digits = int(number["dotted"] or number["bracketed"])
            end = number.end() - (series == "1.")
            yield from [Item(series, digits, begin, end, index, True)] if digits else []
        for found in _ITEM.finditer(text, begin, passage.end):
            at = found.start()
            if at > begin and not text[max(begin, at - 6) : at].rstrip(" ").endswith(_BEFORE):
                continue
            word = (found["word"] or found["the"] or "").lower()
            place = ENGLISH_ORDINALS.index(word) + 1 if word else ANY
            series = "the first" if found["the"] else "first"
            yield Item(series, place, at, found.end(), index, at == begin, is_doubtful=bool(found["the"]))
