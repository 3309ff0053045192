"""Find the ordinals that begin list items, anywhere in a speech: 一是, 第一, （一）, 1., 首先."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.ordinal_words import (
    CHARACTERS,
    CLAUSE_BREAKS,
    QUOTED,
    begins_item,
    is_no_ordinal,
    measure_after_one,
    measure_after_ordinal,
)
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups
from speechgen.language import ENGLISH

ANY = 0  # the number of 另一方面 and 最后, which fit after any item

PEOPLE = "1.（）"  # people with their posts, one below the other, each with all levels below: 2.王  强（副书记）
# Levels of heading numbers in official documents (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）; people are above them.
LEVELS = {PEOPLE: -1, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}

ENGLISH_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMERALS = "一二三四五六七八九十"
_HIGHEST = 50  # number of a heading; 2014. is a year

# Where an item may begin: after punctuation; 一是, 一要 and 第一类 anywhere, as in 主要原因一是.
_START = lazily(
    rf"[{re.escape(''.join(sorted(CLAUSE_BREAKS)))}](?:[{_NUMERALS}第（(其首再最另还{_CIRCLED}]|\d{{1,2}}[.．、)）])|第一|一[是要]"
)
_AFTER_IDIOM = lazily(rf"$|[{_NUMERALS}]是|[^\u4e00-\u9fff]")
_RANK_BEFORE = lazily(rf"第(?:[{_NUMERALS}]{{1,3}}|\d{{1,2}})、\Z")
_LONGEST_RANK = 5  # characters of 第二十一、
# Two to four characters, or a name with ·; not a document: 评议表（样式）, 若干措施（试行）
_SPACES = r"[ \u3000]*"
_PERSON = lazily(
    rf"{_SPACES}(?:[\u4e00-\u9fff](?:{_SPACES}[\u4e00-\u9fff]){{1,3}}|[\u4e00-\u9fff]{{1,7}}(?:·[\u4e00-\u9fff]{{1,7}}){{1,3}})"
    rf"{_SPACES}[（(](?![^（）()\n]*(?:样[式表本]|式样|[格模]式|试行|草案|稿|附后|另[发附]|略|份[）)]))[^（）()\n]{{2,24}}[）)]"
    rf"{_SPACES}$",
    re.MULTILINE,
)
_ONLY = 0  # the index of a passage that is read alone
_AFTER_ADVERB = frozenset("，,、：:是要")
_ANYWHERE = frozenset(("第一", "一是", "一要"))


class Item(NamedTuple):
    """The ordinal of a list item, at `start:end` of the draft's text.

    `series` is the first ordinal of its series: 一是, 第一, （一）. `passage` is the index of its passage, which it
    begins if `opens_passage`. `is_doubtful`: the words are an item only if other items follow.
    """

    series: str
    number: int
    start: int
    end: int
    passage: int
    opens_passage: bool
    is_doubtful: bool = False

    def moved(self, by: int, passage: int) -> Item:
        """The same item, `by` characters further on, in another passage."""
        series, number, start, end, _, opens_passage, is_doubtful = self
        return Item(series, number, start + by, end + by, passage, opens_passage, is_doubtful)

    @property
    def level(self) -> int:
        """The level of a heading number, or of a numbered person; 0 for other series."""
        return LEVELS.get(self.series, 0)

    @property
    def has_measure_word(self) -> bool:
        """Whether the ordinal has a measure word: 第一类, 第一件事."""
        return len(self.series) > 2 and self.series.startswith("第一")

    @property
    def is_one_of_several(self) -> bool:
        """Whether it is one of several without a number: 一种是…, 另一种是…"""
        return len(self.series) == 3 and self.series[0] == "一" and self.series[2] == "是"

    @property
    def is_verbal(self) -> bool:
        """Whether it is a numeral with a verb: 一靠, 二靠; 一看, 二问, 三听."""
        return (
            self.is_doubtful and len(self.series) == 2 and self.series[0] == "一" and self.series[1] not in "是要则来曰"
        )


@cache
def chinese_numbers() -> Mapping[str, int]:
    """The numbers from 1 to 99 by their numerals. Chinese is imported for them, so a check of English has none."""
    from speechgen.language.zh_cn import whole_numeral

    return {whole_numeral(number): number for number in range(1, 100)}


def items_of(draft: Draft) -> Iterator[Item]:
    """Yield each item of the speech in order, except in quotations."""
    if draft.language == ENGLISH:
        from speechgen.checks.rules.lists.english_items import english_items

        yield from _without_quoted(draft.text, english_items(draft))
        return
    for index, passage in enumerate(draft.passages):
        if passage.kind in ("heading", "paragraph", "item", "author"):
            for item in _items_in(passage.text):
                # The first of several people is below the title.
                if passage.kind != "author" or (item.opens_passage and item.series == PEOPLE):
                    yield item.moved(passage.start, index)


def _without_quoted(text: str, items: Iterable[Item]) -> Iterator[Item]:
    """The items that do not begin inside quotation marks."""
    quotations = iter([*QUOTED.finditer(text), None])
    quotation = next(quotations)
    for item in items:
        while quotation and quotation.end() <= item.start:
            quotation = next(quotations)
        is_quoted = quotation is not None and quotation.start() < item.start
        if not is_quoted and not is_no_ordinal(text, item.start, item.end):
            yield item


def ordinal_in_series(series: str, number: int, like: str = "") -> str:
    """The ordinal of a number in a series: 三是, （三）; with the brackets or capitals of `like`."""
    if series == "首先":
        return ("首先", "其次", "再次")[min(number, 3) - 1]
    if series.endswith("first"):
        word = ENGLISH_ORDINALS[number - 1] if number <= len(ENGLISH_ORDINALS) else str(number)
        word = series.replace("first", word)
        return word.capitalize() if like[:1].isupper() else word
    if series == "①":
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"（{number}）"
    if "1" in series:
        return re.sub(r"\d+", str(number), like or series, count=1)
    from speechgen.language.zh_cn import whole_numeral

    return series.replace("一", whole_numeral(number), 1)


@lru_cache(maxsize=2048)  # units have most paragraphs in common
def _items_in(words: str) -> Sequence[Item]:
    """The items in a passage, as in a speech that has no other."""
    begin = len(words) - len(words.lstrip())
    text = f"{words}\n"
    items = [_item(text, begin, _Position(True, ""))]
    for found in _START.finditer(words, begin):
        at = found.start() + (found[0] not in _ANYWHERE)  # after the punctuation mark
        if at > begin:
            items.append(_item(text, at, _Position(False, text[at - 1])))
    return tuple(_without_quoted(words, filter(None, items)))


class _Position(NamedTuple):
    """Where an item may begin: at the start of a passage, or after the character `before`."""

    opens_passage: bool
    before: str

    @property
    def begins_clause(self) -> bool:
        return self.opens_passage or self.before in CLAUSE_BREAKS


def _item(text: str, at: int, position: _Position) -> Item | None:
    parse = _PARSERS.get(text[at])
    may_begin_here = position.begins_clause or text[at] in "一第"
    return parse(text, at, position) if parse and may_begin_here else None


def _numeral(text: str, at: int) -> str:
    end = at
    while end < at + 3 and text[end : end + 1] and text[end] in _NUMERALS:
        end += 1
    return text[at:end]


def _numbered(text: str, at: int, position: _Position) -> Item | None:
    """一是, 一要, 一、, 一方面, 一则, 一来, 一曰, 一靠, 一个是."""
    numeral = _numeral(text, at)
    number, end = chinese_numbers().get(numeral, 0), at + len(numeral)
    after, then = text[end : end + 1], text[end + 1 : end + 2]
    known = character_groups(CHARACTERS)
    may_begin_here = position.begins_clause or (after in "是要" and position.before not in known["not_before_numeral"])
    if not number or not after or not may_begin_here:
        return None
    series, is_doubtful = f"一{after}", True
    if after == "是":
        is_idiom = then == numeral and _AFTER_IDIOM.match(text, end + 2)  # 一是一，二是二; not 一是一把手带头
        is_item, is_doubtful = not is_idiom, not position.begins_clause
    elif after == "要":
        is_item, is_doubtful = then not in known["not_after_numeral"], not position.begins_clause
    elif after == "、":
        is_range = (
            chinese_numbers().get(then) == number + 1 and text[end + 2 : end + 3] not in known["measures_after_range"]
        )  # 二、三季度
        begins = position.opens_passage or position.before in "：；。:;" or (number > 1 and position.before == "，")
        is_item, is_doubtful = begins and not is_range, False
    elif after in "则来曰":
        is_item = after != "来" or then not in chinese_numbers()  # not 一来二去
    elif number == 1 and text.startswith("方面", end):
        series, is_item, is_doubtful, end = "一方面", True, False, end + 1
    elif number == 1 and (measure := measure_after_one(text, end)):
        series, is_item = f"一{measure}是", True
    else:
        is_other = after in known["not_verbs"] or not "\u4e00" <= after <= "\u9fff"
        is_item = after in known["verbs"] if number == 1 else not is_other
    return Item(series, number, at, end + 1, _ONLY, position.opens_passage, is_doubtful) if is_item else None


def _ordinal_with_di(text: str, at: int, position: _Position) -> Item | None:
    """第一，, 第一是; 第一类, 第一件事; not 名列第六、第七."""
    if position.before == "、" and _RANK_BEFORE.search(text, max(0, at - _LONGEST_RANK), at):
        return None
    numeral = _numeral(text, at + 1)
    number, end = chinese_numbers().get(numeral, 0), at + 1 + len(numeral)
    if text.startswith("、第", end):
        return None
    if begins_item(text, end):
        is_item, series, is_doubtful = position.begins_clause, "第一", False
    else:
        measure = measure_after_ordinal(text, end)
        series = "第一" + (measure if len(measure) == 1 else measure.removeprefix("个"))
        is_item, is_doubtful, end = bool(measure) and (position.begins_clause or number == 1), True, end + len(measure)
    return Item(series, number, at, end, _ONLY, position.opens_passage, is_doubtful) if is_item and number else None


def _bracketed(text: str, at: int, position: _Position) -> Item | None:
    """（一）, （1）."""
    end = next((end for end in range(at + 2, at + 5) if text[end : end + 1] in ("）", ")")), 0)
    words = text[at + 1 : end]
    if words in chinese_numbers():
        return _heading_number("（一）", chinese_numbers()[words], at, end + 1, position)
    return _heading_number("（1）", int(words), at, end + 1, position) if words.isdecimal() else None


def _dotted(text: str, at: int, position: _Position) -> Item | None:
    """1., 1、, 1）; not 1.5."""
    end = at + 1 + text[at + 1 : at + 2].isdecimal()
    is_item = text[end : end + 1] in tuple(".．、)）") and not text[end + 1 : end + 2].isdecimal()
    series = "1." if not (position.opens_passage and _PERSON.match(text, end + 1)) else PEOPLE
    return _heading_number(series, int(text[at:end]), at, end + 1, position) if is_item else None


def _heading_number(series: str, number: int, at: int, end: int, position: _Position) -> Item | None:
    is_item = 0 < number < _HIGHEST and (position.opens_passage or position.before in "：；。:;，,")
    return Item(series, number, at, end, _ONLY, position.opens_passage) if is_item else None


def _circled(text: str, at: int, position: _Position) -> Item | None:
    return Item("①", _CIRCLED.index(text[at]) + 1, at, at + 1, _ONLY, position.opens_passage)


def _adverb(text: str, at: int, position: _Position) -> Item | None:
    """首先, 其次, 再次, 最后; 其一; 再一个是."""
    words, then = text[at : at + 2], text[at + 2 : at + 3]
    number = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": ANY}.get(words)
    if words == "再一":
        return _another_one(text, at, position)
    if number is None:
        numeral = _numeral(text, at + 1) if text[at] == "其" else ""
        end = at + 1 + len(numeral)
        is_item = numeral in chinese_numbers() and text[end : end + 1] in tuple("，、：:,是在要")  # not 其一生
        return Item("其一", chinese_numbers()[numeral], at, end, _ONLY, position.opens_passage) if is_item else None
    is_adverb = (words == "再次" and then not in _AFTER_ADVERB) or (words == "最后" and then == "一")
    is_doubtful = position.before in "，、,（(" and not position.opens_passage and then not in _AFTER_ADVERB
    return None if is_adverb else Item("首先", number, at, at + 2, _ONLY, position.opens_passage, is_doubtful)


def _another_one(text: str, at: int, position: _Position) -> Item | None:
    """另一方面, 另外一个是, 还有一种情况是."""
    end = at + next((len(words) for words in ("另外一", "另一", "还有一", "再一") if text.startswith(words, at)), 0)
    if end == at:
        return None
    if text.startswith("方面", end):
        return Item("一方面", ANY, at, end + 2, _ONLY, position.opens_passage)
    measure = measure_after_one(text, end)
    return Item(f"一{measure}是", ANY, at, end + 1, _ONLY, position.opens_passage) if measure else None


# How to parse an item, by its first character.
_PARSERS: Mapping[str, Callable[[str, int, _Position], Item | None]] = {
    **dict.fromkeys(_NUMERALS, _numbered),
    **dict.fromkeys("第", _ordinal_with_di),
    **dict.fromkeys("（(", _bracketed),
    **dict.fromkeys("0123456789", _dotted),
    **dict.fromkeys(_CIRCLED, _circled),
    **dict.fromkeys("首其再最", _adverb),
    **dict.fromkeys("另还", _another_one),
}
