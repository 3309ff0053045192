"""Reading Word files: the paragraphs, lists and tables as they are printed, with tracked changes accepted.

python-docx opens the package, but its `Paragraph.text` leaves out inserted text (tracked changes) and text boxes, so
the text is collected here. The line of a place is the number of the Word paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.block import Block
from speechgen.formats.bounds import MAX_CHARACTERS, MAX_LINES, too_large, too_many_characters
from speechgen.formats.docx.list_reader import Counter, Numbering, read_numbering
from speechgen.formats.docx.ooxml import number, val
from speechgen.formats.docx.open_file import SENTENCE, W, read_word
from speechgen.formats.docx.table_reader import Cell, cells_by_paragraph, read_row
from speechgen.messages import translated
from speechgen.model import Place, Run, Source, lazily

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_SKIPPED = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}footnoteReference")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_HEADING = lazily(r"heading ?(\d)|标题 ?(\d)", re.IGNORECASE)


class _Styles(NamedTuple):
    """What the styles of paragraphs say, by id: the level of a heading, the list of an item, a sentence's style."""

    levels: Mapping[str, int]
    lists: Mapping[str, tuple[str, int]]
    sentences: Container[str]


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield each paragraph of the body that is not blank. Raises SpeechgenError if the file cannot be read."""
    yield from read_word(content, shown, lambda document: list(_blocks(*_body_with_styles(document, shown), shown)))


def _body_with_styles(document: Document, shown: str) -> tuple[_Element, _Styles, Numbering]:
    """The document's body, its styles and its lists."""
    if next(islice(document.element.body.iter(f"{W}p"), MAX_LINES, None), None) is not None:
        message = translated("has more than {number} paragraphs", number=f"{MAX_LINES:,}")
        raise too_large(Place(shown, MAX_LINES + 1), message)
    names = {style.style_id: style.name or "" for style in document.styles}
    return (
        document.element.body,
        _Styles(
            # Heading 1 is a section heading, which has level 2: Word's title is not a heading.
            {
                each: int(found[1] or found[2]) + 1
                for each, name in names.items()
                if (found := _HEADING.fullmatch(name))
            },
            {style.style_id: listed for style in document.styles if (listed := _list_of(style.element))},
            {each for each, name in names.items() if name.lower() == SENTENCE.lower()},
        ),
        read_numbering(document),
    )


def _blocks(body: _Element, styles: _Styles, numbering: Numbering, shown: str) -> Iterator[Block]:
    """Yield a block per paragraph, and per row; in large layout, the sentences of a paragraph are joined again."""
    cells, counter = cells_by_paragraph(body), Counter(numbering)
    parts: list[tuple[int, str]] = []  # Word paragraphs of one block: number and text
    block = Block(())
    row: list[tuple[Cell, int, str]] = []
    length = 0
    for count, paragraph in enumerate(body.iter(f"{W}p"), start=1):
        cell = cells.get(paragraph)
        if row and (cell is None or cell.row is not row[0][0].row):
            yield from read_row(row, shown)
            row = []
        text = "".join(_words(paragraph))
        length += len(text)
        if length > MAX_CHARACTERS:
            raise too_many_characters(Place(shown, count))
        if cell is not None:
            yield from _filled(block, parts, shown)
            parts, block = [], Block(())
            row.append((cell, count, text.replace("\n", " ")))
            continue
        if text.strip():
            name = val(paragraph, "pPr/pStyle") or ""
            if name not in styles.sentences or block.level or block.kind != "paragraph":  # they do not continue these
                yield from _filled(block, parts, shown)
                parts, block = [], _begin(paragraph, name, styles, counter)
            parts.append((count, text))
    yield from read_row(row, shown)
    yield from _filled(block, parts, shown)


def _begin(paragraph: _Element, style: str, styles: _Styles, counter: Counter) -> Block:
    """A block without its words, as the properties of its Word paragraph say."""
    level = styles.levels.get(style, 0)
    listed = _list_of(paragraph) or styles.lists.get(style)
    marker = counter.marker(*listed) if listed and not level else None
    return Block((), level) if listed is None or marker is None else Block((), listed[1] + 1, "item", marker)


def _list_of(element: _Element) -> tuple[str, int] | None:
    """The numbering instance and the level that a paragraph or a style names."""
    instance = val(element, "pPr/numPr/numId")
    return (instance, number(element, "pPr/numPr/ilvl") or 0) if instance else None


def _filled(block: Block, parts: Sequence[tuple[int, str]], shown: str) -> Iterator[Block]:
    """Yield a block made of Word paragraphs, each a run at its place, stripped of white space at both ends."""
    runs = [Run(f"{block.marker} ", False, Source(Place(shown, parts[0][0])))] if parts and block.marker else []
    for index, (count, text) in enumerate(parts):
        words = text if index else text.lstrip()
        place = Place(shown, count, len(text) - len(words) + 1)
        runs.append(Run(words if index < len(parts) - 1 else words.rstrip(), False, Source(place)))
    if runs:
        yield block._replace(runs=tuple(runs))


def _words(element: _Element) -> Iterator[str]:
    """Yield the text of a paragraph, without deleted text and text boxes, whose paragraphs are read separately."""
    for child in element:
        if child.tag == f"{W}t":
            yield re.sub(r"\s", " ", child.text or "")
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag not in _SKIPPED and child.tag != f"{W}p":
            yield from _words(child)
