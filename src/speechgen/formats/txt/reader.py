"""Reading plain text: each line is a paragraph, an item of a list, or a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from speechgen.formats.block import Block, decoded_text
from speechgen.model import Place, Run, Source, lazily
from speechgen.rendering import ListLevels

_ITEM = lazily(r"(?P<marker>-|[0-9]{1,3}[.)])[ \t]+(?=\S)")
_NUMBER = lazily(r"[（(]?[一二三四五六七八九十百0-9]+[）)、.．]?$")  # a tab after a number separates no cells


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield each line that is not blank, stripped of white space."""
    text = decoded_text(content, shown).replace("\r\n", "\n").replace("\r", "\n")
    levels = ListLevels()
    for tabs, group in groupby(enumerate(text.split("\n"), start=1), key=lambda line: _tabs(line[1])):
        lines = list(group)
        is_table = tabs > 0 and len(lines) > 1 and any(line.strip(" \u3000")[:1] != "\t" for _, line in lines)
        for index, (number, line) in enumerate(lines):
            words = line.strip(" \u3000") if is_table else line.strip()
            if not words:
                continue
            item = None if is_table else _ITEM.match(words)
            begin = item.end() if item and item["marker"] == "-" else 0  # the number of an item is read out
            place = Place(shown, number, line.index(words) + begin + 1)
            block = Block((Run(words[begin:], False, Source(place)),))
            if item:
                level, _ = levels.add(_width(line[: len(line) - len(line.lstrip())]), item["marker"])
                yield block._replace(level=level, kind="item", marker=item["marker"].strip("-"))
                continue
            levels.close()
            yield block._replace(level=int(index == 0), kind="row") if is_table else block


def _tabs(line: str) -> int:
    """The number of tabs between the words of a line that may be a row of a table."""
    cells = line.strip(" \u3000").split("\t")
    is_row = any(cell.strip() for cell in cells) and not _NUMBER.match(cells[0].strip())
    return len(cells) - 1 if is_row else 0


def _width(indent: str) -> int:
    """The width of an indent in columns."""
    return len(indent.expandtabs(4)) + indent.count("\u3000")
