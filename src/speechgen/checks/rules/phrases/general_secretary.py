"""The name 习近平 with a character dropped, doubled or mistyped; a 习 after 学 is the second one of 学习."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_NAME = "习近平"
_POST = "(?=总书记|主席|同志(?!们))"
_TOPIC = "(?=总书记|主席|同志(?!们)|新时代|关于|在|重要|系列|讲话|论|法治思|强军思|外交思|经济思|文化思|生态文明)"
# 学习, and verbs that end with 学: 领学习近平总书记重要讲话 is 领学 and the name. So is 同学; but not 认真学习.
_LEARNERS = "领自研导联带跟先再细精深真重通同共补逐互传讲比勤苦善"
_ADVERBS = [
    "认真",
    "仔细",
    "共同",
    "首先",
    "率先",
    "注重",
    "着重",
    "相互",
    "互相",
    "紧跟",
    "领导",
    "指导",
    "一同",
    "随同",
]
_BEFORE = f"(?:(?<![{_LEARNERS}])|{'|'.join(f'(?<={adverb})' for adverb in _ADVERBS)})"
_AFTER_LEARNING = lazily(f"{_BEFORE}学习近平{_TOPIC}")
_DROPPED = lazily("(?<![习附最靠接临亲相贴逼迫刁刀羽])近平(?=总书记|主席|新时代)")
_DOUBLED = lazily("(?<![学研修温复传讲练见实自补演习])习{2,}近平|(?<=学)习{3,}近平")
_MISTYPED = lazily(
    rf"习(?:[^习近平\n]平{_POST}|近[^平\n，。、]?{_POST}|平{_POST}|平近|近近平|近平平(?![均时日易台衡等]))"
)
_FIRST = lazily(rf"[刁刀羽][近进]平{_POST}")


def general_secretary(text: str) -> Iterator[Finding]:
    """Yield each wrong form of the General Secretary's name. The replacements are right in either reading."""
    if "学习近平" in text:
        for found in _AFTER_LEARNING.finditer(text):
            yield _finding(*found.span(), f"学习{_NAME}", translated("{written}: one 习 is missing", written=found[0]))
    if text.count("近平") > text.count(_NAME):
        for found in (*_DROPPED.finditer(text), *_FIRST.finditer(text)):
            yield _finding(*found.span(), _NAME, translated("{written}: 习 is missing", written=found[0]))
    if "习习" in text:
        for found in _DOUBLED.finditer(text):
            is_learning = text[found.start() - 1 : found.start()] == "学"
            yield _finding(
                *found.span(),
                f"习{_NAME}" if is_learning else _NAME,
                translated("{written}: 习 is doubled", written=found[0]),
            )
    for found in _MISTYPED.finditer(text) if _may_be_mistyped(text) else ():
        yield _finding(
            *found.span(), _NAME, translated("{written} is a misspelling of {right}", written=found[0], right=_NAME)
        )


def _may_be_mistyped(text: str) -> bool:
    """Whether a text has 习 with 近 or 平 after it other than in 习近平; compiling the pattern takes a millisecond."""
    if "习近平平" in text:
        return True
    at = text.find("习")
    while at >= 0:
        after = text[at + 1 : at + 3]
        if after != "近平" and ("平" in after or after.startswith("近")):
            return True
        at = text.find("习", at + 1)
    return False


def _finding(start: int, end: int, right: str, message: str) -> Finding:
    return Finding(start, end, message, translated("write {right}", right=right), right)
