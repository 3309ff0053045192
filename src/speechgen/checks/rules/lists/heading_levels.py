"""Heading numbers at a wrong level, or that start again: （一） before the first 一、, and 1. directly under 一、."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.lists.items import ordinal_in_series
from speechgen.checks.rules.lists.numbered_list import NumberedList
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_LONGEST_TITLE = 40  # characters
_PUNCTUATION = lazily(r"[。！？；：，、.!?;:,]")


def heading_levels(blocks: Sequence[NumberedList], draft: Draft) -> Iterator[Finding]:
    """Heading numbers that are at the wrong level, or start again."""
    top = next((each.first.start for each in blocks if each.first.level == 1), 0)
    above = {
        each.first.start: next((item.level for item in reversed(each.outer_items) if item.level), 0) for each in blocks
    }
    within = _tops(blocks)
    through_all = {within[id(each)] for each in blocks if each.first.level == 3 and above[each.first.start] == 2}
    for each in blocks:
        item, before = each.first, each.previous
        words = draft.text[item.start : item.end]
        if item.level == 2 and item.number == 1 and item.start < top:
            message, fix = (
                translated("{words} is used before the first 一、", words=words),
                translated("use 一、 for the level above （一）"),
            )
        elif item.level == 3 and above[item.start] == 1 and within[id(each)] in through_all:
            message, fix = (
                translated("{words} is directly under 一、 here, but under （一） elsewhere", words=words),
                translated("change it to （一）"),
            )
        elif (
            before is not None
            and item.number == 1
            and item.level < 3
            and each.outer_items == before.outer_items
            and _are_headings(each, before, draft)
            and not _has_title_between(before.last.passage, item.passage, draft)
        ):
            message, fix = (
                translated("{words} is used twice", words=words),
                translated("{expected} is expected", expected=ordinal_in_series(each.series, before.next_number)),
            )
        else:
            continue
        yield Finding(item.start, item.end, message, fix, severity="warning")


def _tops(blocks: Sequence[NumberedList]) -> dict[int, int]:
    """For the id of each block, that of the list of 一、 above it, or 0: a file may have several speeches."""
    list_of = {item.start: id(each) for each in blocks if each.first.level == 1 for item in each.items}
    return {
        id(each): next((list_of.get(item.start, 0) for item in each.outer_items if item.level == 1), 0)
        for each in blocks
    }


def _are_headings(list_: NumberedList, previous: NumberedList, draft: Draft) -> bool:
    return len(list_.items) > 1 and all(
        draft.passages[each.first.passage].kind == "heading" for each in (list_, previous)
    )


def _has_title_between(first: int, last: int, draft: Draft) -> bool:
    """Whether a short line without a number or punctuation, the title of another speech, is between two passages."""
    return any(
        0 < len(passage.text.strip()) <= _LONGEST_TITLE and not _PUNCTUATION.search(passage.text)
        for passage in draft.passages[first + 1 : last]
    )
