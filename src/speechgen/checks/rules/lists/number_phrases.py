"""Find numbers with a measure word: 四个方面, 三点建议, 两条意见. Not ordinals, parts of numbers, or set phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.rules.lists.items import chinese_numbers
from speechgen.checks.rules.lists.ordinal_words import QUOTED
from speechgen.model import lazily

NUMBER = r"(?:二十|十[一二三四五六七八九]?|[二三四五六七八九两]|\d{1,2})"
_MAX_NUMBER = 20  # of items in a list
_NUMBER = lazily(NUMBER)
_MEASURES = frozenset("个点条项件句层种类步招部样道关处把副本起篇组张块支笔大对方")
_MAX_NOUN_LENGTH = 10  # characters
# Before a numeral that is an ordinal or part of a longer number: 第三点, 每两项, 三四个, 2.3个.
_NOT_AFTER = frozenset("第每各某前余头近约逾超上.〔﹒·％%—～－-零一二三四五六七八九十百千万亿两几数多0123456789")
# Set phrases for well-known things. A list that follows one is not a list of them.
# fmt: off
SET_PHRASES = (
    "四个意识", "四个自信", "四个全面", "四个伟大", "四个服从", "四个不摘", "四个表率", "四个革命", "四个走在前",
    "两个维护", "两个确立", "两个大局", "两个结合", "两个务必", "两个先锋队", "两个一百年", "两个毫不动摇",
    "两个革命", "三个代表", "三个务必", "三个区分开来", "三个规定", "三个面向", "三个倡导", "三个更加注重",
    "三大攻坚战", "三大作风", "三大规律", "三项基本制度", "四大考验", "四种危险", "四大危险", "四种形态",
    "四项基本原则", "四个现代化", "五个必由之路", "五大发展理念", "五大文明", "五个一工程", "六个必须坚持",
    "六项纪律", "六大纪律", "七个有之", "七种能力", "八项本领", "八项规定", "八个明确", "八个坚定不移", "十个明确",
    "十个坚持", "十三个方面成就", "十四个坚持", "两个基本点", "两个文明", "八个带头", "五个一批",
)
# fmt: on


class NumberPhrase(NamedTuple):
    """A number with its measure word, such as 四个方面, at `start:end` of a text. `noun`: 方面 and the words after it.

    `nearby_numbers` are other numbers in the same sentence, since it is not always clear which one announces a list.
    """

    number: int
    start: int
    end: int
    measure: str
    noun: str
    nearby_numbers: frozenset[int] = frozenset()


def number_phrases(text: str, start: int, end: int, *, in_quotations: bool = False) -> Iterator[NumberPhrase]:
    """Yield each number phrase in `text[start:end]`, except in quotations unless these are wanted too."""
    quoted: list[tuple[int, int]] | None = None
    for found in _NUMBER.finditer(text, start, end):
        at = found.start()
        phrase = _phrase(text, at, found.end(), end)
        if phrase is None or (at > start and text[at - 1] in _NOT_AFTER) or text.startswith(SET_PHRASES, at):
            continue
        if in_quotations:
            yield phrase
            continue
        if quoted is None:
            quoted = [each.span() for each in QUOTED.finditer(text, start, end)]
        if not any(begin < at < stop for begin, stop in quoted):
            yield phrase


def _phrase(text: str, at: int, after: int, end: int) -> NumberPhrase | None:
    """The phrase that begins at `at`: 四个方面, 三大类; 四 in 有四：, without a measure word."""
    number = number_of(text[at:after])
    if not 1 < number <= _MAX_NUMBER:
        return None
    measure = text[after:end][:1]
    if measure == "大" and text[after + 1 : after + 2] in tuple("类项块步件方"):
        measure, after = text[after + 1], after + 1
    if measure == "方" and not text.startswith("面", after + 1):
        return None
    if measure in _MEASURES:
        noun = _noun(text, after + 1, end)
        return NumberPhrase(number, at, after + 1 + len(_short_noun(noun, measure)), measure, noun)
    is_alone = measure in ("", *"：:。，；,;") and text[at - 1 : at] in ("有", "是", "为")
    return NumberPhrase(number, at, after, "", "") if is_alone else None


def _noun(text: str, start: int, end: int) -> str:
    """The Chinese characters from `start` on: 方面的特点."""
    stop = start
    while stop < min(end, start + _MAX_NOUN_LENGTH) and "\u4e00" <= text[stop] <= "\u9fff":
        stop += 1
    return text[start:stop]


def number_of(words: str) -> int:
    """The value of a numeral; 0 if it is not one."""
    return int(words) if words.isdecimal() else 2 if words == "两" else chinese_numbers().get(words, 0)


def _short_noun(noun: str, measure: str) -> str:
    """The part of the noun that is shown with the number in a message: 方面 of 方面的特点."""
    if measure not in "个大":
        return noun[:1] if noun[:1] in ("事", "话", "面") else ""
    ends = [at for at, character in enumerate(noun[:2]) if character in "的都已"]
    return noun[: min([2, *ends])]
