"""Writing tables to Word files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W, add
from speechgen.model import cells_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from speechgen.formats.docx.base import Base
    from speechgen.model import Paragraph, Run

TABLE, CELL = "table grid", "table text"  # the styles, which a reference document may lack
_ALIGNMENTS = {"l": "left", "c": "center", "r": "right"}
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(base: Base, rows: Sequence[Paragraph], paragraph: Callable[[str, list[Run]], _Element]) -> _Element:
    """A table. `paragraph` makes a Word paragraph in a style, which may be empty, of runs."""
    columns = [cells_of(row) for row in rows]
    count = max(map(len, columns))
    alignments = (rows[0].marker or "").ljust(count, "-")
    width = base.title_width // count
    element = base.empty.makeelement(f"{W}tbl", {})
    _properties(element, base, count * width)
    grid = add(element, "tblGrid")
    for _ in range(count):
        add(grid, "gridCol", {"w": str(width)})
    for row, cells in zip(rows, columns, strict=True):
        line = add(element, "tr")
        properties = add(line, "trPr")
        add(properties, "cantSplit")
        if row.level:
            add(properties, "tblHeader")
        for runs, alignment in zip([*cells, *[[] for _ in range(count - len(cells))]], alignments, strict=False):
            cell = add(line, "tc")
            add(add(cell, "tcPr"), "tcW", {"w": str(width), "type": "dxa"})
            words = paragraph(
                base.styles.get(CELL, ""), [run._replace(bold=bool(row.level) or run.bold) for run in runs]
            )
            if alignment in _ALIGNMENTS:
                add(words[0], "jc", {"val": _ALIGNMENTS[alignment]})
            cell.append(words)
    return element


def _properties(element: _Element, base: Base, width: int) -> None:
    properties = add(element, "tblPr")
    if TABLE in base.styles:
        add(properties, "tblStyle", {"val": base.styles[TABLE]})
    add(properties, "tblW", {"w": str(width), "type": "dxa"})
    if TABLE not in base.styles:
        borders = add(properties, "tblBorders")
        for side in _BORDERS:
            add(borders, side, {"val": "single", "sz": "4", "space": "0", "color": "auto"})
    add(properties, "tblLayout", {"type": "fixed"})
