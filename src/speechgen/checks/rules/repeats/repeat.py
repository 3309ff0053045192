"""The rule repeat: repeated words, comparisons and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from speechgen.checks.facts import Facts
from speechgen.checks.reach import PatternWithinSentence, within_sentence
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.repeats.doubled_words import doubled_in_chinese, doubled_words
from speechgen.language import CHINESE, language
from speechgen.messages import translated
from speechgen.model import Severity

_MARK = lazily("[，、；：。！？“”‘’\n]")
_SHORTEST_CLAUSE, _SHORTEST_ECHO = 4, 6  # characters, after another mark and after 。
_LONG_CLAUSE = 7  # a shorter one may be said twice on purpose
_MEANT = lazily(r"[^\u4e00-\u9fff]|[谢祝再加干来去呀啊]|(.)\1")  # 加油加油，加油加油
_YEAR_ON_YEAR = lazily(r"(同比|环比)(?!\1)(?=([^。；！？\n]{0,40}?)(\1)([^，。；：！？、\n]{0,15}))")
_COMPARISONS = PatternWithinSentence(_YEAR_ON_YEAR, ["同比", "环比"])
_CHANGE = lazily(r"[增减升降涨跌高低长落多少]|持平|好转|改善|[、和与及或]")
_COMPARED_TWICE = lazily(r"[比较](?:去年|上年|上一年)(?:同期|度)?[^，。；：！？\n\d]{0,8}?同比")
_DOUBLE_COMPARISONS = PatternWithinSentence(_COMPARED_TWICE, ["同比"])
_FIGURE = lazily(r"[\d%％]|百分之|[一二两三四五六七八九十]+[成倍]")
_ORDINAL = lazily(r"(?:第?[一二三四五六七八九十]+|首先|其次|再次|最后|同时)?[是要]?")
_MARKS = " \t\xa0\u3000，。；：、！？“”‘’（）《》〈〉【】—…·-,.;:!?()\"'"
_WITHOUT_MARKS = dict.fromkeys(map(ord, _MARKS))
# In characters; shorter sentences are refrains or answers.
_MIN_SENTENCE = 24
_MIN_SENTENCE_WITHOUT_SPACES = 10
_STOPS = "。！？；!?.;”’"
_MAX_SHOWN = 30
_UNCERTAIN: Severity = "warning"


@rule("repeat", languages=EVERY_LANGUAGE)
def repeat(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A doubled word or a repeated sentence.

    It is an error if a function word that is never double is doubled (与与, 的的, 进行进行), or a phrase, or if 同比
    is used twice for one figure. It is a warning, because it may be intended, for other words and characters, which may
    be two words (共同同意) or part of a name that is not in the unit file; for a verb that may be doubled at the end of
    a clause (要研究研究) but has an object (提高提高效率); and for repeated sentences. Not reported are words that are
    often doubled (常常), two words that meet (为了了解, 督导组组长), and names.

    Facts:
        people: [{name: 周和和, post: 市委书记}]
    Finds:
        着力把教育实践活动与与推动自身发展结合起来。
        对问题进行进行了梳理，并认真贯彻落实认真贯彻落实。
        信访量同比同比下降57%，投诉量同比下降20%同比。
        我们要把成果巩固好、扩大好。¶大家都要记住。我们要把成果巩固好、扩大好。
        大家共同同意，值得得到支持。
        平时要有检查，平时要有检查，年底要有通报。
        着力提高提高效率，用用行动来回答。
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
    if draft.language != CHINESE:
        yield from doubled_words(draft.text, language(draft.language).proofreading)
    else:
        yield from doubled_in_chinese(draft.text, facts.names)
        yield from _clauses(draft.text)
        yield from _echoes(draft)
        if "同比" in draft.text or "环比" in draft.text:
            yield from _year_on_year(draft.text)
    yield from _sentences(draft)


@within_sentence
def _clauses(text: str) -> Iterator[Finding]:
    """The same words before and after a comma: 科学谋划，科学谋划; or a full stop."""
    clauses = _MARK.split(text)
    end = -1
    for before, clause in pairwise(clauses):
        end += len(before) + 1
        is_long = len(clause) >= _LONG_CLAUSE or not _MEANT.search(clause)
        if clause == before and len(clause) >= _SHORTEST_CLAUSE and text[end : end + 1] in "，、；：" and is_long:
            yield _repeated(text, end + 1, end + 1 + len(clause))


def _echoes(draft: Draft) -> Iterator[Finding]:
    """A short sentence that repeats the last clause of the one before: 很有成效。很有成效。"""
    for (first, end), (start, last) in pairwise(draft.sentences):
        words = draft.text[start:last].rstrip(_STOPS)
        before = draft.text[first:end].rstrip(_STOPS)
        if end == start and len(words) >= _SHORTEST_ECHO and before.endswith(words) and not _MEANT.search(words):
            clause = _MARK.split(before)[-1]
            if clause == words and (words != before or len(words) < _MIN_SENTENCE_WITHOUT_SPACES):
                yield _repeated(draft.text, start, start + len(words))


def _year_on_year(text: str) -> Iterator[Finding]:
    """同比 twice for one figure: 同比下降57%同比. Two figures or two changes may each have it."""
    for found in _COMPARISONS.finditer(text):
        word, between, _, after = found.groups()
        is_one_clause = "，" not in between
        if is_one_clause:
            are_two_comparisons = bool(_FIGURE.search(between) and _FIGURE.search(after)) or re.search(
                "[、和与及或]", between
            )
        else:
            are_two_comparisons = _FIGURE.search(between) or _CHANGE.search(between.removeprefix("，"))
        if not are_two_comparisons:
            severity = None if is_one_clause or between == "，" else _UNCERTAIN
            yield Finding(
                *found.span(3),
                translated("{word} is used twice for one figure", word=word),
                translated("remove one"),
                severity=severity,
            )
    for found in _DOUBLE_COMPARISONS.finditer(text):
        message = translated("{words} states the comparison twice", words=found[0])
        yield Finding(*found.span(), message, translated("remove one"), severity=_UNCERTAIN)


def _sentences(draft: Draft) -> Iterator[Finding]:
    """Repeated sentences; several in a row in one paragraph are one finding."""
    spoken = language(draft.language)
    sentences = draft.sentences
    shortest = _MIN_SENTENCE_WITHOUT_SPACES if spoken.joins_lines_without_space else _MIN_SENTENCE
    thanks = spoken.proofreading.thanks
    endings = [draft.text[start:end].rstrip(_MARKS)[-2:] for start, end in sentences]
    common = Counter(endings)
    seen: dict[str, int] = {}
    first = last = earlier = -1  # the first and last sentence in a row, and the one that the last repeats
    for number, (start, end) in enumerate(sentences):
        if common[endings[number]] == 1:
            continue
        words = draft.text[start:end].translate(_WITHOUT_MARKS)
        if len(words) < shortest or words.lower().startswith(thanks) or _is_title(draft, start, end):
            continue
        before = seen.setdefault(_ORDINAL.sub("", words, count=1), number)
        continues_row = (number, before) == (last + 1, earlier + 1) and draft.number(start) == draft.number(
            sentences[last][0]
        )
        if first >= 0 and not continues_row:
            yield _repeated(draft.text, sentences[first][0], sentences[last][1])
            first = -1
        if before != number:
            first, last, earlier = first if first >= 0 else number, number, before
    if first >= 0:
        yield _repeated(draft.text, sentences[first][0], sentences[last][1])


def _is_title(draft: Draft, start: int, end: int) -> bool:
    """Whether a sentence is a line without a full stop: a title, which each speech in a file may have."""
    passage = draft.passage(start)
    return len(passage.text.strip()) <= end - start and draft.text[end - 1] not in _STOPS


def _repeated(text: str, start: int, end: int) -> Finding:
    words = text[start:end].lstrip()
    shown = words if len(words) <= _MAX_SHOWN else f"{words[: _MAX_SHOWN - 1]}…"
    fix = translated("remove one, unless it is intended")
    return Finding(
        end - len(words), end, translated("{words} is repeated from above", words=shown), fix, severity=_UNCERTAIN
    )
