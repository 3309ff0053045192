"""Slips of the pen in a name: one character that is another, is missing, is added, or has changed places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["other", "missing", "added", "swapped"]


class Slip(NamedTuple):
    """A spelling that is almost a name's: where it stands, and how the name's character `at` differs."""

    start: int
    end: int
    kind: Kind
    at: int
    said: str
    meant: str


class Almost(NamedTuple):
    """A spelling that is almost the name that the file has at `path`; `is_sure` where it can be nothing else."""

    slip: Slip
    name: str
    path: str
    is_sure: bool


def slips(text: str, name: str) -> Iterator[Slip]:
    """Where a text has a name of three characters or more, but for one slip.

    One slip leaves one half of the name as it is: only where a half stands is the other looked at.
    """
    middle = len(name) // 2
    head, tail = name[:middle], name[middle:]
    at = text.find(head)
    while at >= 0:
        rest = at + middle
        if not text.startswith(tail, rest):
            for slip in _after(text, rest, tail, middle):
                yield slip._replace(start=at)
        elif text.startswith(tail[-1], at + len(name)):
            yield Slip(at, at + len(name) + 1, "added", len(name), tail[-1], "")
        at = text.find(head, at + 1)
    at = text.find(tail)
    while at >= 0:
        if not text.endswith(head, 0, at):
            for slip in _before(text, at, head):
                yield slip._replace(end=at + len(tail))
        at = text.find(tail, at + 1)
    # The one slip that touches both halves: the characters where they meet have changed places.
    across = name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    at = text.find(across) if across != name else -1
    while at >= 0:
        yield Slip(
            at, at + len(across), "swapped", middle - 1, name[middle] + name[middle - 1], name[middle - 1 : middle + 1]
        )
        at = text.find(across, at + 1)


def _after(text: str, start: int, part: str, offset: int) -> Iterator[Slip]:
    """How the part that begins at `start` differs from what a name has there."""
    size = len(part)
    same = next((index for index in range(size) if text[start + index : start + index + 1] != part[index]), size)
    said = text[start + same : start + same + 1]
    if not said or same == size:
        return
    if same == size - 1 and size + offset > 2:
        yield Slip(0, start + same, "missing", offset + same, "", part[same])
    if text.startswith(part[same + 1 :], start + same + 1) and said != "\n":
        yield Slip(0, start + size, "other", offset + same, said, part[same])
    if same + 1 < size and text.startswith(part[same + 1] + part[same] + part[same + 2 :], start + same):
        yield Slip(0, start + size, "swapped", offset + same, part[same + 1] + part[same], part[same : same + 2])
    elif same + 1 < size and text.startswith(part[same + 1 :], start + same):
        yield Slip(0, start + size - 1, "missing", offset + same, "", part[same])
    if text.startswith(part[same:], start + same + 1):
        yield Slip(0, start + size + 1, "added", offset + same, said, "")


def _before(text: str, end: int, part: str) -> Iterator[Slip]:
    """How the part that ends before `end` differs from what a name has there."""
    size = len(part)
    same = next(
        (count for count in range(size) if text[max(0, end - count - 1) : end - count] != part[size - count - 1]), size
    )
    at = size - same - 1
    said = text[max(0, end - same - 1) : end - same]
    if not said or at < 0:
        return
    if text.endswith(part[:at], 0, end - same - 1) and said != "\n":
        yield Slip(end - size, 0, "other", at, said, part[at])
    if at > 0 and text.endswith(part[: at - 1] + part[at] + part[at - 1], 0, end - same):
        yield Slip(end - size, 0, "swapped", at - 1, part[at] + part[at - 1], part[at - 1 : at + 1])
    elif at > 0 and text.endswith(part[:at], 0, end - same):
        yield Slip(end - size + 1, 0, "missing", at, "", part[at])
    if text.endswith(part[: at + 1], 0, end - same - 1):
        yield Slip(end - size - 1, 0, "added", at + 1, said, "")


@lru_cache(maxsize=4096)
def sound_alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, as those do between which a keyboard's list of characters lets one slip."""
    from pypinyin import Style, pinyin  # a quarter of a second: only where a name is in doubt

    first, second = (
        {_plain(sound) for sound in pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")[0]}
        if pinyin(sign, errors="ignore")
        else set()
        for sign in (one, other)
    )
    return bool(first & second)


def _plain(sound: str) -> str:
    """A sound without what is often mistaken in typing: zh and z, ang and an."""
    for long, short in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in")):
        sound = sound.replace(long, short)
    return sound
