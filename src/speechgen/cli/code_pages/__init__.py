"""The pages of the problems that no rule finds: a text file for each code, in a folder for each group.

A file begins with the severity. After an empty line the page follows, as it is shown: what is wrong, why it matters,
lines that have the problem and lines that do not, where a file can have them, and what to do. An arrow ends the line
at which the problem is reported. Only `speechgen rules` and reports with pages read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from speechgen.messages import marked
from speechgen.model import Severity

FOLDER = Path(__file__).parent
# The groups in the order of the list: the folder, and its title.
GROUPS = {
    "reading": marked("Files that cannot be read"),
    "values": marked("Values in unit files"),
    "templates": marked("Templates"),
    "commands": marked("Names in commands"),
    "writing": marked("Files of speeches"),
    "system": marked("The system, and packages"),
}


class CodePage(NamedTuple):
    """The page of a code, in English; `summary` is its first paragraph."""

    code: str
    severity: Severity
    page: str

    @property
    def summary(self) -> str:
        """What is wrong, in a sentence."""
        return " ".join(self.page.split("\n\n")[0].split())


def page_codes() -> tuple[str, ...]:
    """The codes that have a page, in the order of the list."""
    return tuple(_files())


def code_page(code: str) -> CodePage | None:
    """The page of a code; None if it has none."""
    path = _files().get(code)
    return _read(path) if path else None


def grouped_pages() -> Iterator[tuple[str, list[CodePage]]]:
    """The pages of each group, with the group's title."""
    for group, title in GROUPS.items():
        yield title, [_read(path) for path in _files().values() if path.parent.name == group]


@cache
def _files() -> dict[str, Path]:
    """The file of each code."""
    return {path.stem: path for group in GROUPS for path in sorted((FOLDER / group).glob("*.txt"))}


def _read(path: Path) -> CodePage:
    severity, _, page = path.read_text(encoding="utf-8").partition("\n\n")
    return CodePage(path.stem, cast("Severity", severity), page.rstrip("\n"))
