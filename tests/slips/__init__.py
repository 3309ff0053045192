"""Slips of the keyboard, in files that are easy to read and to add to.

A slip begins with `== its name`. Its parts, which begin with `-- their name`, are lines as they are in a unit file; the
first part has no name. Characters that cannot be seen are written as `<U+3000>`.
"""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).parent


def read_slips(name: str) -> dict[str, dict[str, str]]:
    """The slips in a file by their names: the lines of each part by its name, the first one's by an empty text."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda found: chr(int(found[1], 16)), text)
    slips = {}
    for slip in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        title, _, lines = slip.partition("\n")
        parts = re.split(r"^-- (.*)\n", lines, flags=re.MULTILINE)
        assert title not in slips
        slips[title] = {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
    assert slips
    return slips
