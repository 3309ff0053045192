"""Wordings: files of a template that say the same in other words. Each unit gets one of them, by its name.

Next to `leadership.md.j2` may be `leadership.2.md.j2`, `leadership.3.md.j2` and so on, for parts and for files that are
included. A unit keeps its wordings whichever units join its workspace; `wordings:` in its file sets one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from speechgen.model import lazily
from speechgen.template.files import COMMON, SUFFIX, Folder

_NUMBERED = lazily(rf"(.+)\.(?:[2-9]|[1-9][0-9]){re.escape(SUFFIX)}")


class WordingChoice(NamedTuple):
    """The wordings of one unit. `fixed` are those that its file sets, by the name of the part or file."""

    folder: Folder
    unit_name: str
    fixed: Mapping[str, int] = {}

    def file(self, name: str) -> str:
        """The file of the unit's wording of the file `name`."""
        files = self.folder.wordings(name)
        if len(files) == 1:
            return name
        number = self.fixed.get(short_name(name))
        if number is not None:
            return files[min(number, len(files)) - 1]
        digest = hashlib.sha256(f"{self.unit_name}\n{short_name(name)}".encode()).digest()
        return files[int.from_bytes(digest[:8], "big") % len(files)]


def first_wording(folder: Folder, name: str) -> str:
    """The file of which `name` is a further wording; `name` itself if it is not one."""
    found = _NUMBERED.fullmatch(name)
    first = f"{found[1]}{SUFFIX}" if found else name
    return first if folder.locate(first) else name


def wording_counts(folder: Folder, lists: Iterable[str]) -> dict[str, int]:
    """How many wordings there are of each part and included file that has several, by its short name."""
    counts: dict[str, int] = {}
    below = ("", *(f"{name}/" for name in lists), COMMON)
    for name in (found for each in below for found in folder.names(f"{each}*.2{SUFFIX}")):
        first = name.removesuffix(f".2{SUFFIX}") + SUFFIX
        if (count := len(folder.wordings(first))) > 1:
            counts[short_name(first)] = max(counts.get(short_name(first), 1), count)
    return counts


def without_number(name: str) -> str:
    """The name of a part, without the number of its wording: `leadership` for `leadership.2`."""
    return re.sub(r"\.(?:[2-9]|[1-9][0-9])$", "", name)


def wording_of(file: str) -> tuple[str, int]:
    """The name of a part or included file, and the number of its wording, by the wording's file."""
    name = short_name(file)
    first = without_number(name)
    return first, int(name[len(first) + 1 :] or 1)


@lru_cache(maxsize=1024)
def short_name(name: str) -> str:
    """The name of a part or included file in a unit file: `leadership` for `evaluation/leadership.md.j2`."""
    return PurePosixPath(name).name.removesuffix(SUFFIX)
