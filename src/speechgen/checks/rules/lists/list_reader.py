"""Which items of a speech belong together: its lists, each inside the item of an outer one or on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from speechgen.checks.rule import Draft
from speechgen.checks.rules.lists.items import ANY, Item, items_of
from speechgen.checks.rules.lists.numbered_list import CLOSE, NumberedList
from speechgen.checks.rules.lists.ordinal_words import VERBS

# Series that one list may mix by mistake: 一是, 二要; 首先, 第二.
_COUSINS = frozenset(("一是", "一要", "第一", "首先", "其一", "一则", "一来", "一曰"))
_FARTHEST = 4  # passages between the items of a list that begins inside a paragraph
_CLOSEST = 16  # characters between the first two items of 一看, 三听
_DEEPEST = 16  # lists that may be open at once: nobody nests deeper, and it keeps the time in proportion to the text
_LONGEST = 99  # items of a list that is looked at again


@lru_cache(maxsize=1)  # two rules read one speech after the other
def numbered_lists(draft: Draft) -> Sequence[NumberedList]:
    """Every list, in the order in which they begin."""
    reader = _ListReader(draft)
    for item in items_of(draft):
        reader.place(item)
    lists = [each for each in reader.lists if not each.is_merged and _is_list(each)]
    return tuple(sorted(lists, key=lambda each: each.first.start))


def _is_list(list_: NumberedList) -> bool:
    """Whether it is one, not words that may begin one. Of 一种是 and the like, another may be missing."""
    first = list_.first
    if first.is_verbal and first.number > 1:  # 二看, 三看; 二看, 三问, 四听
        is_one_verb = all(item.series == first.series for item in list_.items)
        return len(list_.items) > (1 if is_one_verb else 2)
    return (
        len(list_.items) > 1
        or not first.is_doubtful
        or first.is_one_of_several
        or first.number != 1
        or list_.repeated_list is not None
    )


class _ListReader:
    """Lists as they are read, item after item: `_open` are those that may go on, the innermost last."""

    def __init__(self, draft: Draft) -> None:
        self.lists: list[NumberedList] = []
        self._open: list[NumberedList] = []
        self._latest: dict[tuple[str, bool], NumberedList] = {}
        self._carried: list[NumberedList] = []  # lists that began inside the last paragraph that had any
        self._doubt: tuple[NumberedList | None, NumberedList | None] = (
            None,
            None,
        )  # where the last item went, where else it may belong
        self._passage = -1
        self._sections = list(_sections(draft))

    def place(self, item: Item) -> None:
        """Give an item to the list that it goes on with, or let it begin one."""
        if item.passage != self._passage:
            self._leave_passage(item)
        if item.number == 1 and self._repeats(item):
            item = item._replace(number=ANY)
        home = None
        if item.number != 1:
            home = next(self._homes_of_passage(item) if item.opens_passage else self._homes_in_passage(item), None)
        if home is not None:
            self._add(home, item)
        elif not self._is_idle(item):
            self._begin(item)

    def _leave_passage(self, item: Item) -> None:
        """End the lists that began inside the last paragraph, and below a heading without a number all but levels."""
        inside = [each for each in self._open if not each.is_block]
        self._carried = inside or self._carried
        has_heading = self._passage >= 0 and self._sections[item.passage] != self._sections[self._passage]
        self._open = [each for each in self._open if each.is_block and (each.first.level or not has_heading)]
        self._passage = item.passage

    def _repeats(self, item: Item) -> bool:
        """Whether it begins as the one before: 一方面…，一方面…; 一个是…，一个是…"""
        if item.series != "一方面" and not item.is_one_of_several:
            return False
        alike = [
            each
            for each in self._alike(item)
            if each.is_block is item.opens_passage or each.last.passage == item.passage
        ]
        return bool(alike) and not (item.series == "一方面" and alike[0].last.number == ANY)

    def _is_idle(self, item: Item) -> bool:
        """Words that are no item without a list before them: 最后, 三农; and 原因一是 inside a list of 一是."""
        if item.number == ANY:
            return item.series in ("首先", "first")
        if item.number > 1:
            return item.is_verbal and item.series[1] not in VERBS
        return item.is_doubtful and item.series == "一是" and any(not each.is_block for each in self._alike(item))

    def _alike(self, item: Item) -> list[NumberedList]:
        """The open lists of the item's series, the innermost first."""
        return [each for each in reversed(self._open) if each.series == item.series]

    def _homes_in_passage(self, item: Item) -> Iterator[NumberedList]:
        """The lists that an item inside a paragraph may go on with, the likeliest first."""
        inside = [each for each in self._alike(item) if not each.is_block]
        blocks = [each for each in self._alike(item) if each.is_block]
        here = [each for each in blocks if each.last.passage == item.passage]  # its paragraph has the block's last item
        yield from (each for each in inside if each.fits(item))
        if inside and len(inside[0].items) == 1 and item.number == 3:  # its 二是 is missing
            yield inside[0]
        yield from (each for each in here if each.fits(item) and (not each.last.opens_passage or item.number == 2))
        if inside and not (item.is_doubtful and item.number > inside[0].next_number + 3):
            yield inside[0]
        for each in reversed(self._open):
            if each.last.passage == item.passage and _joins(each, item) and not (each.series == "首先" and blocks):
                yield each
        yield from (each for each in (here if item.is_doubtful else blocks) if each.fits(item))
        for each in here:
            is_sure = not item.is_doubtful or item.is_verbal or not each.last.opens_passage
            if is_sure and not (
                each.last.opens_passage and item.number == 2
            ):  # 二是 alone begins a list, which lacks its 一是
                yield each

    def _homes_of_passage(self, item: Item) -> Iterator[NumberedList]:
        """The lists that an item at the start of a passage may go on with, the likeliest first."""
        blocks = [each for each in self._alike(item) if each.is_block]
        yield from (each for each in blocks if each.fits(item))
        yield from (each for each in blocks if self._gives_back(each, item))
        for each in reversed(self._carried):
            is_near = item.passage - each.last.passage <= _FARTHEST
            if each.series == item.series and each.fits(item) and is_near and not each.is_merged:
                each.is_block = True
                self._open.append(each)
                yield each
        yield from (each for each in reversed(self._open) if each.series == item.series or _joins(each, item))

    def _gives_back(self, block: NumberedList, item: Item) -> bool:
        """Whether a block goes on with an item once the items inside its last passage are a list of their own."""
        count = len(block.items)
        while count and not block.items[count - 1].opens_passage:
            count -= 1
        inner = block.items[count:]
        if (
            not inner
            or not 0 < count <= _LONGEST
            or len(inner) > _LONGEST
            or not NumberedList(block.items[:count], True).fits(item)
        ):
            return False
        block.replace_items(block.items[:count])
        for each in reversed(self.lists[-_DEEPEST:]):
            if each.series == item.series and not each.is_block and each.last.passage == inner[0].passage:
                each.replace_items(sorted([*each.items, *inner], key=lambda one: one.start))
                return True
        self.lists.append(NumberedList(inner, False, outer_items=(block.last,)))
        return True

    def _add(self, home: NumberedList, item: Item) -> None:
        """Add an item to an open list. The lists inside it end."""
        self._take_back(home, item)
        ended: list[NumberedList] = []
        if home in self._open:
            at = self._open.index(home) + 1
            ended, self._open = self._open[at:], self._open[:at]
        before = home.previous
        is_gap = len(home.items) == 1 and not home.fits(item)
        if before is None or before.is_merged or not is_gap or item.number != before.next_number + 1:
            home.append(item)
            others = (each for each in reversed(ended) if each.is_block and item.opens_passage and each.fits(item))
            self._doubt = (home, next(others, None))
            return
        before.append(home.first)  # 一是, 一是, 三是: the second one repeats the first
        before.append(item)
        home.is_merged = True
        self._open = [before if each is home else each for each in self._open if each is not before]

    def _take_back(self, home: NumberedList, item: Item) -> None:
        """一、 （一） （二） 三、 二、: what came last belongs to the inner list, now that its number comes again."""
        doubted, inner = self._doubt
        is_again = home is doubted and item.number == home.last.number and item.series == home.last.series
        if is_again and inner is not None and item.number > 1:
            inner.append(home.last)
            home.replace_items(home.items[:-1])

    def _begin(self, item: Item) -> None:
        """Let an item begin a list."""
        before = self._latest.get((item.series, item.opens_passage))
        if before is not None and not item.opens_passage and before.last.passage != item.passage:
            before = None
        if item.opens_passage:
            self._end_blocks(item)
        new = NumberedList([item], item.opens_passage, before, tuple([each.last for each in self._open]))
        self._open = [*self._open[1 - _DEEPEST :], new]
        self._latest[item.series, item.opens_passage] = new
        self.lists.append(new)

    def _end_blocks(self, item: Item) -> None:
        """End the blocks that a new one replaces: of its own series, and of lower levels."""
        ended = next((at for at, each in enumerate(self._open) if each.series == item.series), len(self._open))
        if item.level:
            lower = (at for at, each in enumerate(self._open) if each.first.level >= item.level)
            self._open = self._open[: min(ended, next(lower, ended))]
        else:
            self._open = [each for at, each in enumerate(self._open) if at < ended or each.first.level]


def _sections(draft: Draft) -> Iterator[int]:
    """For each passage, how many headings without a number stand before it."""
    count = 0
    for passage in draft.passages:
        has_number = passage.text.lstrip()[:1] in "一二三四五六七八九十（(第首0123456789①②③④⑤⑥⑦⑧⑨⑩"
        count += passage.kind == "heading" and not has_number
        yield count


def _joins(home: NumberedList, item: Item) -> bool:
    """Whether an item of another series goes on with a list, by mistake or, 一看, 二问, 三听, on purpose."""
    if home.series == item.series or item.number <= 1:
        return False
    if not item.is_verbal:
        return home.series in _COUSINS and item.series in _COUSINS and home.fits(item)
    if item.passage != home.last.passage and not item.opens_passage:
        return False
    if not home.first.is_verbal:
        is_beside = (
            item.opens_passage or not home.last.opens_passage
        )  # not 三要…，四看, inside the paragraph of a block's item
        return home.series in ("一是", "一要") and is_beside and item.series[1] in VERBS and home.fits(item)
    farthest = (
        CLOSE if len(home.items) > 1 else _CLOSEST
    )  # 一看, 二问, 四听: that one is missing is certain only close by
    is_close = item.start - home.last.start < farthest and item.series[1] in VERBS
    is_likely = item.series[1] in VERBS or len(home.items) > 1  # not 一看就懂，二话不说
    return (home.fits(item) and is_likely) or (is_close and 0 <= item.number - home.last.number <= 3)
