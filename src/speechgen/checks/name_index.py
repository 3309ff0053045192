"""Find names around a position in a text; tell which values of a unit file are names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from speechgen.model import lazily

MAX_NAME = 100  # characters of a name or a post; what is longer is not one
_INDEX = lazily(r"\[\d+\]")
# Keys whose value, or all values below, are names, in the bundled templates and in those that users write.
_NAME_KEYS_TEXT = """
name names fullname short abbreviation alias aliases mentions people persons subordinates superiors members organisers
organizers authority leading_body speaker speakers leader leaders head host author event follow_up signatory attendees
guests
"""
_NAME_KEYS = frozenset(_NAME_KEYS_TEXT.split())
_NAME_ENDINGS = ("_name", "_names", "_group", "_groups", "_body", "_office")
_NOT_NAMES = frozenset(("post", "pledge", "quote", "text", "requirement", "lessons", "measures"))
_SHORT = lazily(
    "[\u3007\u3400-\u9fff\ue000-\uf8ff\U00020000-\U0003ffff]{2,4}"
    "|[^\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f]{1,20}[·•\u2027\u30fb][^\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f]{1,20}"
)


@lru_cache(maxsize=4096)  # the units of a run have the same paths
def is_name_path(path: str) -> bool:
    """Whether the value at a data path is a name, such as `unit.head.name`, `mentions[1]`, `organisers.office`."""
    *parents, key = _INDEX.sub("", path).split(".")
    if key in _NAME_KEYS or key.endswith(_NAME_ENDINGS):
        return True
    return key not in _NOT_NAMES and any(parent in _NAME_KEYS for parent in parents)


def may_be_name(words: str) -> bool:
    """Whether a value looks like a person's name, whatever its key: two to four Chinese characters, or two parts
    joined by a ·.
    """
    return _SHORT.fullmatch(words) is not None


class Occurrence(NamedTuple):
    """The position of a name in a text."""

    start: int
    end: int


class NameIndex:
    """Looks up names around a position in a text, as fast with ten thousand names as with ten."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(words for name in names if 0 < len(words := name.strip()) <= MAX_NAME)
        self._lengths = sorted({len(name) for name in self._names}, reverse=True)

    def around(self, text: str, start: int, end: int) -> Iterator[Occurrence]:
        """Yield every occurrence that overlaps `text[start:end]`; if that is empty, every one that contains `start`."""
        for length in self._lengths:
            for at in range(max(0, start - length + 1), end):
                if text[at : at + length] in self._names:
                    yield Occurrence(at, at + length)

    def is_around(self, text: str, start: int, end: int) -> bool:
        """Whether `around` finds a name."""
        return next(self.around(text, start, end), None) is not None
