"""The blocks of rendered text: headings, paragraphs, list items and tables, each with its lines.

Within the text between two blank lines of the source, a heading, an item and a row are one line each; lines after an
item or a paragraph continue it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from speechgen.messages import translated
from speechgen.model import Kind, lazily
from speechgen.rendering.block_syntax import HEADING, ITEM, alignments, cells, is_delimiter_row
from speechgen.rendering.inline import LINE_MARKER
from speechgen.rendering.unsupported import unsupported_at_start, unsupported_within
from speechgen.template import LINE_BREAK

_LINE_START = lazily(rf"(?P<indent>[ \t]*)(?P<markers>(?:{LINE_MARKER}[ \t]*)*)")
_MARKERS = lazily(LINE_MARKER)


class TextBlock(NamedTuple):
    """A block. `texts` are its lines, or the cells of a row; the first has the markers of the line's start.

    `level` is that of a heading, 1 for a table's header. `marker` is an item's as it is written, or the alignments of
    a header. `indent` is an item's.
    """

    kind: Kind
    texts: list[str]
    level: int = 0
    marker: str = ""
    indent: int = 0


class Refusal(NamedTuple):
    """Something that speeches do not have: the text up to it, by whose last marker its line is known."""

    before: str
    message: str
    fix: str


def text_blocks(text: str) -> Iterator[TextBlock | Refusal]:
    """Yield the blocks of a text without blank lines, and what is refused in it."""
    current: TextBlock | None = None  # a paragraph, an item or a table that the next line may continue
    rows: list[str] = []
    for line in map(_without_space_at_end, text.split("\n")):
        start = _LINE_START.match(line)
        assert start is not None  # noqa: S101 - every part of it is optional
        markers, words = start["markers"], line[start.end() :].rstrip(f" \t{LINE_BREAK}")
        if not words:
            continue
        refused = unsupported_at_start(words)
        if refused:
            yield Refusal(line, *refused)
            continue
        heading, item = HEADING.match(words), _item(words, current)
        if rows and not words.startswith("|"):
            yield from _table(rows)
            rows = []
        if current is not None and (heading or item or words.startswith("|")):
            yield current
            current = None
        if heading:
            yield TextBlock(
                "heading", [markers + _without_closing_hashes(words[heading.end() :])], len(heading["hashes"])
            )
        elif words.startswith("|"):
            rows.append(markers + words)
        elif item:
            indent = len(start["indent"].expandtabs(4))
            rest = line[start.end() + item.end() :]
            current = TextBlock("item", [markers + rest], marker=item["marker"], indent=indent)
        elif current is None:
            current = TextBlock("paragraph", [markers + line[start.end() :]])
        else:
            current.texts.append(line)
    if rows:
        yield from _table(rows)
    if current is not None:
        yield current


def begins_with_block(text: str) -> bool:
    """Whether the first line of a text is a heading, an item or a row, rather than words of a paragraph."""
    start = _LINE_START.match(text)
    words = text[start.end() if start else 0 :]
    return bool(HEADING.match(words) or ITEM.match(words)) or words.startswith("|")


def refused_lines(text: str) -> Iterator[Refusal]:
    """Yield what is refused in any line of a text, whose tables may not be whole."""
    for line in text.split("\n"):
        start = _LINE_START.match(line)
        words = line[start.end() if start else 0 :].rstrip(f" \t{LINE_BREAK}")
        if refused := unsupported_at_start(words):
            yield Refusal(line, *refused)
        else:
            yield from refused_within([line])


def refused_within(lines: Iterable[str]) -> Iterator[Refusal]:
    """Yield what is refused within lines or cells."""
    for line in lines:
        for at, message, fix in unsupported_within(line):
            yield Refusal(line[:at], message, fix)


def _without_space_at_end(line: str) -> str:
    return line[:-1].rstrip(" \t") + LINE_BREAK if line.endswith(LINE_BREAK) else line.rstrip(" \t")


def _without_closing_hashes(words: str) -> str:
    without = words.rstrip("#")
    return without.rstrip(" \t") if without != words and without.endswith((" ", "\t")) else words


def _item(words: str, current: TextBlock | None) -> re.Match[str] | None:
    """The marker of a list item. A paragraph goes on with a number of more than two digits, which may be a year."""
    item = ITEM.match(words)
    continues = current is not None and current.kind == "paragraph"
    return None if item and continues and len(item["marker"]) > 3 else item


def _table(rows: list[str]) -> Iterator[TextBlock | Refusal]:
    header, *rest = rows
    delimiter = _MARKERS.sub("", rest[0]) if rest else ""
    if not is_delimiter_row(delimiter):
        message = translated("a table without a line |---|---| below its first row is not supported")
        fix = translated("write a line such as |---|---| below the first row, and no blank lines between the rows")
        yield Refusal(header, message, fix)
        return
    columns = alignments(delimiter)
    if len(_cells(header)) != len(columns):
        message = translated(
            "the line |---| has {found} cells, the first row {wanted}", found=len(columns), wanted=len(_cells(header))
        )
        yield Refusal(rest[0], message, translated("write a cell for each column"))
        return
    yield TextBlock("row", _cells(header), 1, columns)
    for row in rest[1:]:
        texts = _cells(row)
        if len(texts) > len(columns):
            message = translated(
                "the row has {found} cells, the table {wanted} columns", found=len(texts), wanted=len(columns)
            )
            yield Refusal(row, message, translated(r"write \| for a | within a cell"))
            continue
        yield TextBlock("row", texts + [""] * (len(columns) - len(texts)))


def _cells(row: str) -> list[str]:
    start = _LINE_START.match(row)
    markers = start["markers"] if start else ""
    words = row[len(markers) :]
    return [markers * (number == 0) + words[begin:end] for number, (begin, end) in enumerate(cells(words))]
