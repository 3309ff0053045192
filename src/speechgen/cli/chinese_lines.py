"""Breaks the lines of Chinese help: between characters, and no line begins with a comma or ends with an opening quote.

Rich breaks lines at spaces only, and cuts off what is longer than a column. Imported when help or an error is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.containers import Lines
from rich.text import Text
from typer.rich_utils import OptionHighlighter

from speechgen.messages import translated

_NEVER_FIRST = "，。；：！？、）”》】…]),.;:!?"
_NEVER_LAST = "（“《【[("


class ChineseHighlighter(OptionHighlighter):
    """Typer's highlighter of options, with “Usage” in the language of messages."""

    def __init__(self) -> None:
        type(self).highlights = [*OptionHighlighter.highlights, f"(?P<usage>{translated('Usage: ')})"]

    def __call__(self, text: str | Text) -> Text:
        """The text with colours, whose lines are broken as above."""
        coloured = super().__call__(text)
        return _ChineseText(coloured.plain, style=coloured.style, spans=coloured.spans)


class _ChineseText(Text):
    __slots__ = ()

    def wrap(self, console: Any, width: int, **_: Any) -> Lines:
        """The lines of the text in columns of this width."""
        lines = Lines()
        for paragraph in self.split(allow_blank=True):
            for line in paragraph.divide(list(breaks(paragraph.plain, width))):
                line.rstrip_end(width)
                lines.append(line)
        return lines


def breaks(text: str, width: int) -> Iterator[int]:
    """Yield the offsets at which the lines of a text begin, but for the first; a longer word is cut."""
    start = possible = columns = 0
    for offset, character in enumerate(text):
        if offset and _may_break(text[offset - 1], character):
            possible = offset
        columns += cell_len(character)
        if columns > width and not character.isspace():
            start = possible if possible > start else offset
            yield start
            columns = cell_len(text[start : offset + 1])


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before.isspace() or cell_len(before) > 1 or cell_len(after) > 1
