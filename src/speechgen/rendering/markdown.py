"""Templates' Markdown: rendered text with source markers to paragraphs of runs.

Supported are CommonMark's headings, paragraphs, hard line breaks, `**bold**`, backslash escapes and lists, and GitHub's
tables. Everything else that Markdown has is refused (`unsupported.py`). Only blank lines of the template separate
paragraphs, and those of values: see `source_lines.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from speechgen.model import Kind, Paragraph, Place, Problem, Run, Source, lazily
from speechgen.rendering.block_syntax import ListLevels
from speechgen.rendering.blocks import Refusal, TextBlock, refused_lines, refused_within, text_blocks
from speechgen.rendering.inline import LINE_MARKER, VALUE_MARKER, Slot, pieces
from speechgen.template import FIELD, NUMBER_END, PARAGRAPH_END, VALUE_END, PrintedValue

_NUMBER = lazily(f"{VALUE_END}([0-9]+){NUMBER_END}")
_MARKER = lazily(f"{LINE_MARKER}|{VALUE_MARKER}")
_ONE_LINE = frozenset(("title", "heading", "row"))
_ONE_PARAGRAPH = frozenset((*_ONE_LINE, "item"))


class Shape(NamedTuple):
    """A parsed block, without the words of its values: the pieces of its text, or of each cell of a row.

    The other fields are those of `TextBlock`.
    """

    kind: Kind
    cells: tuple[tuple[Run | Slot, ...], ...]
    place: Place
    level: int = 0
    marker: str = ""
    indent: int = 0


class Parsed(NamedTuple):
    """The shapes in the text between two blank lines, and the problems of what is refused in it."""

    shapes: tuple[Shape, ...]
    problems: tuple[Problem, ...]


class MarkdownReader:
    """Reads the rendered texts of one template. `show` gives a template file's name in problems.

    Parsed text is cached: speeches that differ only in their values share it.
    """

    def __init__(self, show: Callable[[str], str], joins_lines_without_space: bool) -> None:
        self._show = show
        self._line_joint = "" if joins_lines_without_space else " "
        self._parsed = lru_cache(maxsize=4096)(self._parse)
        self._place = lru_cache(maxsize=4096)(self._read_marker)

    def paragraphs(
        self, marked: str, printed: Sequence[PrintedValue], refused: list[Problem], kind: Kind = "paragraph"
    ) -> Iterator[Paragraph]:
        """The paragraphs of a rendered text, with the `printed` values in place of their markers.

        Another `kind` than a paragraph's is a field of the front matter, which has no headings, lists or tables. The
        problems of what is refused are added to `refused`; then there are no paragraphs.
        """
        texts = _NUMBER.split(marked)
        words_of = partial(_runs, printed=printed, numbers=iter(map(int, texts[1::2])))
        parsed = [self._parsed(text, kind) for text in VALUE_END.join(texts[::2]).split(PARAGRAPH_END) if text]
        problems = [problem for each in parsed for problem in each.problems]
        refused += problems
        if problems:
            return
        levels = ListLevels()
        for each in parsed:
            for shape in each.shapes:
                yield from self._filled(shape, words_of, levels)

    def refused(self, marked: str, kind: Kind = "paragraph") -> list[Problem]:
        """The problems of what is refused in a text with markers, in which all branches follow each other."""
        lines = marked.replace(PARAGRAPH_END, "\n")
        found = refused_lines(lines) if kind == "paragraph" else refused_within(lines.split("\n"))
        return list(dict.fromkeys(map(self._problem, found)))

    def _filled(
        self, shape: Shape, words_of: Callable[[Iterable[Run | Slot]], Iterator[Run]], levels: ListLevels
    ) -> Iterator[Paragraph]:
        """The paragraph of a shape, with the words of its values; several if a value has several."""
        cells = [list(words_of(cell)) for cell in shape.cells]
        if shape.kind in _ONE_PARAGRAPH:
            joint = self._line_joint if shape.kind in _ONE_LINE else "\n"
            cells = [_without_breaks(runs, joint, one_line=shape.kind in _ONE_LINE) for runs in cells]
        source = Source(shape.place)
        if shape.kind == "row":
            if any(map(_stripped, cells)):
                yield Paragraph("row", tuple(_row(cells, source)), shape.level, shape.marker)
        elif shape.kind == "item":
            level, number = levels.add(shape.indent, shape.marker)
            before = (Run(f"{number} ", False, source),) if number else ()
            if words := _stripped(cells[0]):
                yield Paragraph("item", (*before, *words), level, number)
            return
        else:
            for runs in _split(cells[0]):
                if words := _stripped(runs):
                    yield Paragraph(shape.kind, words, shape.level)
        levels.close()

    def _parse(self, text: str, kind: Kind) -> Parsed:
        if not text or text.isspace():
            return Parsed((), ())
        blocks = text_blocks(text) if kind == "paragraph" else iter([TextBlock(kind, text.split("\n"))])
        shapes, problems = [], []
        for block in blocks:
            if isinstance(block, Refusal):
                problems.append(self._problem(block))
                continue
            problems += map(self._problem, refused_within(block.texts))
            shapes.append(self._shape(block))
        return Parsed(tuple(shapes), tuple(problems))

    def _shape(self, block: TextBlock) -> Shape:
        texts = block.texts if block.kind == "row" else ["\n".join(block.texts)]
        first = _MARKER.search(texts[0])
        place = self._place(first[0]) if first else Place("")
        cells = tuple(pieces(text, place, self._place, self._line_joint) for text in texts)
        return Shape(block.kind, cells, place, block.level, block.marker, block.indent)

    def _problem(self, refusal: Refusal) -> Problem:
        before = _MARKER.findall(refusal.before)
        place = self._place(before[-1]) if before else Place("")
        return Problem(place, "template-markdown", refusal.message, refusal.fix)

    def _read_marker(self, marker: str) -> Place:
        name, _, line = marker[1:-1].rpartition(":")
        return Place(self._show(name.partition(FIELD)[0]), int(line)) if line else Place("")


def _runs(pieces: Iterable[Run | Slot], printed: Sequence[PrintedValue], numbers: Iterator[int]) -> Iterator[Run]:
    """The runs of a text, with the printed values in its slots."""
    for piece in pieces:
        if isinstance(piece, Run):
            yield piece
            continue
        words, origin = printed[next(numbers)]
        if words:
            source = Source(piece.place, *origin) if origin else Source(piece.place)
            yield Run(str(words), piece.bold, source)


def _without_breaks(runs: Iterable[Run], joint: str, *, one_line: bool) -> list[Run]:
    """The runs with the paragraphs of values, and with `one_line` also their lines, joined."""
    joined = []
    for run in runs:
        text = run.text.replace(PARAGRAPH_END, joint)
        text = text.replace("\n", joint) if one_line else text
        if text:
            joined.append(run if text == run.text else run._replace(text=text))
    return joined


def _split(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each paragraph: a new one begins where a value has a blank line."""
    current: list[Run] = []
    for run in runs:
        if PARAGRAPH_END not in run.text:
            current.append(run)
            continue
        first, *others = run.text.split(PARAGRAPH_END)
        current += [run._replace(text=first)] if first else []
        for words in others:
            yield current
            current = [run._replace(text=words)]
    yield current


def _row(cells: Iterable[list[Run]], source: Source) -> Iterator[Run]:
    for number, runs in enumerate(cells):
        if number:
            yield Run("\t", False, source)
        yield from _stripped(runs)


def _stripped(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without white space at the start and the end of the paragraph."""
    found = list(runs)
    while found and found[0].text[0].isspace():
        text = found[0].text.lstrip()
        found[:1] = [found[0]._replace(text=text)] if text else []
    while found and found[-1].text[-1].isspace():
        text = found[-1].text.rstrip()
        found[-1:] = [found[-1]._replace(text=text)] if text else []
    return tuple(found)
