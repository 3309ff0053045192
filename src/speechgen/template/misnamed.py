"""Files of a template whose name an editor has changed, so that they are not read: Notepad adds .txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily

if TYPE_CHECKING:
    from speechgen.template.files import Folder

_MISNAMED = lazily(r"(?P<name>.+\.(?:md\.j2|yaml))\.txt", re.IGNORECASE)


def misnamed_files(folder: Folder) -> Iterator[Problem]:
    """A problem for each file of a template that ends in .txt, and is meant as `speech.md.j2`, a part or YAML."""
    for name in folder.names("**/*.txt"):
        found = _MISNAMED.fullmatch(name)
        if found:
            right = found["name"].rpartition("/")[2]
            fix = translated(
                "rename it to {name}; to see the whole name in Windows, show file name extensions in the Explorer",
                name=right,
            )
            message = translated(
                "is not read, because its name ends in .txt and not in .{ending}", ending=right.partition(".")[2]
            )
            yield Problem(Place(folder.show(name)), "file-name", message, fix)
