"""Items of lists: the ordinals that open them, wherever they stand in a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.checks.list_words import (
    BREAKS,
    COUNTED,
    NO_ITEM_AFTER,
    NO_ITEM_BEFORE,
    NO_VERBS,
    ONE,
    STRONG_BREAKS,
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
_CHINESE_START = re.compile(rf"[{re.escape(''.join(BREAKS))}][一二三四五六七八九十第（(其首再最另还0-9{_CIRCLED}]|第一|一[是要]")
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
    rf"|the (?P<the>{'|'.join(ENGLISH_ORDINALS)})(?= (?:[a-z]+ )?(?:is|was)\b)"
    r"|(?P<digits>\d{1,2})(?=[.)] ))",
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


def _chinese_item(text: str, at: int, passage: int, *, opens: bool) -> Item | None:
    before = "" if opens else text[at - 1]
    begins_clause = opens or before in BREAKS
    if not begins_clause and text[at] not in "一第":
        return None
    found = _CHINESE.match(text, at)
    if found is None:
        return None
    kind, end = found.lastgroup, found.end()
    if kind == "numeral":
        return _numbered(text, found, passage, opens, before)
    if kind == "place":
        return _placed(text, found, passage, opens, begins_clause)
    if not begins_clause:
        return None
    if kind == "its":
        return (
            Item("其一", CHINESE_NUMBERS[found["its"]], at, end, passage, opens)
            if found["its"] in CHINESE_NUMBERS
            else None
        )
    if kind == "word":
        return Item("首先", _WORDS[found[0]], at, end, passage, opens)
    if kind == "other":
        if text.startswith("方面", end):
            return Item("一方面", ANY, at, end + 2, passage, opens)
        one = ONE.match(text, end)
        return Item(f"一{one[1]}是", ANY, at, end + 1, passage, opens) if one else None
    if kind == "circled":
        return Item("①", _CIRCLED.index(found[0]) + 1, at, end, passage, opens)
    return _bracketed(found, passage, opens) if opens or before in "：；。:;，," else None


def _bracketed(found: re.Match[str], passage: int, opens: bool) -> Item | None:
    """（一）, （1）, 1."""
    words = found["bracketed"] or found["digits"]
    number = CHINESE_NUMBERS.get(words) or (int(words) if words.isdecimal() else 0)
    series = "1." if found["digits"] else "（一）" if words in CHINESE_NUMBERS else "（1）"
    end = found.end() + (series == "1.")
    return Item(series, number, found.start(), end, passage, opens) if 0 < number < _HIGHEST else None


def _numbered(text: str, found: re.Match[str], passage: int, opens: bool, before: str) -> Item | None:
    """一是, 一要, 一、, 一方面, 一则, 一来, 一曰, 一靠, 一个是."""
    start, end = found.span()
    number = CHINESE_NUMBERS.get(found[0], 0)
    after, then = text[end : end + 1], text[end + 1 : end + 2]
    begins_clause = opens or before in BREAKS
    if not number or not after or not (begins_clause or (after in "是要" and before not in NO_ITEM_BEFORE)):
        return None
    if after == "是":
        is_idiom = then == found[0]  # 一是一，二是二
        return None if is_idiom else Item("一是", number, start, end + 1, passage, opens, not begins_clause)
    if after == "要":
        is_doubtful = number == 1 and not opens and before not in STRONG_BREAKS  # 大家一要求，他就答应
        return None if then in NO_ITEM_AFTER else Item("一要", number, start, end + 1, passage, opens, is_doubtful)
    if after == "、":
        is_range = CHINESE_NUMBERS.get(then) == number + 1 and text[end + 2 : end + 3] not in "个项条点大种件类方句层"
        begins_item = opens or before in "：；。:;" or (number > 1 and before == "，")
        return Item("一、", number, start, end + 1, passage, opens) if begins_item and not is_range else None
    if after in "则来曰":
        is_idiom = after == "来" and then in CHINESE_NUMBERS  # 一来二去
        return None if is_idiom else Item(f"一{after}", number, start, end + 1, passage, opens, doubtful=True)
    if number == 1 and text.startswith("方面", end):
        return Item("一方面", 1, start, end + 2, passage, opens)
    if number == 1 and (one := ONE.match(text, end)):
        return Item(f"一{one[1]}是", 1, start, end + 1, passage, opens, doubtful=True)
    is_verb = after in VERBS if number == 1 else "\u4e00" <= after <= "\u9fff" and after not in NO_VERBS
    return Item(f"一{after}", number, start, end + 1, passage, opens, doubtful=True) if is_verb else None


def _placed(text: str, found: re.Match[str], passage: int, opens: bool, begins_clause: bool) -> Item | None:
    """第一，, 第一是; 第一类, 第一件事."""
    start, end = found.span()
    number = CHINESE_NUMBERS.get(found["place"], 0)
    if not number or not (begins_clause or number == 1):
        return None
    if text[end : end + 1] in ("，", "、", "：", ",", ":", "是", "要", "就", "\u3000", " "):
        return Item("第一", number, start, end, passage, opens) if begins_clause else None
    counted = COUNTED.match(text, end)
    if counted is None:
        return None
    measure = counted[0] if len(counted[0]) == 1 else counted[0].removeprefix("个")
    return Item(f"第一{measure}", number, start, counted.end(), passage, opens, doubtful=True)


def _english_item(text: str, at: int, passage: int, *, opens: bool) -> Item | None:
    found = _ENGLISH.match(text, at)
    if found is None or (not opens and text[at - 1].isalnum()):
        return None
    end = found.end()
    if found["digits"]:
        number = int(found["digits"])
        return Item("1.", number, at, end + 1, passage, opens) if opens and 0 < number < _HIGHEST else None
    before = text[max(0, at - 5) : at].rstrip(" ")
    if not opens and not before.endswith((".", "!", "?", ":", ";", ",", "—", "”", "’", "and")):
        return None
    if found["last"]:
        return Item("first", ANY, at, end, passage, opens)
    number = ENGLISH_ORDINALS.index((found["word"] or found["the"]).lower()) + 1
    return Item("the first" if found["the"] else "first", number, at, end, passage, opens, doubtful=bool(found["the"]))
