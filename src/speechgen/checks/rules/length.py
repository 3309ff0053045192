"""Reading time of a speech, and sentences that are too long to read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from math import ceil
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.patterns import lazily
from speechgen.language import language
from speechgen.model import Spoken

if TYPE_CHECKING:
    from speechgen.language import ReadingAloud
    from speechgen.model import Speech

_NOT_READ = ("title", "author", "date")


def spoken(speech: Speech, rate: int | None = None) -> Spoken:
    """The time to read a speech aloud, from the salutation on.

    `rate` is characters or words a minute; None is the usual rate of the speech's language.
    """
    reading = language(speech.language).reading_aloud
    amount = sum(reading.length(each.text) for each in speech.paragraphs if each.kind not in _NOT_READ)
    minutes = Decimal(amount) / (rate or reading.rate)
    return Spoken(amount, minutes, _over(minutes, reading.quickest), _over(minutes, reading.slowest))


def _over(number: Decimal, share: tuple[int, int]) -> Decimal:
    return number * share[1] / share[0]


@rule("length", severity="warning", languages=EVERY_LANGUAGE)
def length(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A speech that does not fit its time, or a sentence that is too long to read aloud.

    `minutes:` in the unit file is the planned length. The speech is timed from the salutation on: in Chinese at 150 to
    200 characters a minute, with figures counted as they are read; in English at 108 to 144 words. `check: {rate: …}`
    in speechgen.yaml sets the average rate (180 and 130), and the range is scaled with it. A speech is reported if it
    is too long even for a fast reader, or too short even for a slow one. A hint is given for a sentence of more than
    150 characters between 。！？；, and for more than 45 characters without a mark to pause at.

    Finds:
        对深入学习贯彻落实全市党的建设工作会议精神和市委主要领导同志在总结会议上的重要讲话要求进行再研究再部署。
    Leaves alone:
        会议精神要学深学透，对照要求找差距，找准了就改。
        市委党的群众路线教育实践活动领导小组办公室前不久下发了关于做好收尾工作的通知。
    """
    if facts.minutes is not None and draft.passages:
        yield from _time(draft, facts, facts.minutes)
    reading = language(draft.language).reading_aloud
    shortest = reading.longest_stretch * reading.letters
    for passage in draft.body:
        if passage.kind != "row" and len(passage.text) >= shortest:
            yield from (found.moved(passage.start) for found in _too_long(passage.text, draft.language))


def _time(draft: Draft, facts: Facts, minutes: Decimal) -> Iterator[Finding]:
    said = spoken(draft.speech, facts.rate)
    if said.quickest <= minutes <= said.slowest:
        return
    reading = language(draft.language).reading_aloud
    rate, unit = Decimal(facts.rate or reading.rate), reading.unit
    slow, quick = (rate * share[0] / share[1] for share in (reading.slowest, reading.quickest))
    if minutes < said.quickest:
        fix = f"shorten by at least {said.amount - int(minutes * quick)} {unit}"
    else:
        fix = f"add at least {ceil(minutes * slow) - said.amount} {unit}, or lower minutes in the unit file"
    message = (
        f"{said.amount} {unit} take {said.quickest:.1f} to {said.slowest:.1f} minutes to read, at {slow:.0f} to"
        f" {quick:.0f} a minute, but minutes is {minutes:f}"
    )
    title = next((passage for passage in draft.passages if passage.kind == "title"), draft.passages[0])
    yield Finding(title.start, title.end, message, fix, source=facts.minutes_place)


@lru_cache(maxsize=2048)  # units have most paragraphs in common
def _too_long(text: str, code: str) -> Sequence[Finding]:
    """What is too long to read aloud in a passage."""
    return tuple(_sentences(text, language(code).reading_aloud))


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return lazily(expression)


def _sentences(text: str, reading: ReadingAloud) -> Iterator[Finding]:
    unit, most = reading.unit, reading.longest_stretch
    for sentence in _pattern(reading.sentence).finditer(text):
        size = len(sentence[0])
        if size > reading.longest_sentence * reading.letters and (
            (amount := reading.length(sentence[0])) > reading.longest_sentence
        ):
            yield _finding(text, sentence.span(), f"a sentence of {amount} {unit}", "split it into two or three")
        elif size > most * reading.letters:
            for stretch in _pattern(reading.stretch).finditer(text, *sentence.span()):
                if len(stretch[0]) > most * reading.letters and (amount := reading.length(stretch[0])) > most:
                    fix = "add a mark where the reader can pause, or split the sentence"
                    yield _finding(text, stretch.span(), f"a stretch of {amount} {unit} without a mark", fix)


def _finding(text: str, span: tuple[int, int], what: str, fix: str) -> Finding:
    start, end = span
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Finding(start, end, f"{what} is too long to read aloud", fix, severity="hint")
