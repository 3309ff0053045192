"""Words, figures' words and sentences that are said twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.repeats.doubled_words import doubled_in_chinese, doubled_in_english
from speechgen.model import Severity

_MARK = lazily("[，、；：。！？“”‘’\n]")
_SHORTEST_CLAUSE = 6
_YEAR_ON_YEAR = lazily(r"(同比|环比)(?!\1)(?=([^。；！？\n]{0,40}?)(\1)([^，。；：！？、\n]{0,15}))")
_CHANGE = lazily(r"[增减升降涨跌高低长落多少]|持平|好转|改善|[、和与及或]")
_COMPARED_TWICE = lazily(r"[比较](?:去年|上年|上一年)(?:同期|度)?[^，。；：！？\n\d]{0,8}?同比")
_FIGURE = lazily(r"[\d%％]|百分之|[一二两三四五六七八九十]+[成倍]")
_ORDINAL = lazily(r"(?:第?[一二三四五六七八九十]+|首先|其次|再次|最后|同时)?[是要]?")
_MARKS = " \t\xa0\u3000，。；：、！？“”‘’（）《》〈〉【】—…·-,.;:!?()\"'"
_NOT_READ = dict.fromkeys(map(ord, _MARKS))
_ENGLISH_SENTENCE = lazily(r"""(?:[^.!?]|[.!?](?=[a-z\d,;]))+[.!?]*[’”"')]*""")
_THANKS = ("谢谢", "感谢", "再次感谢", "衷心感谢", "再一次感谢", "thank")
_SHORTEST = {"zh-CN": 10, "en": 24}  # shorter sentences are refrains, and answers
_SHOWN = 30
_PERHAPS: Severity = "warning"


@rule("repeat", languages=EVERY_LANGUAGE)
def repeat(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A word that stands twice at once, or a sentence that is said twice.

    Function words that can be meant twice nowhere (与与, 的的, 进行进行), phrases, and 同比 twice for one figure are
    slips of the hand. Other words and characters twice at once, which may be two words (共同同意) or in a name that the
    unit file does not have, and a sentence that the speech has said before, are warnings: perhaps they are meant. Words
    that double by their nature (常常, 研究研究), two words that meet (为了了解, 督导组组长), and names are left alone.

    Facts:
        people: [{name: 周和和, post: 市委书记}]
    Finds:
        着力把教育实践活动与与推动自身发展结合起来。
        对问题进行进行了梳理，并认真贯彻落实认真贯彻落实。
        信访量同比同比下降57%，投诉量同比下降20%同比。
        我们要把成果巩固好、扩大好。¶大家都要记住。我们要把成果巩固好、扩大好。
        大家共同同意，值得得到支持。
        We thank the the staff.
    Leaves alone:
        督导组组长常常说，为了了解实情，要参与与会讨论。
        我和周和和和大家一样。
        一个一个地研究研究，做到件件有回音。
        信访量同比下降57%，投诉量同比下降20%。
        The man that that rule had had in mind.
    Fixes:
        把活动与与工作结合起来。 → 把活动与工作结合起来。
        对问题进行进行了梳理。 → 对问题进行了梳理。
        We thank the the staff. → We thank the staff.
    """
    if draft.language == "en":
        yield from doubled_in_english(draft.text)
    else:
        yield from doubled_in_chinese(draft.text, facts.names)
        yield from _clauses(draft.text)
        if "同比" in draft.text or "环比" in draft.text:
            yield from _year_on_year(draft.text)
    yield from _sentences(draft)


def _clauses(text: str) -> Iterator[Finding]:
    """认真贯彻落实，认真贯彻落实: the same words on both sides of a comma."""
    clauses = _MARK.split(text)
    end = -1
    for before, clause in pairwise(clauses):
        end += len(before) + 1
        if clause == before and len(clause) >= _SHORTEST_CLAUSE and text[end] in "，、；：":
            yield _said_before(text, end + 1, end + 1 + len(clause))


def _year_on_year(text: str) -> Iterator[Finding]:
    """同比下降57%同比: said twice for one figure. Two figures, and two changes, may have it each."""
    for found in _YEAR_ON_YEAR.finditer(text):
        word, between, _, after = found.groups()
        is_one_clause = "，" not in between
        if is_one_clause:
            are_two = bool(_FIGURE.search(between) and _FIGURE.search(after)) or re.search("[、和与及或]", between)
        else:
            are_two = _FIGURE.search(between) or _CHANGE.search(between.removeprefix("，"))
        if not are_two:
            severity = None if is_one_clause or between == "，" else _PERHAPS
            yield Finding(*found.span(3), f"{word} is said twice for one figure", "say it once", severity=severity)
    for found in _COMPARED_TWICE.finditer(text):
        message = f"{found[0]} says twice what the figure is compared with"
        yield Finding(*found.span(), message, "take one out", severity=_PERHAPS)


def _sentences(draft: Draft) -> Iterator[Finding]:
    """Sentences that the speech has said before; several in a row of one paragraph are one finding."""
    sentences = _english_sentences(draft) if draft.language == "en" else draft.sentences
    endings = [draft.text[start:end].rstrip(_MARKS)[-2:] for start, end in sentences]
    common = Counter(endings)
    said: dict[str, int] = {}
    first = last = earlier = -1  # the sentences in a row, and the one that the last of them repeats
    for number, (start, end) in enumerate(sentences):
        if common[endings[number]] == 1:
            continue
        words = draft.text[start:end].translate(_NOT_READ)
        if len(words) < _SHORTEST[draft.language] or words.lower().startswith(_THANKS):
            continue
        before = said.setdefault(_ORDINAL.sub("", words, count=1), number)
        goes_on = (number, before) == (last + 1, earlier + 1) and draft.number(start) == draft.number(
            sentences[last][0]
        )
        if first >= 0 and not goes_on:
            yield _said_before(draft.text, sentences[first][0], sentences[last][1])
            first = -1
        if before != number:
            first, last, earlier = first if first >= 0 else number, number, before
    if first >= 0:
        yield _said_before(draft.text, sentences[first][0], sentences[last][1])


def _english_sentences(draft: Draft) -> Sequence[tuple[int, int]]:
    """Where the sentences of the body begin and end: a full stop within a figure ends none."""
    return [
        (passage.start + found.start(), passage.start + found.end())
        for passage in draft.body
        for found in _ENGLISH_SENTENCE.finditer(passage.text)
    ]


def _said_before(text: str, start: int, end: int) -> Finding:
    words = text[start:end].lstrip()
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    fix = "take one out, unless it is meant"
    return Finding(end - len(words), end, f"{shown} is said before", fix, severity=_PERHAPS)
