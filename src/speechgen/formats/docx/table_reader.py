"""Reading the tables of a Word file: those with a paragraph in each cell. Others are layout, and read as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.block import Block
from speechgen.formats.docx.ooxml import W, val
from speechgen.model import Place, Run, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALIGNMENTS = {"center": "c", "right": "r", "end": "r", "left": "l", "start": "l"}


class Cell(NamedTuple):
    """A cell: its row, its column from 0, whether the row is the first of its table, its alignment (l, c, r or -)."""

    row: _Element
    column: int
    is_header: bool
    alignment: str


def cells_by_paragraph(body: _Element) -> dict[_Element, Cell]:
    """The cells of the body's tables, by the Word paragraphs in them."""
    found: dict[_Element, Cell] = {}
    for table in body.iter(f"{W}tbl"):
        rows = [list(row.iterfind(f"{W}tc")) for row in table.iterfind(f"{W}tr")]
        if rows and all(len(row) > 1 and all(map(_is_simple, row)) for row in rows):
            for number, row in enumerate(table.iterfind(f"{W}tr")):
                for index, cell in enumerate(row.iterfind(f"{W}tc")):
                    for paragraph in cell.iter(f"{W}p"):
                        alignment = _ALIGNMENTS.get(val(paragraph, "pPr/jc") or "", "-")
                        found[paragraph] = Cell(row, index, number == 0, alignment)
    return found


def read_row(row: Sequence[tuple[Cell, int, str]], shown: str) -> Iterator[Block]:
    """Yield a row made of the Word paragraphs of its cells: the cell, the paragraph's number, its text."""
    if not any(text.strip() for _, _, text in row):
        return
    runs: list[Run] = []
    last = 0
    for cell, number, text in row:
        words = text.strip()
        if cell.column > last:
            runs.append(Run("\t", False, Source(Place(shown, number))))
            last = cell.column
        if words:
            runs.append(Run(words, False, Source(Place(shown, number, text.index(words) + 1))))
    is_header = row[0][0].is_header
    columns = {cell.column: cell.alignment for cell, _, _ in row}
    yield Block(tuple(runs), int(is_header), "row", "".join(columns.values()) if is_header else "")


def _is_simple(cell: _Element) -> bool:
    """Whether a cell has at most one paragraph with words, and nothing else in it."""
    with_words = [
        each for each in cell.iterfind(f"{W}p") if any((text.text or "").strip() for text in each.iter(f"{W}t"))
    ]
    return len(with_words) <= 1 and len(list(cell.iter(f"{W}p"))) == len(list(cell.iterfind(f"{W}p")))
