"""Templates' Markdown: rendered text with source markers to paragraphs of runs.

Supported are CommonMark's headings, paragraphs, `**bold**` and backslash escapes; everything else is text. Bold may
end between 。and a letter, which Chinese needs and CommonMark does not allow (commonmark-spec, issue 650).
markdown-it-py is not used: it would take a sixth of the time of one speech, and keeps no positions within a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from speechgen.model import Kind, Paragraph, Place, Run, Source
from speechgen.template import FIELD, LINE, LINE_END, NUMBER_END, VALUE, VALUE_END, PrintedValue

_NUMBER = re.compile(f"{VALUE_END}([0-9]+){NUMBER_END}")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_LINE_MARKER = f"{LINE}[^{LINE_END}]*{LINE_END}"
_HEADING = re.compile(rf"[ \t]{{0,3}}(?P<marker>{_LINE_MARKER})?(?P<hashes>#{{1,6}})[ \t]+")
_TOKEN = re.compile(
    rf"(?P<line>{_LINE_MARKER})"
    rf"|(?P<value>{VALUE}[^{VALUE_END}]*{VALUE_END})"
    r"|(?P<strong>\*\*)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<wrap>[ \t]*\n[ \t]*)"
    rf"|(?P<words>[^{LINE}{VALUE}*\\\n]+|.)",
    re.DOTALL,
)
_AFTER = re.compile(rf"(?:{_LINE_MARKER})*(.?)", re.DOTALL)


class Slot(NamedTuple):
    """A place for the words of a printed value."""

    bold: bool
    place: Place


class Shape(NamedTuple):
    """A parsed block, without the words of its values. `level` is that of a heading, 0 for a paragraph."""

    level: int
    pieces: tuple[Run | Slot, ...]


class MarkdownReader:
    """Reads the rendered texts of one template. `show` gives a template file's name in problems.

    Parsed blocks are cached: speeches that differ only in their values share them.
    """

    def __init__(self, show: Callable[[str], str], joins_lines_without_space: bool) -> None:
        self._show = show
        self._line_joint = "" if joins_lines_without_space else " "
        self._shape = lru_cache(maxsize=4096)(self._parse)
        self._place = lru_cache(maxsize=4096)(self._read_marker)

    def paragraphs(self, marked: str, printed: Sequence[PrintedValue], kind: Kind = "paragraph") -> Iterator[Paragraph]:
        """The paragraphs of a rendered text, with the `printed` values in place of their markers."""
        texts = _NUMBER.split(marked)
        numbers = iter(map(int, texts[1::2]))
        for block in _BLANK_LINES.split(VALUE_END.join(texts[::2])):
            if not block or block.isspace():
                continue
            shape = self._shape(block)
            runs = _stripped(list(_runs(shape, printed, numbers)))
            if runs:
                yield Paragraph("heading" if shape.level else kind, runs, shape.level)

    def _parse(self, block: str) -> Shape:
        heading = _HEADING.match(block)
        toggles = _toggles(block) if "**" in block else frozenset()
        pieces: list[Run | Slot] = []
        place, bold = self._place(heading["marker"] or "" if heading else ""), False
        for token in _TOKEN.finditer(block, heading.end() if heading else 0):
            text = token[0]
            if token.lastgroup == "line":
                place = self._place(text)
            elif token.lastgroup == "value":
                pieces.append(Slot(bold, self._place(text)))
            elif token.start() in toggles:
                bold = not bold
            elif token.lastgroup == "wrap":
                _add_words(pieces, self._line_joint, bold, place)
            else:
                _add_words(pieces, text[1:] if token.lastgroup == "escape" else text, bold, place)
        return Shape(len(heading["hashes"]) if heading else 0, tuple(_joined(pieces)))

    def _read_marker(self, marker: str) -> Place:
        name, _, line = marker[1:-1].rpartition(":")
        return Place(self._show(name.partition(FIELD)[0]), int(line)) if line else Place("")


def _toggles(block: str) -> frozenset[int]:
    """The positions of each `**` that begins or ends bold: followed, or preceded, by a character that is not a space.

    An unpaired `**` is text.
    """
    found: list[int] = []
    before = " "
    for token in _TOKEN.finditer(block):
        if token.lastgroup == "line":
            continue
        if token.lastgroup == "strong":
            following = _AFTER.match(block, token.end())
            after = following[1] if following else ""
            if not (before if len(found) % 2 else after or " ").isspace():
                found.append(token.start())
        before = token[0][-1]
    return frozenset(found[: len(found) // 2 * 2])


def _add_words(pieces: list[Run | Slot], words: str, bold: bool, place: Place) -> None:
    """Add words as a run."""
    if words:
        pieces.append(Run(str(words), bold, Source(place)))


def _joined(pieces: Iterable[Run | Slot]) -> Iterator[Run | Slot]:
    """The pieces, with runs in a row of the same weight and source as one."""
    for is_run, group in groupby(pieces, key=lambda piece: isinstance(piece, Run) and (piece.bold, piece.source)):
        some = list(group)
        if is_run:
            first, words = some[0], [piece.text for piece in some if isinstance(piece, Run)]
            yield first._replace(text="".join(words)) if isinstance(first, Run) and len(words) > 1 else first
        else:
            yield from some


def _runs(shape: Shape, printed: Sequence[PrintedValue], numbers: Iterator[int]) -> Iterator[Run]:
    """The runs of a block, with the printed values in its slots."""
    for piece in shape.pieces:
        if isinstance(piece, Run):
            yield piece
            continue
        words, origin = printed[next(numbers)]
        if words:
            source = Source(piece.place, *origin) if origin else Source(piece.place)
            yield Run(str(words), piece.bold, source)


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without white space at the start and the end of the paragraph."""
    while runs and runs[0].text[0].isspace():
        text = runs[0].text.lstrip()
        runs[:1] = [runs[0]._replace(text=text)] if text else []
    while runs and runs[-1].text[-1].isspace():
        text = runs[-1].text.rstrip()
        runs[-1:] = [runs[-1]._replace(text=text)] if text else []
    return tuple(runs)
