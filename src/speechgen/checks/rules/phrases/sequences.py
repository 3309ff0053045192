"""Lists that have a set order: 照镜子、正衣冠、洗洗澡、治治病."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from speechgen.messages import translated
from speechgen.model import Severity

_MARKS = ("、", "，", "和")
_MIN_ITEMS = 3


class WrongSequence(NamedTuple):
    """A list that ends at `end` of a text and has items in another order, or lacks one."""

    end: int
    message: str
    severity: Severity | None


@cache
def items_of(phrase: str) -> Sequence[str]:
    """The items of a phrase that is a list; of any other none."""
    items = phrase.replace("，", "、").split("、")
    return items if len(items) >= _MIN_ITEMS else ()


def wrong_sequence(text: str, start: int, phrase: str) -> WrongSequence | None:
    """What is wrong with the list that begins at `start` of a text, which has an item of `phrase` there.

    All items in another order are an error; one missing inside may be left out on purpose.
    """
    if text[start - 1 : start] in _MARKS:
        return None  # the list begins before it
    items = items_of(phrase)
    found, end = _items_at(text, start, items)
    written = text[start:end]
    if len(found) == len(items) and found != items and len(set(found)) == len(items):
        return WrongSequence(
            end, translated("{written} has another order than {right}", written=written, right=phrase), None
        )
    if len(found) == len(items) - 1 and found[0] == items[0] and found[-1] == items[-1]:
        missing = [item for item in items if item not in found]
        if len(missing) == 1 and [item for item in items if item in found] == found:
            return WrongSequence(
                end,
                translated(
                    "{written} lacks {missing}: it is {right}", written=written, missing=missing[0], right=phrase
                ),
                "warning",
            )
    return None


def _items_at(text: str, start: int, items: Sequence[str]) -> tuple[list[str], int]:
    """The items in a row at `start` of a text, and where the last ends."""
    found: list[str] = []
    at = end = start
    while (item := next((item for item in items if text.startswith(item, at)), None)) is not None:
        found.append(item)
        end = at + len(item)
        if text[end : end + 1] not in _MARKS:
            break
        at = end + 1
    return found, end
