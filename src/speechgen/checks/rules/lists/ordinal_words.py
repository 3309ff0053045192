"""Words around a numeral that show whether it is an ordinal: 一靠 but not 一天, 第一类 but not 第一次."""

from __future__ import annotations

from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import character_groups

# A clause begins after these.
CLAUSE_BREAKS = frozenset("。！？；：，、…—”’）)》」（( \u3000\t!?;:,.")
# Quotations and titles of documents.
QUOTED = lazily(r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」")

CHARACTERS = "lists/numeral_characters"
_AFTER_ORDINAL = frozenset("，、：,:是\u3000 ")
_NOT_AFTER_YAO = frozenset("务义素件")
_COUNTED_NOUNS = ("方面", "阶段", "部分", "环节")
_NAMES = ("三明", "三清", "四清", "五保")
_CIRCLED = tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_BEFORE_NOTE = ("”", "’", "）", "》")
_NUMERALS = tuple("二三四五六七八九十")
_ENDS_NOUN = frozenset("，。；：、！？“” \n")


def begins_item(text: str, at: int) -> bool:
    """Whether 第一 before `at` is an item: 第一，; 第一是; 第一要抓好; not 第一要务."""
    after = text[at : at + 1]
    if after == "、" and text[at + 1 : at + 2] in _NUMERALS:
        return False  # 第二、三产业
    return (
        after in _AFTER_ORDINAL
        or text.startswith("就是", at)
        or (after == "要" and text[at + 1 : at + 2] not in _NOT_AFTER_YAO)
    )


def is_no_ordinal(text: str, start: int, end: int) -> bool:
    """Whether it is the number of a note, “八大行动”⑨, or in a name: 三明, if nothing is 一明."""
    words = text[start:end]
    is_name = words in _NAMES and f"一{words[1:]}" not in text
    return is_name or (words in _CIRCLED and text[max(0, start - 1) : start] in _BEFORE_NOTE)


def measure_after_ordinal(text: str, at: int) -> str:
    """The measure word or noun at `at`, after 第一: 类, 方面, 个方面; empty for others, such as 次, 名, 年."""
    if text.startswith("个五年", at):
        return ""  # 第七个五年计划
    prefix = "个" if text.startswith("个", at) else ""
    noun = text[at + len(prefix) : at + len(prefix) + 2]
    return (
        prefix + noun
        if noun in _COUNTED_NOUNS
        else text[at : at + 1]
        if text[at : at + 1] in character_groups(CHARACTERS)["measures"]
        else ""
    )


def measure_after_one(text: str, at: int) -> str:
    """The measure word at `at` in 一个是…, 一种情况是…; empty if no 是 follows it."""
    measure = text[at : at + 1]
    if measure not in character_groups(CHARACTERS)["measures_after_one"]:
        return ""
    for end in range(at + 1, at + 10):
        after = text[end : end + 1]
        if after in ("是", "叫") or (after == "，" and (end == at + 1 or text[end + 1 : end + 2] in ("是", "叫"))):
            return measure
        if after in _ENDS_NOUN or not after:
            return ""
    return ""
