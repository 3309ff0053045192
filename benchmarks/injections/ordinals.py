"""Items whose marks are not in sequence: `ordinal`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from random import Random

from benchmarks.injections.added_lists import NUMBERED, STYLES, small_list
from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, added, put, put_all, shuffled
from benchmarks.injections.lists import Listing, lists_of, mark_number


def _skipped(clean: Clean, rng: Random) -> Iterator[Injected]:
    """一是 二是 四是: a point was removed."""
    for listing in _numbered(clean, rng):
        index = rng.randrange(1, len(listing.items))
        edits = [_mark(listing, later, later + 2) for later in range(index, len(listing.items))]
        yield put_all(clean, edits, [listing.items_span])


def _one_wrong(clean: Clean, rng: Random) -> Iterator[Injected]:
    """One mark is mistyped: 一、 三、 三、 四、."""
    for listing in _numbered(clean, rng):
        index = rng.randrange(1, len(listing.items))
        wrong = rng.choice([each for each in range(1, len(listing.items) + 2) if each != index + 1])
        yield put(clean, *_mark(listing, index, wrong), elsewhere=[listing.items_span])


def _twice(clean: Clean, rng: Random) -> Iterator[Injected]:
    """一是 二是 二是: copied without renumbering."""
    for listing in _numbered(clean, rng):
        index = rng.randrange(1, len(listing.items))
        yield put(clean, *_mark(listing, index, index), elsewhere=[listing.items_span])


def _exchanged(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Two points were swapped with their numbers."""
    for listing in _numbered(clean, rng):
        if len(listing.items) >= 3:
            first = rng.randrange(len(listing.items) - 1)
            edits = [_mark(listing, first, first + 2), _mark(listing, first + 1, first + 1)]
            yield put_all(clean, edits, [listing.items_span])


def _from_two(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The first point was removed with its number."""
    for listing in _numbered(clean, rng):
        edits = [_mark(listing, index, index + 2) for index in range(len(listing.items))]
        yield put_all(clean, edits, [listing.items_span])


def _other_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """一要 after 一是 in one list: two speeches were merged."""
    for listing in _numbered(clean, rng):
        own = listing.marks[0]
        others = {
            "一是": ["{}要", "第{}，", "（{}）"],
            "一要": ["{}是", "第{}，"],
            "第一，": ["{}是", "{}要"],
            "一、": ["（{}）", "第{}，"],
        }
        others |= {"（一）": ["{}、", "第{}，"], "1.": ["（{}）", "（{}）"], "First,": ["{}.", "{}."]}
        if own in others:
            index = rng.randrange(1, len(listing.items))
            start, end, _ = _mark(listing, index, index + 1)
            number = mark_number("一" if clean.is_chinese else "1", index + 1)
            yield put(clean, start, end, rng.choice(others[own]).format(number), elsewhere=[listing.items_span])


def _words_then_numbers(clean: Clean, rng: Random) -> Iterator[Injected]:
    """首先 then 第二: two ways of counting in one list."""
    for listing in shuffled(rng, lists_of(clean)):
        first, mark = listing.items[0][0], listing.marks[0]
        if mark == "首先，":
            index = rng.randrange(1, len(listing.items))
            start = listing.items[index][0]
            new = f"第{mark_number('一', index + 1)}，"
            yield put(clean, start, start + len(listing.marks[index]), new, elsewhere=[listing.items_span])
        elif mark in {"第一，", "一是"} and clean.is_chinese:
            yield put(clean, first, first + len(mark), "首先，", elsewhere=[listing.items_span])


def _order_of_words(clean: Clean, rng: Random) -> Iterator[Injected]:
    """最后 before 其次, or 其次 without 首先."""
    for listing in shuffled(rng, lists_of(clean)):
        if listing.marks[0] in {"首先，", "首先是"}:
            tail = listing.marks[0][2:]
            marks = [mark[: -len(tail)] for mark in listing.marks]
            wrong = rng.choice(
                [["最后", *marks[1:-1], "首先"], [marks[0], "最后", *marks[2:-1], "其次"], ["其次", *marks[1:]]]
            )
            edits = [
                (at, at + len(old), new + tail)
                for (at, _), old, new in zip(listing.items, listing.marks, wrong, strict=True)
            ]
            yield put_all(clean, edits, [listing.items_span])


def _levels(clean: Clean, rng: Random) -> Iterator[Injected]:
    """（一） above 一、: the levels of the headings are swapped."""
    listings = lists_of(clean)
    for outer in listings:
        for inner in listings:
            in_outer = outer.marks[0] == "一、" and inner.marks[0] == "（一）"
            if in_outer and outer.items_span[0] < inner.items_span[0] < outer.items_span[1]:
                edits = [(at, at + 2, f"（{mark[0]}）") for (at, _), mark in zip(outer.items, outer.marks, strict=True)]
                edits += [(at, at + 3, f"{mark[1]}、") for (at, _), mark in zip(inner.items, inner.marks, strict=True)]
                yield put_all(clean, edits, [outer.items_span])


def _alone(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A list of one: 一是 and nothing after it."""
    for listing in _numbered(clean, rng):
        if listing.marks[0] in {"一是", "一要", "第一，", "（一）"}:
            edits = [
                (at, at + len(mark), "") for (at, _), mark in zip(listing.items[1:], listing.marks[1:], strict=True)
            ]
            yield dataclasses.replace(put_all(clean, edits, [listing.span]), also=("count",))
    if clean.is_chinese:
        sentences = [
            "这里还要强调：一是要守时间，说到哪天就办到哪天。",
            "会后要抓紧办：第一，把清单发下去。",
            "会后的事，一要把人定下来。",
        ]
        yield from added(clean, rng, sentences)


def _nested(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Inside a paragraph: 一是……；三是……."""
    if clean.is_chinese:
        sentences = []
        for style in NUMBERED:
            marks = STYLES[style]
            wrong = [
                [marks[0], marks[2]],
                [marks[0], marks[1], marks[3]],
                [marks[0], marks[1], marks[1]],
                [marks[0], marks[0], marks[1]],
                [marks[1], marks[2]],
                [marks[0], marks[2], marks[1]],
            ]
            sentences += [small_list(rng, style, rng.choice([None, len(each)]), each) for each in wrong]
        mixed = [
            ["一是", "二要"],
            ["一是", "二是", "第三，"],
            ["首先，", "第二，"],
            ["第一，", "其次，"],
            ["一要", "二是", "三要"],
        ]
        mixed += [["首先，", "第二，", "最后，"], ["其一，", "第二，"], ["一要", "一是", "二是"]]
        sentences += [small_list(rng, "", rng.choice([None, len(each)]), each) for each in mixed]
        yield from added(clean, rng, sentences)


def _numbered(clean: Clean, rng: Random) -> list[Listing]:
    """The lists with numbers in their marks, except those that the format renumbers."""
    return shuffled(rng, [each for each in lists_of(clean) if each.is_numbered and not each.renumbered])


def _mark(listing: Listing, index: int, number: int) -> tuple[int, int, str]:
    """The edit that gives an item another number."""
    at, mark = listing.items[index][0], listing.marks[index]
    return at, at + len(mark), mark_number(mark, number)


def _first_and_last(clean: Clean, rng: Random) -> Iterator[Injected]:
    """首先 and 最后 with nothing in between: the middle was removed."""
    if clean.is_chinese:
        yield from added(
            clean,
            rng,
            [
                "首先，要把账算清楚；最后，要把结果亮出来。",
                "首先，责任要落到人。最后，效果要请群众来评。",
                "首先是思想要跟上，最后是步子要跟上。",
            ],
        )


ORDINAL: Kinds = {
    "first-and-last": _first_and_last,
    "skipped": _skipped,
    "one-wrong": _one_wrong,
    "twice": _twice,
    "exchanged": _exchanged,
    "from-two": _from_two,
    "other-form": _other_form,
    "words-then-numbers": _words_then_numbers,
    "order-of-words": _order_of_words,
    "levels": _levels,
    "alone": _alone,
    "nested": _nested,
}
