"""Typos in a name: one character is wrong, missing or added, or two are swapped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from speechgen.checks.tables import word_list

Kind = Literal["replaced", "missing", "added", "swapped"]


class Typo(NamedTuple):
    """A typo in a name at `start:end` of a text: how the character at index `at` of the name differs."""

    start: int
    end: int
    kind: Kind
    at: int
    written: str
    expected: str


class Misspelling(NamedTuple):
    """A misspelling of the name at `path` in the unit file; `is_certain` if it cannot be anything else."""

    typo: Typo
    name: str
    path: str
    is_certain: bool


def typos(text: str, name: str) -> Iterator[Typo]:
    """Yield each place where a text has a name of three or more characters with one typo.

    One typo leaves one half of the name unchanged, so only places that have one half are compared.
    """
    middle = len(name) // 2
    head, tail = name[:middle], name[middle:]
    at = text.find(head)
    while at >= 0:
        rest = at + middle
        if not text.startswith(tail, rest):
            if text[rest : rest + 1] in tail[:2] or text[rest + 1 : rest + 2] in tail[:2]:  # mostly it is another word
                for typo in _after(text, rest, tail, middle):
                    yield typo._replace(start=at)
        elif text.startswith(tail[-1], at + len(name)):
            yield Typo(at, at + len(name) + 1, "added", len(name), tail[-1], "")
        at = text.find(head, at + 1)
    at = text.find(tail)
    while at >= 0:
        if not text.endswith(head, 0, at):
            near = head[-2:]
            if middle == 1 or text[at - 1 : at] in near or text[max(0, at - 2) : at - 1] in near:
                for typo in _before(text, at, head):
                    yield typo._replace(end=at + len(tail))
        at = text.find(tail, at + 1)
    # One typo changes both halves: the two characters in the middle are swapped.
    across = name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    at = text.find(across) if across != name else -1
    while at >= 0:
        yield Typo(
            at, at + len(across), "swapped", middle - 1, name[middle] + name[middle - 1], name[middle - 1 : middle + 1]
        )
        at = text.find(across, at + 1)


def _after(text: str, start: int, part: str, offset: int) -> Iterator[Typo]:
    """The possible typos in the second half of a name, `part`, at `start`."""
    size = len(part)
    same = next((index for index in range(size) if text[start + index : start + index + 1] != part[index]), size)
    written = text[start + same : start + same + 1]
    if not written or same == size:
        return
    if same == size - 1 and size + offset > 2:
        yield Typo(0, start + same, "missing", offset + same, "", part[same])
    if text.startswith(part[same + 1 :], start + same + 1) and written != "\n":
        yield Typo(0, start + size, "replaced", offset + same, written, part[same])
    if same + 1 < size and text.startswith(part[same + 1] + part[same] + part[same + 2 :], start + same):
        yield Typo(0, start + size, "swapped", offset + same, part[same + 1] + part[same], part[same : same + 2])
    elif same + 1 < size and text.startswith(part[same + 1 :], start + same):
        yield Typo(0, start + size - 1, "missing", offset + same, "", part[same])
    if text.startswith(part[same:], start + same + 1):
        yield Typo(0, start + size + 1, "added", offset + same, written, "")


def _before(text: str, end: int, part: str) -> Iterator[Typo]:
    """The possible typos in the first half of a name, `part`, that ends at `end`."""
    size = len(part)
    same = next(
        (count for count in range(size) if text[max(0, end - count - 1) : end - count] != part[size - count - 1]), size
    )
    at = size - same - 1
    written = text[max(0, end - same - 1) : end - same]
    if not written or at < 0:
        return
    if text.endswith(part[:at], 0, end - same - 1) and written != "\n":
        yield Typo(end - size, 0, "replaced", at, written, part[at])
    if at > 0 and text.endswith(part[: at - 1] + part[at] + part[at - 1], 0, end - same):
        yield Typo(end - size, 0, "swapped", at - 1, part[at] + part[at - 1], part[at - 1 : at + 1])
    elif at > 0 and text.endswith(part[:at], 0, end - same):
        yield Typo(end - size + 1, 0, "missing", at, "", part[at])
    if text.endswith(part[: at + 1], 0, end - same - 1):
        yield Typo(end - size - 1, 0, "added", at + 1, written, "")


@lru_cache(maxsize=4096)
def look_alike(one: str, other: str) -> bool:
    """Whether two characters look alike, so that one is misread for the other: 栗 and 粟."""
    return any(one in group and other in group for group in word_list("phrases/lookalikes"))


@lru_cache(maxsize=4096)
def sound_alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, so that an input method offers one for the other."""
    from pypinyin import Style, pinyin  # takes 250 ms to import, and few speeches need it

    first, second = (
        {
            _simplified(syllable)
            for syllable in pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")[0]
        }
        if pinyin(character, errors="ignore")
        else set()
        for character in (one, other)
    )
    return bool(first & second)


def _simplified(syllable: str) -> str:
    """A syllable without the differences that typists often miss: zh and z, ang and an."""
    for long, short in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in")):
        syllable = syllable.replace(long, short)
    return syllable
