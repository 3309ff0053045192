"""Reading time of a speech, and sentences that are too long to read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from speechgen.checks.facts import RATE, Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, Passage, rule
from speechgen.language.zh_cn import whole_numeral
from speechgen.model import Spoken

if TYPE_CHECKING:
    from speechgen.model import Severity, Speech

# Chinese speeches are read at 150 to 200 characters a minute, mostly at 180; these are the extremes as fractions of it.
_SLOWEST, _QUICKEST = (5, 6), (10, 9)
_NOT_READ = ("title", "author", "date")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|\d[\d,]*(?:\.\d+)?[年%％‰]?|[A-Za-z]+")
_ENGLISH = re.compile(r"[A-Za-z\d][\w’'.,-]*")
_LONGEST_NUMERAL = 16  # digits; longer ones are codes

# In 1.8 million characters of People's Daily, which is written for reading, one sentence in 600 is longer, and one in
# 1,500 stretches without a mark; in 80,000 characters of speeches, none.
_LONGEST = {"zh-CN": 150, "en": 70}
_LONGEST_STRETCH = 45
_LETTERS = {"zh-CN": 0.5, "en": 2}  # minimum letters per character (word): shorter text need not be counted
_UNIT = {"zh-CN": "characters", "en": "words"}
_SENTENCE = {"zh-CN": re.compile(r"[^。！？；!?;]+"), "en": re.compile(r"(?:[^.!?;:]|[.](?=[a-z\d,;]))+")}
_STRETCH = {"zh-CN": re.compile(r"[^，、：—…,:“”‘’（）()《》]+"), "en": re.compile(r"[^,—–()“”]+")}


def spoken(speech: Speech, rate: int | None = None) -> Spoken:
    """The time to read a speech aloud, from the salutation on. `rate`: characters (words) a minute."""
    amount = sum(read_aloud(each.text, speech.language) for each in speech.paragraphs if each.kind not in _NOT_READ)
    minutes = Decimal(amount) / (rate or RATE[speech.language])
    return Spoken(amount, minutes, _over(minutes, _QUICKEST), _over(minutes, _SLOWEST))


def _over(number: Decimal, share: tuple[int, int]) -> Decimal:
    return number * share[1] / share[0]


def read_aloud(text: str, language: str) -> int:
    """The number of characters (in English: words) when read aloud.

    In Chinese, figures are counted as they are read: 2014年 is 二〇一四年, 57% is 百分之五十七, 2413 is
    二千四百一十三. An abbreviation counts as its number of letters, any other Latin word as two.
    """
    if language == "en":
        return len(_ENGLISH.findall(text))
    return sum(map(_as_read, _CHINESE.findall(text)))


def _as_read(words: str) -> int:
    if words[0].isascii() and words[0].isalpha():
        return len(words) if words.isupper() else 2
    if not words[0].isdecimal():
        return len(words)
    number = words.rstrip("年%％‰")
    whole, _, decimals = number.replace(",", "").partition(".")
    rest = {"年": 1, "%": 3, "％": 3, "‰": 3}.get(words[-1], 0) + (len(decimals) + 1 if decimals else 0)
    is_code = (words[-1] == "年" and len(whole) == 4) or whole.startswith("0") or len(whole) > _LONGEST_NUMERAL
    return rest + (len(whole) if is_code else len(whole_numeral(int(whole))))


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
    for passage in draft.body:
        yield from _sentences(passage, draft.language)


def _time(draft: Draft, facts: Facts, minutes: Decimal) -> Iterator[Finding]:
    said = spoken(draft.speech, facts.rate)
    if said.quickest <= minutes <= said.slowest:
        return
    slow, quick = (Decimal(facts.rate) * share[0] / share[1] for share in (_SLOWEST, _QUICKEST))
    unit = _UNIT[draft.language]
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


def _sentences(passage: Passage, language: str) -> Iterator[Finding]:
    text, unit, letters = passage.text, _UNIT[language], _LETTERS[language]
    if len(text) < _LONGEST_STRETCH * letters:
        return
    for sentence in _SENTENCE[language].finditer(text):
        size = len(sentence[0])
        if size > _LONGEST[language] * letters and (amount := read_aloud(sentence[0], language)) > _LONGEST[language]:
            yield _too_long(passage, sentence.span(), f"a sentence of {amount} {unit}", "split it into two or three")
        elif size > _LONGEST_STRETCH * letters:
            for stretch in _STRETCH[language].finditer(text, *sentence.span()):
                if (
                    len(stretch[0]) > _LONGEST_STRETCH * letters
                    and (amount := read_aloud(stretch[0], language)) > _LONGEST_STRETCH
                ):
                    fix = "add a mark where the reader can pause, or split the sentence"
                    yield _too_long(passage, stretch.span(), f"a stretch of {amount} {unit} without a mark", fix)


def _too_long(passage: Passage, span: tuple[int, int], what: str, fix: str) -> Finding:
    severity: Severity = "hint"
    start, end = span
    start += len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    return Finding(
        passage.start + start, passage.start + end, f"{what} is too long to read aloud", fix, severity=severity
    )
