"""Find the numbers that announce a list in English: three findings, two causes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.number_phrases import NumberPhrase
from speechgen.checks.rules.lists.numbered_list import NumberedList
from speechgen.checks.rules.patterns import lazily

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Nouns of things that are listed, such as findings; not of things that are counted, such as learners.
_LISTED = (
    "findings|points|recommendations|suggestions|reasons|causes|things|issues|areas|lessons|questions|strengths|weaknesses|"
    "priorities|conclusions|observations|steps|actions|proposals|requests|themes|concerns|aims|goals|tasks|principles|"
    "challenges|examples|messages|remarks|comments|ways|parts|factors|changes|matters|problems|conditions|measures"
)
_NUMBER = "|".join(_NUMBERS)
_PHRASE = lazily(
    rf"(?<![\d.,])\b(?P<number>{_NUMBER}|\d{{1,2}}) (?:(?!percentage\b)[a-z-]+ ){{0,2}}?(?P<noun>{_LISTED})\b"
    rf"|\b(?:are|were|have|see|make) (?P<alone>{_NUMBER}):",
    re.IGNORECASE,
)
_PART = lazily(
    r"\b(?:the|these|those|all|other|first|last|of|other|his|her|their|your|for|after|in|over)\s+$", re.IGNORECASE
)
_SENTENCE = lazily(r"[.!?](?= )")
_MAX_DISTANCE = 600  # characters before a list
_INTRODUCTION = 12  # characters before the first item in its sentence


def english_announcements_of(
    list_: NumberedList, draft: Draft, item_passages: Collection[int]
) -> Iterator[NumberPhrase]:
    """The announcement of a list, in its sentence, the one before, or the paragraph before."""
    text, first, passages = draft.text, list_.first, draft.passages
    passage = passages[first.passage - 1 if first.opens_passage else first.passage]
    if passage.kind not in ("paragraph", "heading", "item") or passage.start > first.start:
        return
    end = passage.end if first.opens_passage else first.start
    start = max(passage.start, end - _MAX_DISTANCE)
    *earlier, begin = [start, *(found.end() for found in _SENTENCE.finditer(text, start, end - 1))]
    found = _last(text, begin, end)
    if found is None and earlier and len(text[begin:end].strip()) < _INTRODUCTION:
        found = _last(text, earlier[-1], begin)
    if found is None and first.opens_passage:
        phrases = _phrases(text, start, end)
        found = phrases[0] if len(phrases) == 1 else None
    if found:
        yield found


def _last(text: str, start: int, end: int) -> NumberPhrase | None:
    return next(reversed(_phrases(text, start, end)), None)


def _phrases(text: str, start: int, end: int) -> list[NumberPhrase]:
    """The number phrases that can announce a list; not of a part, and not of things listed before."""
    phrases = []
    for found in _PHRASE.finditer(text, start, end):
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
