"""Announced numbers that differ from the list that follows: `count`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.added_lists import STYLES, small_list
from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, added, numeral, places, put, put_all, shuffled
from benchmarks.injections.lists import Listing, lists_of, mark_number, said_number


def _announced(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A point was removed or added without changing the number; or the number was mistyped."""
    for listing, (start, end) in _announcements(clean, rng):
        count = len(listing.items)
        wrong = rng.choice([each for each in (count - 2, count - 1, count + 1, count + 2) if each >= 2])
        yield put(clean, start, end, said_number(listing.words, wrong), elsewhere=[listing.items_span])


def _digit(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The wrong number in digits: 4个方面."""
    for listing, (start, end) in _announcements(clean, rng):
        count = len(listing.items)
        if clean.is_chinese:
            yield put(
                clean, start, end, str(count + rng.choice([1, -1 if count > 2 else 1])), elsewhere=[listing.items_span]
            )


def _measure(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A wrong number with another measure word: 五点, 五条, 五大方面."""
    for listing, (start, end) in _announcements(clean, rng):
        for old in ("点", "条", "项", "个方面", "个问题"):
            if clean.text[end:].startswith(old):
                new = rng.choice([each for each in _MEASURES[old] if each != old])
                wrong = said_number(listing.words, len(listing.items) + 1)
                yield put(clean, start, end + len(old), wrong + new, elsewhere=[listing.items_span])


_MEASURES = {
    "点": ["条", "项", "方面", "个"],
    "条": ["点", "项", "个"],
    "项": ["条", "件"],
    "个方面": ["大方面", "方面", "个问题", "点", "条"],
    "个问题": ["大问题", "类问题", "方面问题"],
}


def _dropped(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A point was removed; the later ones were renumbered, but the announcement was not changed."""
    for listing, _ in _announcements(clean, rng):
        count = len(listing.items)
        if count < 3:
            continue
        index = rng.randrange(count) if listing.is_numbered else rng.randrange(1, count - 1)
        start, end = listing.items[index]
        line = clean.text.rfind("\n", 0, start) + 1 if listing.is_lined else start
        if index + 1 < count and listing.is_lined:
            end = clean.text.rfind("\n", 0, end) + 1
        edits = [(line, end, "")]
        if listing.is_numbered and not listing.renumbered:
            edits += [
                (at, at + len(mark), mark_number(mark, index + 1 + later))
                for later, ((at, _), mark) in enumerate(
                    zip(listing.items[index + 1 :], listing.marks[index + 1 :], strict=True)
                )
            ]
        yield put_all(clean, edits, [listing.span])


def _point_added(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A point was added at the end, but the announcement was not changed."""
    for listing, _ in _announcements(clean, rng):
        if listing.is_counted_on and len(listing.items) < 7 and not listing.renumbered:
            _, end = listing.items[-1]
            if clean.text[end - 1] not in "。；.”":
                continue  # a heading: the new point would be before its text
            mark = mark_number(listing.marks[-1], len(listing.items) + 1)
            text = rng.choice(["抓好队伍建设，让想干事的人有舞台。", "抓好宣传引导，把好经验讲出来。"])
            if not clean.is_chinese:
                text = " keep in touch with one another. Write down what you agree."
            start = clean.text.rfind("\n", 0, listing.items[-1][0]) + 1
            indent = clean.text[start : listing.items[-1][0]] if listing.is_lined else ""
            gap = clean.text[start - 2 : start] if clean.text[start - 2 : start] == "\n\n" else "\n"
            new = (gap if listing.is_lined else "") + indent + mark + text
            yield put(clean, end, end, new, elsewhere=[listing.span])


def _nested(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A list within a paragraph with too few or too many points."""
    if clean.is_chinese:
        sentences = []
        for style, marks in STYLES.items():
            for number in range(2, len(marks) + 1):
                wrong = rng.choice([each for each in (number - 1, number + 1, number + 2) if each >= 2])
                sentences.append(small_list(rng, style, wrong, _chosen(style, number)))
        yield from added(clean, rng, sentences)


def _chosen(style: str, number: int) -> list[str]:
    marks = STYLES[style]
    return [*marks[: number - 1], marks[-1]] if style == "首先" else marks[:number]


def _value(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The number of the head's points differs from the unit file."""
    values = {path: number for path, number in clean.facts.numbers.items() if path.endswith(_COUNTED)}
    for path, value in shuffled(rng, list(values.items())):
        for frame in _FRAMES[path.rpartition(".")[2]]:
            phrase = frame.format(numeral(int(value), counting=True))
            for at in places(clean.text, phrase):
                wrong = frame.format(numeral(int(value) + rng.choice([1, 2, -1 if value > 2 else 1]), counting=True))
                yield put(clean, at, at + len(phrase), wrong)


_FRAMES = {
    "lessons": ["总结的{}点经验", "归纳的{}点体会"],
    "measures": ["提出的{}条措施"],
    "experiences": ["“{}条基本经验”"],
    "tasks": ["“{}项重要任务”"],
}
_COUNTED = tuple(_FRAMES)


def _announcements(clean: Clean, rng: Random) -> list[tuple[Listing, tuple[int, int]]]:
    return shuffled(rng, [(listing, listing.announced) for listing in lists_of(clean) if listing.announced])


def _named(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Units are named one by one, and the number after them is that of last year."""
    if clean.is_chinese:
        things = [
            "河口镇、白杨镇、柳林乡{}个乡镇都走到了。",
            "会前看了财务、人事、档案{}个科室。",
            "民政、教育、卫生、住建{}个部门的同志都来了。",
            "河口小学、白杨小学、柳林中学{}所学校都换了课桌。",
        ]
        sentences = []
        for sentence in things:
            named = sentence.count("、") + 1
            sentences += [sentence.format(numeral(named + step, counting=True)) for step in (-1, 1)]
        yield from added(clean, rng, sentences)


COUNT: Kinds = {
    "named": _named,
    "announced": _announced,
    "digit": _digit,
    "measure": _measure,
    "dropped": _dropped,
    "point-added": _point_added,
    "nested": _nested,
    "value": _value,
}
