"""Items of lists: the ordinals that open them, wherever they stand in a speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from speechgen.checks.list_words import (
    BREAKS,
    COUNTED,
    COUNTED_ON,
    NO_ITEM_AFTER,
    NO_ITEM_BEFORE,
    NO_VERBS,
    ONE,
    PLACE_MARK,
    VERBS,
)
from speechgen.checks.rule import Draft
from speechgen.language.zh_numerals import whole_numeral

ANY = 0  # the number of 另一方面 and 最后: whichever comes next

# The numbering of headings by its level, as GB/T 9704-2012, 7.3.3 has it for official documents: 一、 （一） 1. （1）
LEVELS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}

CHINESE_NUMBERS = {whole_numeral(number): number for number in range(1, 100)}
ENGLISH_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": ANY}
_ANYWHERE = frozenset(("第一", "一是", "一要"))
_HIGHEST = 50  # of a heading; 2014. is a year

_QUOTED = re.compile(r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」")
_NUMERAL = "[一二三四五六七八九十]"
# Where an item may begin: after a mark; 一是, 一要 and 第一类 anywhere, for 主要原因一是.
_CHINESE_START = re.compile(
    rf"[{re.escape(''.join(BREAKS))}][一二三四五六七八九十第（(其首再最另还0-9{_CIRCLED}]|第一|一[是要]"
)
_CHINESE = re.compile(
    rf"(?P<numeral>{_NUMERAL}{{1,3}})"
    rf"|第(?P<place>{_NUMERAL}{{1,3}})"
    rf"|[（(](?P<bracketed>{_NUMERAL}{{1,3}}|\d{{1,2}})[）)]"
    rf"|其(?P<its>{_NUMERAL}{{1,2}})(?=[，、：:,是在要])"
    r"|(?P<word>首先|其次|再次(?=[，,、：是要])|再者|最后(?!一))"
    r"|(?P<other>另外?|还有|再)一"
    rf"|(?P<circled>[{_CIRCLED}])"
    r"|(?P<digits>\d{1,2})(?=[.．、)）](?!\d))"
)
_ENGLISH_START = re.compile("[ —“(][FSTENLfstenl]")
_ENGLISH = re.compile(
    rf"(?:(?P<word>{'|'.join(ENGLISH_ORDINALS)})(?:ly)?(?=,)|(?P<last>finally|lastly)(?=,)"
    rf"|(?-i:The) (?P<the>{'|'.join(ENGLISH_ORDINALS)})(?= (?:[a-z]+ )?(?:is|was)\b)"
    r"|[（(](?P<bracketed>\d{1,2})[）)]|(?P<digits>\d{1,2})(?=[.)] ))",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """The opening words of an item, `start` to `end` of the draft's text.

    `series` is how the first of its list would be numbered: 一是, 第一, （一）. `passage` is the index of its passage,
    and `opens` tells that it opens this passage. `doubtful`: words that are an item only where others follow.
    """

    series: str
    number: int
    start: int
    end: int
    passage: int
    opens: bool
    doubtful: bool = False

    @property
    def level(self) -> int:
        """The level of a heading's number, 0 of other series."""
        return LEVELS.get(self.series, 0)

    @property
    def is_counted(self) -> bool:
        """第一类, 第一件事: a place among things that have a measure word."""
        return len(self.series) > 2 and self.series.startswith("第一")

    @property
    def is_one(self) -> bool:
        """一种是…, 另一种是…"""
        return len(self.series) == 3 and self.series[0] == "一" and self.series[2] == "是"

    @property
    def is_verbal(self) -> bool:
        """一靠, 二靠; 一看, 二问, 三听."""
        return self.doubtful and len(self.series) == 2 and self.series[0] == "一" and self.series[1] not in "是要则来曰"


def items_of(draft: Draft) -> Iterator[Item]:
    """Every item of the body, in order. What stands in quotation marks belongs to what is quoted."""
    starts, read = (_ENGLISH_START, _english_item) if draft.language == "en" else (_CHINESE_START, _chinese_item)
    text, quotations = draft.text, iter([*_QUOTED.finditer(draft.text), None])
    quotation = next(quotations)
    for index, passage in enumerate(draft.passages):
        if passage.kind not in ("heading", "paragraph"):
            continue
        begin = passage.end - len(passage.text.lstrip())
        item = read(text, begin, index, opens=True)
        if item:
            yield item
        for found in starts.finditer(text, begin, passage.end):
            at = found.start() + (found[0] not in _ANYWHERE)
            while quotation and quotation.end() <= at:
                quotation = next(quotations)
            if at > begin and (quotation is None or quotation.start() >= at):
                item = read(text, at, index, opens=False)
                if item:
                    yield item


def words_of(series: str, number: int, like: str = "") -> str:
    """The ordinal that a number has in a series: 三是, （三）; in the style of other words where that matters."""
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
    return series.replace("一", whole_numeral(number), 1)


class _Spot(NamedTuple):
    """Where words stand that may open an item: at the start of their passage, or after the character `before`."""

    passage: int
    opens: bool
    before: str

    @property
    def begins_clause(self) -> bool:
        return self.opens or self.before in BREAKS


def _chinese_item(text: str, at: int, passage: int, *, opens: bool) -> Item | None:
    spot = _Spot(passage, opens, "" if opens else text[at - 1])
    found = _CHINESE.match(text, at) if spot.begins_clause or text[at] in "一第" else None
    return _READERS[found.lastgroup or ""](text, found, spot) if found else None


def _numbered(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    """一是, 一要, 一、, 一方面, 一则, 一来, 一曰, 一靠, 一个是."""
    start, end = found.span()
    number = CHINESE_NUMBERS.get(found[0], 0)
    after, then = text[end : end + 1], text[end + 1 : end + 2]
    may_stand = spot.begins_clause or (after in "是要" and spot.before not in NO_ITEM_BEFORE)
    if not number or not after or not may_stand:
        return None
    series, is_doubtful, one = f"一{after}", True, None
    if after == "是":
        is_item, is_doubtful = then != found[0], not spot.begins_clause  # not 一是一，二是二
    elif after == "要":
        is_item, is_doubtful = then not in NO_ITEM_AFTER, not spot.begins_clause
    elif after == "、":
        is_range = CHINESE_NUMBERS.get(then) == number + 1 and text[end + 2 : end + 3] not in COUNTED_ON  # 二、三季度
        begins = spot.opens or spot.before in "：；。:;" or (number > 1 and spot.before == "，")
        is_item, is_doubtful = begins and not is_range, False
    elif after in "则来曰":
        is_item = after != "来" or then not in CHINESE_NUMBERS  # not 一来二去
    elif number == 1 and text.startswith("方面", end):
        series, is_item, is_doubtful, end = "一方面", True, False, end + 1
    elif number == 1 and (one := ONE.match(text, end)):
        series, is_item = f"一{one[1]}是", True
    else:
        is_item = after in VERBS if number == 1 else "\u4e00" <= after <= "\u9fff" and after not in NO_VERBS
    return Item(series, number, start, end + 1, spot.passage, spot.opens, is_doubtful) if is_item else None


def _placed(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    """第一，, 第一是; 第一类, 第一件事."""
    start, end = found.span()
    number = CHINESE_NUMBERS.get(found["place"], 0)
    if PLACE_MARK.match(text, end):
        is_item, series, is_doubtful = spot.begins_clause, "第一", False
    else:
        counted = COUNTED.match(text, end)
        measure = counted[0] if counted else ""
        series = "第一" + (measure if len(measure) == 1 else measure.removeprefix("个"))
        is_item, is_doubtful, end = bool(measure) and (spot.begins_clause or number == 1), True, end + len(measure)
    return Item(series, number, start, end, spot.passage, spot.opens, is_doubtful) if is_item and number else None


def _bracketed(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    """（一）, （1）, 1."""
    words = found["bracketed"] or found["digits"]
    number = CHINESE_NUMBERS.get(words) or (int(words) if words.isdecimal() else 0)
    series = "1." if found["digits"] else "（一）" if words in CHINESE_NUMBERS else "（1）"
    is_item = 0 < number < _HIGHEST and (spot.opens or spot.before in "：；。:;，,")
    end = found.end() + (series == "1.")
    return Item(series, number, found.start(), end, spot.passage, spot.opens) if is_item else None


def _other(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    """另一方面, 还有一种情况是."""
    end = found.end()
    one = ONE.match(text, end)
    if not text.startswith("方面", end):
        return Item(f"一{one[1]}是", ANY, found.start(), end + 1, spot.passage, spot.opens) if one else None
    return Item("一方面", ANY, found.start(), end + 2, spot.passage, spot.opens)


def _worded(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    """首先, 其次, 最后."""
    return Item("首先", _WORDS[found[0]], found.start(), found.end(), spot.passage, spot.opens)


def _its(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    """其一，"""
    number = CHINESE_NUMBERS.get(found["its"])
    return Item("其一", number, found.start(), found.end(), spot.passage, spot.opens) if number else None


def _circled(text: str, found: re.Match[str], spot: _Spot) -> Item | None:
    return Item("①", _CIRCLED.index(found[0]) + 1, found.start(), found.end(), spot.passage, spot.opens)


# What reads each kind of words that the pattern finds.
_READERS: Mapping[str, Callable[[str, re.Match[str], _Spot], Item | None]] = {
    "numeral": _numbered,
    "place": _placed,
    "bracketed": _bracketed,
    "digits": _bracketed,
    "other": _other,
    "word": _worded,
    "its": _its,
    "circled": _circled,
}


def _english_item(text: str, at: int, passage: int, *, opens: bool) -> Item | None:
    found = _ENGLISH.match(text, at)
    if found is None or (not opens and text[at - 1].isalnum()):
        return None
    end = found.end()
    if found["digits"] or found["bracketed"]:
        return _bracketed(text, found, _Spot(passage, opens, text[at - 1])) if opens else None
    before = text[max(0, at - 5) : at].rstrip(" ")
    if not opens and not before.endswith((".", "!", "?", ":", ";", ",", "—", "”", "’", "and")):
        return None
    if found["last"]:
        return Item("first", ANY, at, end, passage, opens)
    number = ENGLISH_ORDINALS.index((found["word"] or found["the"]).lower()) + 1
    return Item("the first" if found["the"] else "first", number, at, end, passage, opens, doubtful=bool(found["the"]))
