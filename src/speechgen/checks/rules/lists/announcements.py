"""Announced numbers: which 四个方面 speaks of the list that follows."""

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
_LOOKS_BACK = 400  # characters before a list
_FAR = 2  # passages between an announcement and its list
_INTRODUCTION = 14  # characters before the first item in its sentence: 概括起来，
_BESIDE = 12  # characters: 两个特点、三点不足


def announcements_of(list_: NumberedList, draft: Draft, openers: Collection[int]) -> Iterator[NumberPhrase]:
    """The announcements that speak of a list: the nearest before it, and the one in the heading above it.

    `openers` are the indices of the passages that items of lists open.
    """
    first, nearest = list_.first, None
    if not first.opens_passage:
        nearest = _before_in_passage(draft.text, draft.passages[first.passage].start, list_)
        yield from [nearest] if nearest else []
        return
    for distance in range(1, _FAR + 2):
        index = first.passage - distance
        if index < 0 or draft.passages[index].kind not in ("heading", "paragraph"):
            return
        passage = draft.passages[index]
        if passage.kind == "heading":
            heading = _in_heading(draft.text, passage.start, passage.end, list_)
            if heading and (nearest is None or _are_alike(heading, nearest)):
                yield heading
            return
        if nearest is None:
            nearest = _at_end(draft.text, passage.start, passage.end, list_, is_next=distance == 1)
            yield from [nearest] if nearest else []
        if index in openers:
            return


def _before_in_passage(text: str, start: int, list_: NumberedList) -> NumberPhrase | None:
    """The announcement before a list that begins inside a paragraph: in its sentence, or in the two before."""
    at = list_.first.start
    start = max(start, at - _LOOKS_BACK)
    begin = _sentence_start(text, start, at)
    lead = text[begin:at].strip()
    if lead:
        has_colon = lead[-1] in "：:"
        found = _pick(text, begin, at, list_, "colon" if has_colon else "comma")
        if found or "：" in lead or has_colon or len(lead) > _INTRODUCTION or introduces_selection(lead):
            return found
    if begin == start:
        return None
    end, begin = begin - 1, _sentence_start(text, start, begin - 1)
    found = _pick(text, begin, end, list_, "next")
    if found or begin == start or next(number_phrases(text, begin, end), None):
        return found
    return _pick(text, _sentence_start(text, start, begin - 1), begin - 1, list_, "far")


def _at_end(text: str, start: int, end: int, list_: NumberedList, *, is_next: bool) -> NumberPhrase | None:
    """The announcement in the last sentences of a paragraph before a list of paragraphs."""
    nearness = "far" if not is_next else "colon" if text[end - 1] in "：:" else "next"
    start = max(start, end - _LOOKS_BACK)
    for _ in range(3):
        end = start + len(text[start:end].rstrip(_ENDS + "：: ，,"))
        begin = _sentence_start(text, start, end)
        found = _pick(text, begin, end, list_, nearness)
        if found or begin == start:
            return found
        end, nearness = begin, "far"
    return None


def _in_heading(text: str, start: int, end: int, list_: NumberedList) -> NumberPhrase | None:
    """三点建议 at the end of a heading."""
    for each in number_phrases(text, start, end):
        is_last = text[each.start : end].endswith(each.measure + each.noun) and len(each.noun) <= 8
        is_announced = bool(each.measure) and not set(each.noun) & set("了着过都") and not is_countable_thing(each.noun)
        if is_last and is_announced and _suits(each, list_):
            return each
    return None


def _are_alike(one: NumberPhrase, other: NumberPhrase) -> bool:
    """三条道理 and 三条, 五点要求 and 四条 speak of one list; 两个毛病 and 三点要求 do not."""
    is_one_measure = one.measure == other.measure or (one.measure in "点条项个" and other.measure in "点条项个")
    return is_one_measure and (not one.noun or not other.noun or one.noun[:2] == other.noun[:2])


def _sentence_start(text: str, start: int, end: int) -> int:
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in _ENDS))


def _pick(text: str, start: int, end: int, list_: NumberedList, nearness: str) -> NumberPhrase | None:
    """The last phrase in a sentence that can speak of the list."""
    phrases = list(number_phrases(text, start, end))
    if (list_.first.is_verbal or list_.series == "一要") and (verbal := _of_verb(text, start, end, list_)):
        return verbal
    for each in reversed(phrases[-1:] if list_.first.is_one_of_several else phrases):
        if _suits(each, list_) and announces(lead_of(text, start, end, each, nearness), list_):
            farthest = end if list_.first.level == 1 else _BESIDE
            nearby = [
                other.number for other in phrases if other is not each and abs(other.start - each.start) < farthest
            ]
            return each._replace(nearby_numbers=frozenset(nearby))
    return None


def _of_verb(text: str, start: int, end: int, list_: NumberedList) -> NumberPhrase | None:
    """三盼 before 一盼, 二盼, 三盼; 四要: before 一要."""
    verb, marks = list_.series[1], "[：:。，,]|$" if list_.first.is_verbal else "[：:]"
    for found in re.finditer(rf"(?<=[有：，是做到])({NUMBER}){verb}(?={marks})", text[start:end]):
        if number_of(found[1]) > 1:
            return NumberPhrase(number_of(found[1]), start + found.start(), start + found.end(), verb, "")
    return None


def _suits(phrase: NumberPhrase, list_: NumberedList) -> bool:
    """Whether the measure word is one of the list's items: 第一类 and 一种是 say theirs, others may have any."""
    if list_.series == "一方面":
        return phrase.number < 5 and phrase.measure in "个点条层种方"
    if list_.first.has_measure_word:
        return list_.series[2] in phrase.measure + phrase.noun[:6]
    if list_.first.is_one_of_several:
        measure = list_.series[1]  # 一项是, of 两项工作 or 两件事
        return measure == phrase.measure or {measure, phrase.measure} == {"项", "件"}
    return True
