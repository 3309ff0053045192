"""Relative days and years in the wrong tense: 明天, 下周, 明年 and 四季度 in the past; 昨天 and 上周 in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.days.tense_words import FUTURE, PAST
from speechgen.checks.rules.days.written_dates import DateRange
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups
from speechgen.messages import translated
from speechgen.model import Severity

# The month in which each period begins.
_PERIODS = {"一季度": 1, "二季度": 4, "三季度": 7, "四季度": 10, "下半年": 7, "年底": 12, "年末": 12}
_LATER_WORDS = PatternWithinSentence(lazily("‹days/words later_days›"))
_EARLIER_WORDS = PatternWithinSentence(lazily("‹days/words earlier_days›"))
_PERIOD_WORDS = PatternWithinSentence(lazily("|".join(_PERIODS)), tuple(_PERIODS))
_NOT_ALONE = tuple("的0123456789底初春夏秋冬")  # 明年的计划, 明年3月, 明年春天
_WILL = lazily(r"[，,]?[^，,。；;\n]{0,12}?(?:将于|将在|将会|将要|将召开|即将|拟于|定于|计划于|准备于)")
_THEN = lazily("‹days/words planned_then›")
_CLAUSE = "，。；！？\n"
_NEAR = 16  # characters after the word that are searched for a word of the past


def relative_days(text: str, meeting: DateRange, body: int) -> Iterator[Finding]:
    """Check every such word from the character `body` on against the tense of its clause."""
    words = groups("days/words")
    for start, word in _occurrences(_LATER_WORDS, text, body):
        if past := _past_word(start + len(word), text):
            severity: Severity = "error" if past in ("已", "已经", "刚刚") else "warning"
            yield _finding(
                start,
                word,
                translated("{word} is in the future, but {past} puts it in the past", word=word, past=past),
                severity,
            )
    for start, word in _occurrences(_EARLIER_WORDS, text, body):
        end = start + len(word)
        will = _WILL.match(text, end)
        if will and not _THEN.search(text, start_of(text, start, SENTENCE), end_of(text, end, _CLAUSE)):
            yield _finding(
                start,
                word,
                translated("{word} is in the past, but {words} puts it in the future", word=word, words=will[0][-2:]),
                "warning",
            )
    for start, word in _occurrences(_PERIOD_WORDS, text, body):
        first = date(meeting.first.year, _PERIODS[word], 1)
        is_this_year = text.endswith(("今年", "今年的", "今年第", "今"), 0, start)
        is_later = first > meeting.last and (is_this_year or not text.endswith(words["other_year_before"], 0, start))
        if is_later and (past := _past_word(start + len(word), text)):
            message = translated(
                "{word} begins on {first}, after the meeting, but {past} puts it in the past",
                word=word,
                first=first,
                past=past,
            )
            yield _finding(start, word, message, "error" if is_this_year else "warning")


def _occurrences(words: PatternWithinSentence, text: str, at: int) -> Iterator[tuple[int, str]]:
    """Yield the position of every occurrence from `at` on, with the word."""
    for found in words.finditer(text):
        if found.start() >= at:
            yield found.start(), found[0]


def _past_word(at: int, text: str) -> str | None:
    """The word that puts the clause at this position in the past; None if there is none, or if the future is meant."""
    end = end_of(text, at, _CLAUSE)
    if end - at <= 4 and text[end : end + 1] == "，":
        end = end_of(text, end + 1, _CLAUSE)
    if text.startswith(_NOT_ALONE, at) or FUTURE.search(text, start_of(text, at, SENTENCE), end):
        return None
    past = PAST.search(text, at, min(end, at + _NEAR))
    return past[0] if past and "到" not in text[start_of(text, at, _CLAUSE) : at] else None


def _finding(start: int, word: str, message: str, severity: Severity) -> Finding:
    return Finding(
        start, start + len(word), message, translated("correct {word} or the tense", word=word), severity=severity
    )
