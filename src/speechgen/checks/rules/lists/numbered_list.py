"""The model of a list: its items, and the number that comes next."""

from __future__ import annotations

from speechgen.checks.rules.lists.items import ANY, Item

CLOSE = 40  # characters between items of one sentence


class NumberedList:
    """Items that belong together. `is_block`: the items begin passages, rather than being inside a paragraph.

    `misplaced` are the items out of sequence, each with the number that was expected. `previous` is the list of the
    same series before this one, in the same paragraph or, for blocks, anywhere. `outer_items` are the items that
    contain the list, one of each outer list, the innermost last. `is_merged`: the items were moved to another list.
    """

    def __init__(
        self,
        items: list[Item],
        is_block: bool,
        previous: NumberedList | None = None,
        outer_items: tuple[Item, ...] = (),
    ) -> None:
        self.is_block = is_block
        self.previous = previous
        self.outer_items = outer_items
        self.is_merged = False
        self.replace_items(items)

    def replace_items(self, items: list[Item]) -> None:
        """Start again with these items."""
        self.items: list[Item] = []
        self.misplaced: list[tuple[Item, int]] = []
        self._expected: tuple[int, ...] = (1,)
        for item in items:
            self.append(item)

    @property
    def series(self) -> str:
        """The series of the first item: 一是."""
        return self.items[0].series

    @property
    def first(self) -> Item:
        """The first item."""
        return self.items[0]

    @property
    def last(self) -> Item:
        """The last item so far."""
        return self.items[-1]

    @property
    def next_number(self) -> int:
        """The number that the next item should have."""
        return self._expected[0]

    @property
    def repeated_list(self) -> NumberedList | None:
        """The list that its only item may belong to with a wrong number, as in 一是, 二是, 一是; or None."""
        before = self.previous
        if before is None or before.is_merged or self.first.number != 1 or len(self.items) > 1:
            return None
        is_at_same_place = before.outer_items == self.outer_items or any(
            item is before.last for item in self.outer_items
        )
        is_near = self.is_block or not self.first.is_verbal or self.first.start - before.last.start < CLOSE
        return before if is_at_same_place and is_near else None

    def fits(self, item: Item) -> bool:
        """Whether an item's number may come next. After 一是 二是 四是, both 四是 and 五是 may."""
        if item.number == ANY:
            return bool(self.items)
        is_again = item.series == "首先" and item.number == 3  # 再次 may be the fourth or fifth item, too
        return item.number in self._expected or (is_again and self.next_number > 3)

    def append(self, item: Item) -> None:
        """Add an item, whether or not its number fits."""
        if self.fits(item):
            number = item.number if item.number in self._expected else self.next_number
            self._expected = (number + 1,)
        else:
            self.misplaced.append((item, self.next_number))
            self._expected = (self.next_number + 1, item.number + 1)
        self.items.append(item)
