"""Group the items of a speech into lists, which may be nested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.items import ANY, PEOPLE, Item, items_of
from speechgen.checks.rules.lists.numbered_list import CLOSE, NumberedList
from speechgen.checks.rules.lists.ordinal_words import CHARACTERS
from speechgen.checks.tables import character_groups

# Series that are mixed in one list by mistake: 一是, 二要; 首先, 第二.
_MIXABLE_SERIES = frozenset(("一是", "一要", "第一", "首先", "其一", "一则", "一来", "一曰"))
_MAX_PASSAGES = 4  # passages between the items of a list that begins inside a paragraph
_CLOSEST = 16  # characters between the first two items of 一看, 三听
_MAX_DEPTH = 16  # open lists; bounds the time on long texts
_MAX_ITEMS = 99  # of a list that is split; bounds the time on long texts


def _verbs() -> frozenset[str]:
    return character_groups(CHARACTERS)["verbs"]


@lru_cache(maxsize=1)  # the rules count and ordinal read the same speech
def numbered_lists(draft: Draft) -> Sequence[NumberedList]:
    """The lists of a speech, in the order of their first items."""
    reader = _ListReader(draft)
    for item in items_of(draft):
        reader.add(item)
    lists = [each for each in reader.lists if not each.is_merged and _is_list(each)]
    return tuple(sorted(lists, key=lambda each: each.first.start))


def _is_list(list_: NumberedList) -> bool:
    """Whether the items are a list, not just words like an item. 一种是 alone is one, since another is missing."""
    first = list_.first
    if first.is_verbal and first.number > 1:  # 二看, 三看; 二看, 三问, 四听
        is_one_verb = all(item.series == first.series for item in list_.items)
        return len(list_.items) > (1 if is_one_verb else 2)
    if first.series == "首先" and first.is_doubtful and first.number != 1:  # 先看路，最后定在河边，其次是桥头
        return len(list_.items) > 1
    return (
        len(list_.items) > 1
        or not first.is_doubtful
        or first.is_one_of_several
        or first.number != 1
        or list_.repeated_list is not None
    )


class _ListReader:
    """Reads items one by one and builds lists. `_open` are the lists that may continue, the innermost last."""

    def __init__(self, draft: Draft) -> None:
        self.lists: list[NumberedList] = []
        self._open: list[NumberedList] = []
        self._latest: dict[tuple[str, bool], NumberedList] = {}
        self._continuable: list[NumberedList] = []  # lists inside the last paragraph with any
        # The list of the last item, and another to which that item may belong.
        self._doubt: tuple[NumberedList | None, NumberedList | None] = (None, None)
        self._passage = -1
        self._sections = list(_sections(draft))

    def add(self, item: Item) -> None:
        """Add an item to the list that it continues, or start a new list with it."""
        if item.passage != self._passage:
            self._leave_passage(item)
        item = self._as_document(item)
        if item.number == 1 and self._repeats_words(item):
            item = item._replace(number=ANY)
        target = None
        if item.number != 1:
            target = next(
                self._candidates_at_start(item) if item.opens_passage else self._candidates_inside(item), None
            )
        if target is not None:
            self._append(target, item)
        elif not self._needs_list_before(item):
            self._begin(item)

    def _as_document(self, item: Item) -> Item:
        """2.方案（初稿） after 1.通知: not a person, unless there are people before."""
        document = item._replace(series="1.")
        if item.series != PEOPLE or self._open_in_series(item):
            return item
        follows = any(each.series == "1." and each.fits(document) for each in (*self._open, *self._continuable))
        return document if item.number > 1 and follows else item

    def _leave_passage(self, item: Item) -> None:
        """Close the lists inside the last paragraph and, at an unnumbered heading, all but those of heading numbers."""
        inside = [each for each in self._open if not each.is_block]
        self._continuable = inside or self._continuable
        has_heading = self._passage >= 0 and self._sections[item.passage] != self._sections[self._passage]
        self._open = [each for each in self._open if each.is_block and (each.first.level or not has_heading)]
        self._passage = item.passage

    def _repeats_words(self, item: Item) -> bool:
        """Whether an item has the same words as the one before: 一方面…，一方面…; 一个是…，一个是…"""
        if item.series != "一方面" and not item.is_one_of_several:
            return False
        same_series = [
            each
            for each in self._open_in_series(item)
            if each.is_block is item.opens_passage or each.last.passage == item.passage
        ]
        return bool(same_series) and not (item.series == "一方面" and same_series[0].last.number == ANY)

    def _needs_list_before(self, item: Item) -> bool:
        """Whether the words are only an item after others: 最后, 三农; 原因一是 inside a list of 一是."""
        if item.number == ANY:
            return item.series in ("首先", "first")
        if item.number > 1:
            return item.is_verbal and item.series[1] not in _verbs()
        return (
            item.is_doubtful and item.series == "一是" and any(not each.is_block for each in self._open_in_series(item))
        )

    def _open_in_series(self, item: Item) -> list[NumberedList]:
        """The open lists of the same series as the item, the innermost first."""
        return [each for each in reversed(self._open) if each.series == item.series]

    def _candidates_inside(self, item: Item) -> Iterator[NumberedList]:
        """The lists that an item inside a paragraph may continue, the likeliest first."""
        inside = [each for each in self._open_in_series(item) if not each.is_block]
        blocks = [each for each in self._open_in_series(item) if each.is_block]
        in_this_paragraph = [each for each in blocks if each.last.passage == item.passage]
        yield from (each for each in inside if each.fits(item))
        if inside and len(inside[0].items) == 1 and item.number == 3:  # its 二是 is missing
            yield inside[0]
        yield from (
            each for each in in_this_paragraph if each.fits(item) and (not each.last.opens_passage or item.number == 2)
        )
        if inside and not (item.is_doubtful and item.number > inside[0].next_number + 3):
            yield inside[0]
        for each in reversed(self._open):
            if each.last.passage == item.passage and _joins(each, item) and not (each.series == "首先" and blocks):
                yield each
        yield from self._interrupted(item)
        if item.series == "首先" and item.is_doubtful:  # an adverb, unless such a list is going on
            yield from (each for each in in_this_paragraph if not each.last.opens_passage)
            return
        may_be_in_block = not item.is_doubtful and item.series != "首先"
        yield from (each for each in (blocks if may_be_in_block else in_this_paragraph) if each.fits(item))
        for each in in_this_paragraph:
            is_certain = not item.is_doubtful or item.is_verbal or not each.last.opens_passage
            starts_new_list = each.last.opens_passage and item.number == 2  # 二是, of a list whose 一是 is missing
            if is_certain and not starts_new_list:
                yield each

    def _interrupted(self, item: Item) -> Iterator[NumberedList]:
        """The list inside the paragraph before that an item continues: 一是…二是….¶群众也说好。三是…"""
        for each in reversed(self._continuable):
            is_next = item.passage - each.last.passage == 1
            if each.series == item.series and is_next and item.number > 2 and each.fits(item):
                self._open.append(each)
                yield each

    def _candidates_at_start(self, item: Item) -> Iterator[NumberedList]:
        """The lists that an item at the start of a passage may continue, the likeliest first."""
        blocks = [each for each in self._open_in_series(item) if each.is_block]
        yield from (each for each in blocks if each.fits(item))
        yield from (each for each in blocks if self._continues_without_inner(each, item))
        for each in reversed(self._continuable):
            is_near = item.passage - each.last.passage <= _MAX_PASSAGES
            if each.series == item.series and each.fits(item) and is_near and not each.is_merged:
                each.is_block = True
                self._open.append(each)
                yield each
        yield from (each for each in reversed(self._open) if each.series == item.series or _joins(each, item))

    def _continues_without_inner(self, block: NumberedList, item: Item) -> bool:
        """Whether a block continues with an item if the items inside its last passage become a list of their own."""
        count = len(block.items)
        while count and not block.items[count - 1].opens_passage:
            count -= 1
        inner = block.items[count:]
        if (
            not inner
            or not 0 < count <= _MAX_ITEMS
            or len(inner) > _MAX_ITEMS
            or not NumberedList(block.items[:count], True).fits(item)
        ):
            return False
        block.replace_items(block.items[:count])
        for each in reversed(self.lists[-_MAX_DEPTH:]):
            if each.series == item.series and not each.is_block and each.last.passage == inner[0].passage:
                each.replace_items(sorted([*each.items, *inner], key=lambda one: one.start))
                return True
        self.lists.append(NumberedList(inner, False, outer_items=(block.last,)))
        return True

    def _append(self, target: NumberedList, item: Item) -> None:
        """Add an item to an open list, and close the lists inside that list."""
        self._move_repeated_number(target, item)
        ended: list[NumberedList] = []
        if target in self._open:
            at = self._open.index(target) + 1
            ended, self._open = self._open[at:], self._open[:at]
        before = target.previous
        is_gap = len(target.items) == 1 and not target.fits(item)
        if before is None or before.is_merged or not is_gap or item.number != before.next_number + 1:
            target.append(item)
            others = (each for each in reversed(ended) if each.is_block and item.opens_passage and each.fits(item))
            self._doubt = (target, next(others, None))
            return
        before.append(target.first)  # 一是, 一是, 三是: the second repeats the first
        before.append(item)
        target.is_merged = True
        self._open = [before if each is target else each for each in self._open if each is not before]

    def _move_repeated_number(self, target: NumberedList, item: Item) -> None:
        """If a number comes again, move the item before to the inner list: the first 二、 of 一、 （一） 二、 二、."""
        doubted, inner = self._doubt
        is_repeated = target is doubted and item.number == target.last.number and item.series == target.last.series
        if is_repeated and inner is not None and item.number > 1:
            inner.append(target.last)
            target.replace_items(target.items[:-1])

    def _begin(self, item: Item) -> None:
        """Start a list with an item."""
        before = self._latest.get((item.series, item.opens_passage))
        if before is not None and not item.opens_passage and before.last.passage != item.passage:
            before = None
        if item.opens_passage:
            self._end_blocks(item)
        new = NumberedList([item], item.opens_passage, before, tuple([each.last for each in self._open]))
        self._open = [*self._open[1 - _MAX_DEPTH :], new]
        self._latest[item.series, item.opens_passage] = new
        self.lists.append(new)

    def _end_blocks(self, item: Item) -> None:
        """Close the blocks that a new one replaces: those of the same series and of lower levels."""
        ended = next((at for at, each in enumerate(self._open) if each.series == item.series), len(self._open))
        if item.level:
            lower = (at for at, each in enumerate(self._open) if each.first.level >= item.level)
            self._open = self._open[: min(ended, next(lower, ended))]
        else:
            self._open = [each for at, each in enumerate(self._open) if at < ended or each.first.level]


def _sections(draft: Draft) -> Iterator[int]:
    """For each passage, the number of unnumbered headings up to it."""
    count = 0
    for passage in draft.passages:
        has_number = passage.text.lstrip()[:1] in "一二三四五六七八九十（(第首0123456789①②③④⑤⑥⑦⑧⑨⑩"
        count += passage.kind == "heading" and not has_number
        yield count


def _joins(target: NumberedList, item: Item) -> bool:
    """Whether an item of another series continues a list, by mistake or on purpose: 一看, 二问, 三听."""
    if target.series == item.series or item.number <= 1:
        return False
    if item.has_measure_word and target.first.has_measure_word:  # 第一个问题, 第二点
        return target.is_block and item.opens_passage and target.fits(item)
    if not item.is_verbal:
        return target.series in _MIXABLE_SERIES and item.series in _MIXABLE_SERIES and target.fits(item)
    if item.passage != target.last.passage and not item.opens_passage:
        return False
    if not target.first.is_verbal:
        # Not 三要…，四看 inside the paragraph of a block's item.
        is_at_same_level = item.opens_passage or not target.last.opens_passage
        return (
            target.series in ("一是", "一要") and is_at_same_level and item.series[1] in _verbs() and target.fits(item)
        )
    # In 一看, 二问, 四听 it is only certain that an item is missing if they are close together.
    max_distance = CLOSE if len(target.items) > 1 else _CLOSEST
    is_close = item.start - target.last.start < max_distance and item.series[1] in _verbs()
    is_likely = item.series[1] in _verbs() or len(target.items) > 1  # not 一看就懂，二话不说
    return (target.fits(item) and is_likely) or (is_close and 0 <= item.number - target.last.number <= 3)
