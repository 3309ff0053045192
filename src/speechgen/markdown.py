"""Templates' Markdown: a marked text becomes paragraphs of runs.

Of CommonMark a template has headings, paragraphs, `**bold**` and backslash escapes; anything else is text. Emphasis
is read as Chinese needs it: CommonMark does not take `**一是带头示范。**开展` for bold (commonmark-spec, issue 650).
A block is parsed once for all speeches in which the template's words are the same, whatever its values are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from speechgen.problem import Place
from speechgen.speech import Kind, Paragraph, Run, Source
from speechgen.template.ledger import Said
from speechgen.template.marks import LINE, LINE_END, NUMBER_END, VALUE, VALUE_END

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_NUMBER = re.compile(f"{VALUE_END}([0-9]+){NUMBER_END}")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_MARK = re.compile(f"{LINE}([^{LINE_END}]*){LINE_END}|{VALUE}([^{VALUE_END}]*){VALUE_END}")
_UNKNOWN = Place("")


class Slot(NamedTuple):
    """Where a value's words go."""

    bold: bool
    place: Place


class Shape(NamedTuple):
    """A block without its values."""

    level: int
    pieces: tuple[Run | Slot, ...]


class Reader:
    """Reads the marked texts of one template. `show` gives a template file's name in problems."""

    def __init__(self, show: Callable[[str], str], joins_lines_without_space: bool) -> None:
        self._show = show
        self._joins = joins_lines_without_space
        self._shape = lru_cache(maxsize=4096)(self._parse)

    def paragraphs(self, marked: str, said: Sequence[Said], kind: Kind = "paragraph") -> Iterator[Paragraph]:
        """The paragraphs of a marked text, with the words of `said` where it has marks."""
        texts = _NUMBER.split(marked)
        numbers = iter(map(int, texts[1::2]))
        for block in _BLANK_LINES.split(VALUE_END.join(texts[::2])):
            if not block or block.isspace():
                continue
            shape = self._shape(block)
            runs = _stripped(list(_runs(shape, said, numbers)))
            if runs:
                yield Paragraph("heading" if shape.level else kind, runs, shape.level)

    def _parse(self, block: str) -> Shape:
        text, places = self._unmark(block)
        level = 0
        pieces: list[Run | Slot] = []
        for token in _parser().parse(text):
            if token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "inline":
                pieces.extend(self._pieces(token.children or [], text, places))
        return Shape(level, tuple(pieces))

    def _unmark(self, block: str) -> tuple[str, list[Place]]:
        """The block's text, with `VALUE` where a value stands, and each character's place in the template."""
        text: list[str] = []
        places: list[Place] = []
        place, end = _UNKNOWN, 0
        for mark in _MARK.finditer(block):
            literal = block[end : mark.start()]
            text.append(literal)
            places.extend([place] * len(literal))
            end = mark.end()
            line, value = mark.groups()
            if line is not None:
                place = self._place(line)
            else:
                text.append(VALUE)
                places.append(self._place(value))
        text.append(block[end:])
        places.extend([place] * len(block[end:]))
        return "".join(text), places

    def _place(self, where: str) -> Place:
        name, _, line = where.rpartition(":")
        return Place(self._show(name), int(line))

    def _pieces(self, tokens: Sequence[Token], text: str, places: Sequence[Place]) -> Iterator[Run | Slot]:
        """Runs and slots of one inline text, each character found again in the source to know its place."""
        position, bold = 0, False
        for token in tokens:
            if token.type in ("strong_open", "strong_close"):
                bold = token.type == "strong_open"
                continue
            content = token.content
            if token.type in ("softbreak", "hardbreak"):
                content = "" if self._joins else " "
            run: list[str] = []
            place = _UNKNOWN
            for character in content:
                found = text.find(character, position)
                if found >= 0 and token.type not in ("softbreak", "hardbreak"):
                    position = found + 1
                here = places[min(max(position - 1, 0), len(places) - 1)]
                if run and (character == VALUE or here != place):
                    yield Run("".join(run), bold, Source(place))
                    run.clear()
                if character == VALUE:
                    yield Slot(bold, here)
                    continue
                place = here
                run.append(character)
            if run:
                yield Run("".join(run), bold, Source(place))


def _runs(shape: Shape, said: Sequence[Said], numbers: Iterator[int]) -> Iterator[Run]:
    """The shape's runs with the values' words in their slots."""
    for piece in shape.pieces:
        if isinstance(piece, Run):
            yield piece
            continue
        words, origin = said[next(numbers)]
        if words:
            source = Source(piece.place, *origin) if origin else Source(piece.place)
            yield Run(words, piece.bold, source)


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without white space at the paragraph's ends."""
    while runs and runs[0].text[0].isspace():
        text = runs[0].text.lstrip()
        runs[:1] = [runs[0]._replace(text=text)] if text else []
    while runs and runs[-1].text[-1].isspace():
        text = runs[-1].text.rstrip()
        runs[-1:] = [runs[-1]._replace(text=text)] if text else []
    return tuple(runs)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["heading", "emphasis", "escape", "newline"])
    parser.inline.ruler.at("emphasis", _bold)
    return parser


def _bold(state: StateInline, silent: bool) -> bool:
    """`**` opens before and closes after anything but a space, next to a wide character or a value.

    After the amendment to CommonMark's emphasis for Chinese, Japanese and Korean that markdown-cjk-friendly specifies:
    https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or not state.src.startswith("**", state.pos):
        return False
    scanned = state.scanDelims(state.pos, True)
    before = state.src[state.pos - 1] if state.pos else " "
    after_at = state.pos + scanned.length
    after = state.src[after_at] if after_at < state.posMax else " "
    can_open = scanned.can_open or (_is_wide(before) and not after.isspace())
    can_close = scanned.can_close or (_is_wide(after) and not before.isspace())
    if scanned.length != 2:
        return False
    for _ in range(2):
        token = state.push("text", "", 0)
        token.content = "*"
        delimiter = Delimiter(
            marker=ord("*"), length=2, token=len(state.tokens) - 1, end=-1, open=can_open, close=can_close
        )
        state.delimiters.append(delimiter)
    state.pos += 2
    return True


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"
