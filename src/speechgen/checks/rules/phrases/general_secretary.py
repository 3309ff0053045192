"""The name 习近平 with a character dropped, doubled or mistyped; a 习 after 学 is the second one of 学习."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily

_NAME = "习近平"
_POST = "(?=总书记|主席|同志(?!们))"
_TOPIC = (
    "(?=总书记|主席|同志(?!们)|新时代|关于|在|重要|系列|讲话|论|法治思想|强军思想|外交思想|经济思想|文化思想|生态文明)"
)
# 学习, and verbs that end with 学: 领学习近平总书记重要讲话 is 领学 and the name. So is 同学.
_AFTER_LEARNING = lazily(f"(?<![领自研导联带跟先再细精深真重通同共补逐互传讲比勤苦善])学习近平{_TOPIC}")
_DROPPED = lazily("(?<![习附最靠接临亲相贴逼迫])近平(?=总书记|主席|新时代中国特色)")
_DOUBLED = lazily("(?<![学研修温复传讲练见实自补演])习{2,}近平|学习{3,}近平")
_MISTYPED = lazily(
    rf"习[^习近平\n]平{_POST}|习近[^平\n，。、]{_POST}|习近{_POST}|习平{_POST}|习平近|习近近平|习近平平(?!均|时|日|易|台|衡|等)"
    rf"|[刁刀羽](?:近平|进平){_POST}"
)


def general_secretary(text: str) -> Iterator[Finding]:
    """Yield each wrong form of the General Secretary's name. The replacements are right in either reading."""
    if "近平" not in text and "习" not in text:
        return
    for found in _AFTER_LEARNING.finditer(text):
        yield _finding(*found.span(), found[0], f"学{_NAME[0]}{_NAME}", "one 习 is missing")
    for found in _DROPPED.finditer(text):
        yield _finding(*found.span(), found[0], _NAME, "习 is missing")
    for found in _DOUBLED.finditer(text):
        is_learning = found[0].startswith("学")
        yield _finding(*found.span(), found[0], f"学习{_NAME}" if is_learning else _NAME, "习 is doubled")
    for found in _MISTYPED.finditer(text):
        yield _finding(*found.span(), found[0], _NAME, f"{found[0]} is a misspelling of {_NAME}")


def _finding(start: int, end: int, written: str, right: str, what: str) -> Finding:
    message = what if what.startswith(written) else f"{written}: {what}"
    return Finding(start, end, message, f"write {right}", right)
