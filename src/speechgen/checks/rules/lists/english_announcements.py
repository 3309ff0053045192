"""Announced numbers in English: three findings, two causes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.number_phrases import NumberPhrase
from speechgen.checks.rules.lists.numbered_list import NumberedList

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# What is announced to be listed, not counted: findings, not learners.
_LISTED = (
    "findings|points|recommendations|suggestions|reasons|causes|things|issues|areas|lessons|questions|strengths|weaknesses|"
    "priorities|conclusions|observations|steps|actions|proposals|requests|themes|concerns|aims|goals|tasks|principles|"
    "challenges|examples|messages|remarks|comments|ways|parts|factors|changes|matters|problems|conditions|measures"
)
_NUMBER = "|".join(_NUMBERS)
_AMOUNT = re.compile(
    rf"\b(?P<number>{_NUMBER}|\d{{1,2}}) (?:[a-z-]+ ){{0,2}}?(?P<noun>{_LISTED})\b"
    rf"|\b(?:are|were|have|see|make) (?P<alone>{_NUMBER}):",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:the|these|those|all|other|first|last|of|other|his|her|their|your|for|after|in|over)\s+$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?](?= )")
_LOOKS_BACK = 600  # characters before a list
_INTRODUCTION = 12  # characters before the first item in its sentence


def english_announcements_of(list_: NumberedList, draft: Draft, openers: Collection[int]) -> Iterator[NumberPhrase]:
    """The announcement in the sentence of a list, in the one before, or in the paragraph before."""
    text, first, passages = draft.text, list_.first, draft.passages
    passage = passages[first.passage - 1 if first.opens_passage else first.passage]
    if passage.kind not in ("paragraph", "heading") or passage.start > first.start:
        return
    end = passage.end if first.opens_passage else first.start
    start = max(passage.start, end - _LOOKS_BACK)
    *earlier, begin = [start, *(found.end() for found in _SENTENCE.finditer(text, start, end - 1))]
    found = _last(text, begin, end)
    if found is None and earlier and len(text[begin:end].strip()) < _INTRODUCTION:
        found = _last(text, earlier[-1], begin)
    if found is None and first.opens_passage:
        phrases = _amounts(text, start, end)
        found = phrases[0] if len(phrases) == 1 else None
    if found:
        yield found


def _last(text: str, start: int, end: int) -> NumberPhrase | None:
    return next(reversed(_amounts(text, start, end)), None)


def _amounts(text: str, start: int, end: int) -> list[NumberPhrase]:
    """Numbers of what is announced to be listed: not parts, and not what has been listed before."""
    phrases = []
    for found in _AMOUNT.finditer(text, start, end):
        group = "number" if found["number"] else "alone"
        words = found[group].lower()
        number = _NUMBERS.index(words) + 2 if words in _NUMBERS else int(words)
        if number > 1 and not _PART.search(text, max(start, found.start() - 12), found.start()):
            phrases.append(
                NumberPhrase(
                    number,
                    found.start(group),
                    found.end("noun" if group == "number" else group),
                    "",
                    found["noun"] or "",
                )
            )
    return phrases
