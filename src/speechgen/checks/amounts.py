"""Numbers with a measure word: 四个方面, 三点建议, 两条意见. Not ordinals, parts of a number, or set phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.list_items import CHINESE_NUMBERS

NUMBER = r"(?:二十|十[一二三四五六七八九]?|[二三四五六七八九两]|\d{1,2})"
_MOST = 20  # items that anybody announces
_AMOUNT = re.compile(
    rf"(?P<number>{NUMBER})(?:大(?=[类项块步件方]))?(?P<measure>[个点条项件句层种类步招部样道关处把副本起篇组张块支笔大对]|方(?=面))"
    r"(?P<noun>[\u4e00-\u9fff]{0,10})"
    rf"|(?<=[有是为])(?P<alone>{NUMBER})(?=[：:。，；,;]|$)"
)
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」")
# Before a number: it is an ordinal, or one of a number that goes on. 第三点, 每两项, 三四个, 2.3个.
_NOT_AFTER = frozenset("第每各某前余头近约逾超上.〔﹒·％%—～－-零一二三四五六七八九十百千万亿两几数多0123456789")
# Set phrases that count what everybody knows. A list that follows one is a list of something else.
# fmt: off
_TERMS = (
    "四个意识", "四个自信", "四个全面", "四个伟大", "四个服从", "四个不摘", "四个表率", "四个革命", "四个走在前",
    "两个维护", "两个确立", "两个大局", "两个结合", "两个务必", "两个先锋队", "两个一百年", "两个毫不动摇",
    "两个革命", "三个代表", "三个务必", "三个区分开来", "三个规定", "三个面向", "三个倡导", "三个更加注重",
    "三大攻坚战", "三大作风", "三大规律", "三项基本制度", "四大考验", "四种危险", "四大危险", "四种形态",
    "四项基本原则", "四个现代化", "五个必由之路", "五大发展理念", "五大文明", "五个一工程", "六个必须坚持",
    "六项纪律", "六大纪律", "七个有之", "七种能力", "八项本领", "八项规定", "八个明确", "八个坚定不移", "十个明确",
    "十个坚持", "十三个方面成就", "十四个坚持", "两个基本点", "两个文明", "八个带头", "五个一批",
)
# fmt: on


class Amount(NamedTuple):
    """A number of things: `start` to `end` are the words 四个方面 in the text; 的特点 after them is of the `noun`.

    `beside` are numbers that stand close by: which one is meant is not always certain.
    """

    number: int
    start: int
    end: int
    measure: str
    noun: str
    beside: frozenset[int] = frozenset()


def amounts_in(text: str, start: int, end: int) -> Iterator[Amount]:
    """Every amount between two places of a text, outside quotation marks."""
    quoted: list[tuple[int, int]] | None = None
    for found in _AMOUNT.finditer(text, start, end):
        words = found["number"] or found["alone"]
        number, at = number_of(words), found.start()
        if not 1 < number <= _MOST or (at > start and text[at - 1] in _NOT_AFTER) or text.startswith(_TERMS, at):
            continue
        if quoted is None:
            quoted = [each.span() for each in _QUOTED.finditer(text, start, end)]
        if not any(begin < at < stop for begin, stop in quoted):
            measure, noun = found["measure"] or "", found["noun"] or ""
            stop = found.end("measure") + len(_head(noun, measure)) if measure else found.end()
            yield Amount(number, at, stop, measure, noun)


def number_of(words: str) -> int:
    """The number that a numeral says, 0 where it says none."""
    return int(words) if words.isdecimal() else 2 if words == "两" else CHINESE_NUMBERS.get(words, 0)


def _head(noun: str, measure: str) -> str:
    """方面 of 方面的特点: what is said together with the number in a message."""
    if measure in "个大":
        return re.split("[的都已]", noun[:2])[0]
    return noun[:1] if noun[:1] and noun[0] in "事话面" else ""
