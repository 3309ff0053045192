"""What the lines of Markdown begin: headings, list items, rows of tables. For templates and for edited speeches."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from speechgen.model import lazily

# After a line's indent and, in templates, its source markers. A marker of an item is followed by white space.
HEADING = lazily(r"(?P<hashes>#{1,6})(?:[ \t]+|$)")
ITEM = lazily(r"(?P<marker>[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
THEMATIC_BREAK = lazily(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DELIMITER_ROW = lazily(r"\|?:?-+:?(?:\|:?-+:?)*\|?$")
_ALIGNMENTS = {(True, True): "c", (True, False): "l", (False, True): "r", (False, False): "-"}
_LONGEST_CELL = 200  # characters of a delimiter row before its first dash
_CELL_END = lazily(r"(?<!\\)((?:\\\\)*)\|")


def is_delimiter_row(line: str) -> bool:
    """Whether a line is the second of a table, such as `|:---|---:|`."""
    return "-" in line[:_LONGEST_CELL] and bool(_DELIMITER_ROW.match(line.replace(" ", "").replace("\t", "")))


def alignments(delimiter_row: str) -> str:
    """The alignment of each column: l, c, r, or - if the delimiter row says nothing."""
    cells = delimiter_row.strip(" \t|").split("|")
    return "".join([_ALIGNMENTS[cell.strip()[:1] == ":", cell.strip()[-1:] == ":"] for cell in cells])


def cells(row: str) -> list[tuple[int, int]]:
    """The start and end of each cell in a row that begins with `|`, with the white space around its words."""
    ends = [found.end() - 1 for found in _CELL_END.finditer(row)]
    if row[ends[-1] + 1 :].strip():  # the last `|` may be left out
        ends.append(len(row))
    return [(start + 1, end) for start, end in pairwise(ends)]


class _Level(NamedTuple):
    """An open list: its items' indent, its bullet or the mark after its numbers, and the last number."""

    indent: int
    mark: str
    number: int


class ListLevels:
    """The levels and numbers of list items as they come. Two more spaces begin a list in the item before.

    CommonMark wants as many as the marker and its space take, but authors write two after `1. ` as after `- `.
    """

    def __init__(self) -> None:
        self._open: list[_Level] = []

    def close(self) -> None:
        """A paragraph or a heading, after which no list goes on."""
        self._open.clear()

    def add(self, indent: int, marker: str) -> tuple[int, str]:
        """The level of an item and its number as it is read out, such as `2.`; empty for a bullet.

        As in CommonMark, only the number of a list's first item counts.
        """
        while len(self._open) > 1 and indent < self._open[-1].indent:
            self._open.pop()
        last = self._open[-1] if self._open else None
        if last is not None and indent < last.indent + 2:
            self._open.pop()
        else:
            last = None
        is_bullet = not marker[:-1]
        mark = "-" if is_bullet else marker[-1]
        number = 0 if is_bullet else last.number + 1 if last is not None and last.mark == mark else int(marker[:-1])
        self._open.append(_Level(last.indent if last else indent, mark, number))
        return len(self._open), "" if is_bullet else f"{number}{mark}"
