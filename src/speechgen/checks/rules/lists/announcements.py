"""Find the numbers that announce a list: which 四个方面 is about the list that follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.announcement_sentences import (
    announces,
    introduces_selection,
    is_countable_thing,
    lead_of,
)
from speechgen.checks.rules.lists.number_phrases import NUMBER, NumberPhrase, number_of, number_phrases
from speechgen.checks.rules.lists.numbered_list import NumberedList

_ENDS = "。！？；!?;"
_MAX_DISTANCE = 400  # characters before a list
_MAX_PASSAGES_BETWEEN = 2  # an announcement and its list
_INTRODUCTION = 14  # characters before the first item in its sentence, as in 概括起来，一是
_NOUN_LENGTH = 2  # characters: 理念, 意识
_NAME_OF_ITEM = 12  # characters after an ordinal, in which the item is named: 一是牢固树立大局意识
_NEARBY = 12  # characters between 两个特点 and 三点不足 in 两个特点、三点不足


def announcements_of(list_: NumberedList, draft: Draft, item_passages: Collection[int]) -> Iterator[NumberPhrase]:
    """The announcements of a list: the nearest one before it, and one in the heading above it.

    `item_passages` are the indices of the passages that begin with a list item.
    """
    first, nearest = list_.first, None
    if not first.opens_passage:
        nearest = _before_in_passage(draft.text, draft.passages[first.passage].start, list_)
        yield from [nearest] if nearest else []
        return
    for distance in range(1, _MAX_PASSAGES_BETWEEN + 2):
        index = first.passage - distance
        if index < 0 or draft.passages[index].kind not in ("heading", "paragraph", "item"):
            return
        passage = draft.passages[index]
        if passage.kind == "heading":
            heading = _in_heading(draft.text, passage.start, passage.end, list_)
            if heading and (nearest is None or _may_announce_same_list(heading, nearest)):
                yield heading
            return
        if nearest is None:
            nearest = _at_end(draft.text, passage.start, passage.end, list_, is_next=distance == 1)
            yield from [nearest] if nearest else []
        if index in item_passages:
            return


def _before_in_passage(text: str, start: int, list_: NumberedList) -> NumberPhrase | None:
    """The announcement of a list inside a paragraph, in its sentence or one of the two before."""
    at = list_.first.start
    start = max(start, at - _MAX_DISTANCE)
    begin = _sentence_start(text, start, at)
    lead = text[begin:at].strip()
    if lead:
        has_colon = lead[-1] in "：:"
        found = _announcement_in(text, begin, at, list_, "colon" if has_colon else "comma")
        if found or "：" in lead or has_colon or len(lead) > _INTRODUCTION or introduces_selection(lead):
            return found
    if begin == start:
        return None
    end, begin = begin - 1, _sentence_start(text, start, begin - 1)
    found = _announcement_in(text, begin, end, list_, "next")
    if found or begin == start or next(number_phrases(text, begin, end), None):
        return found
    return _announcement_in(text, _sentence_start(text, start, begin - 1), begin - 1, list_, "far")


def _at_end(text: str, start: int, end: int, list_: NumberedList, *, is_next: bool) -> NumberPhrase | None:
    """The announcement in the last three sentences of the paragraph before a block."""
    nearness = "far" if not is_next else "colon" if text[end - 1] in "：:" else "next"
    start = max(start, end - _MAX_DISTANCE)
    for _ in range(3):
        end = start + len(text[start:end].rstrip(_ENDS + "：: ，,"))
        begin = _sentence_start(text, start, end)
        found = _announcement_in(text, begin, end, list_, nearness)
        if found or begin == start:
            return found
        end, nearness = begin, "far"
    return None


def _in_heading(text: str, start: int, end: int, list_: NumberedList) -> NumberPhrase | None:
    """The announcement at the end of a heading: 三点建议."""
    for each in number_phrases(text, start, end):
        is_last = text[each.start : end].endswith(each.measure + each.noun) and len(each.noun) <= 8
        is_announced = bool(each.measure) and not set(each.noun) & set("了着过都") and not is_countable_thing(each.noun)
        if is_last and is_announced and _has_measure_of(each, list_):
            return each
    return None


def _may_announce_same_list(one: NumberPhrase, other: NumberPhrase) -> bool:
    """Whether two phrases may announce the same list: 五点要求 and 四条, but not 两个毛病 and 三点要求."""
    is_one_measure = one.measure == other.measure or (one.measure in "点条项个" and other.measure in "点条项个")
    return is_one_measure and (not one.noun or not other.noun or one.noun[:2] == other.noun[:2])


def _sentence_start(text: str, start: int, end: int) -> int:
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in _ENDS))


def _announcement_in(text: str, start: int, end: int, list_: NumberedList, nearness: str) -> NumberPhrase | None:
    """The last phrase in a sentence that announces the list."""
    phrases = list(number_phrases(text, start, end))
    if (list_.first.is_verbal or list_.series == "一要") and (
        verbal := _announcement_with_verb(text, start, end, list_)
    ):
        return verbal
    if (named := _named_by_items(text, start, end, list_)) is not None:
        return named
    for each in reversed(phrases[-1:] if list_.first.is_one_of_several else phrases):
        if _has_measure_of(each, list_) and announces(lead_of(text, start, end, each, nearness), list_):
            max_distance = end if list_.first.level == 1 else _NEARBY
            nearby = [
                other.number for other in phrases if other is not each and abs(other.start - each.start) < max_distance
            ]
            return each._replace(nearby_numbers=frozenset(nearby))
    return None


def _announcement_with_verb(text: str, start: int, end: int, list_: NumberedList) -> NumberPhrase | None:
    """The announcement with a verb: 三盼 before 一盼, 二盼, 三盼; 四要： before 一要."""
    verb, marks = list_.series[1], "[：:。，,]|$" if list_.first.is_verbal else "[：:]"
    for found in re.finditer(
        rf"(?<=[有：，是做到“])({NUMBER}){verb}(?=”?(?:{marks})|”[^。；：]{{0,10}}(?:[。：]|$))", text[start:end]
    ):
        if number_of(found[1]) > 1:
            return NumberPhrase(number_of(found[1]), start + found.start(), start + found.end(), verb, "")
    return None


def _named_by_items(text: str, start: int, end: int, list_: NumberedList) -> NumberPhrase | None:
    """The announcement whose noun most items end with, in quotation marks or not: 五种意识 before 一是大局意识."""
    for each in reversed(list(number_phrases(text, start, end, in_quotations=True))):
        noun = each.noun[:_NOUN_LENGTH]
        if len(noun) == _NOUN_LENGTH and not is_countable_thing(noun) and each.noun[_NOUN_LENGTH:] in ("", "的"):
            named = sum(noun in text[item.end + 1 : item.end + _NAME_OF_ITEM] for item in list_.items)
            if named > 1 and named > len(list_.items) / 2:
                return each
    return None


def _has_measure_of(phrase: NumberPhrase, list_: NumberedList) -> bool:
    """Whether the measure word fits the items: that of 第一类 or 一种是; any for other series."""
    if list_.series == "一方面":
        return phrase.number < 5 and phrase.measure in "个点条层种方"
    if list_.first.has_measure_word:
        return list_.series[2] in phrase.measure + phrase.noun[:6]
    if list_.first.is_one_of_several:
        measure = list_.series[1]  # 一项是, of 两项工作 or 两件事
        return measure == phrase.measure or {measure, phrase.measure} == {"项", "件"}
    return True
