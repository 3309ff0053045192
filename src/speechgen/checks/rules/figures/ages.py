"""Two ages of one body: 校友会成立20周年, and 校友会走过了30年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.numerals import CHINESE_NUMERALS, read_whole_number
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_HAN = "\u4e00-\u9fff"
_NUMBER = rf"(?P<number>[0-9]{{1,3}}|[{CHINESE_NUMERALS}]{{1,5}})"
_ANNIVERSARY = lazily(
    rf"(?P<subject>[{_HAN}]{{3,16}}?)(?:成立|建立|创建|创办|组建|建会|建校|建院|建厂|建社|建所|建馆|开馆)(?:以来)?(?:的)?{_NUMBER}周年"
)
_WENT_THROUGH = lazily(
    rf"(?P<subject>[{_HAN}]{{3,16}}?)(?:已经|已)?(?:经历|走过|度过|历经|走完)了?{_NUMBER}年(?=[的来{_HAN}，。、])"
)
_FOR_YEARS = lazily(rf"{_NUMBER}年来[，,]?(?P<subject>[{_HAN}]{{3,16}})")
_OTHER_TIME = lazily("[12][0-9]{3}年|当年|那时|当时|曾|即将|迎来|前")
_BEFORE_NAME = ("的", "是", "在", "到", "，", "我们", "庆祝", "纪念")
_LEAST_YEARS = 5  # 一年来 is a time, not an age
_LEAST = 3  # characters of a name


class _Age(NamedTuple):
    start: int
    end: int
    years: int
    subject: str
    follows: bool  # the subject is after the number


def ages(figures: Figures) -> Iterator[Finding]:
    """Report each age that the anniversaries of the same body contradict."""
    text = figures.text
    if "周年" not in text:
        return
    anniversaries = _ages(text, _ANNIVERSARY)
    others = [*_ages(text, _WENT_THROUGH), *_ages(text, _FOR_YEARS, follows=True)] if anniversaries else []
    for age in sorted(others):
        same = [each for each in anniversaries if _is_same_body(each, age)]
        if same and all(abs(each.years - age.years) > 1 for each in same):
            words, other = text[age.start : age.end], text[same[0].start : same[0].end]
            message = translated(
                "{words} of {subject}, but elsewhere the speech has {other}",
                words=words,
                subject=age.subject,
                other=other,
            )
            yield Finding(age.start, age.end, message, translated("correct one of them"), severity="warning")


def _ages(text: str, pattern: re.Pattern[str], *, follows: bool = False) -> list[_Age]:
    found = []
    for each in pattern.finditer(text):
        start, end = each.start("number"), each.end("number")
        years = read_whole_number(each["number"])
        clause = text[start_of(text, start, SENTENCE, 24) : end_of(text, end, limit=12)]
        if years and years >= _LEAST_YEARS and not _OTHER_TIME.search(clause):
            end += 2 if text.startswith("周", end) else 1
            found.append(_Age(start, end, years, each["subject"], follows))
    return found


def _is_same_body(one: _Age, other: _Age) -> bool:
    """Whether both subjects are the same name, or one has only the end of the other: 研究会."""
    if other.follows:
        longest = min(len(one.subject), len(other.subject))
        return any(one.subject.endswith(other.subject[:length]) for length in range(_LEAST + 1, longest + 1))
    pairs = zip(reversed(one.subject), reversed(other.subject), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    rests = (one.subject[: len(one.subject) - same], other.subject[: len(other.subject) - same])
    return same >= _LEAST and any(not rest or rest.endswith(_BEFORE_NAME) for rest in rests)
