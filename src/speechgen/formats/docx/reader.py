"""Word: the paragraphs of a `.docx`, with what a reader of the printed page sees.

python-docx opens the package; the text is walked here, since its own `Paragraph.text` leaves out inserted text
(tracked changes) and text boxes. A place's line is the number of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from speechgen.formats.block import Block
from speechgen.formats.docx.open_file import SENTENCE, W, read_word
from speechgen.model import Place, Run, Source

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_NOT_READ = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}footnoteReference")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BREAK_IN_LATIN = re.compile(r"(?<=[!-~])\n(?=[!-~])")  # a space; in Chinese, as between a title's lines, nothing
_HEADING = re.compile(r"heading ?(\d)|标题 ?(\d)", re.IGNORECASE)


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Each paragraph of the body that is not blank. Raises SpeechgenError where the file cannot be read."""
    body, names = read_word(content, shown, _body_and_styles)
    # `##` is a section's heading in Markdown, below the title; in Word, whose title is no heading, it is Heading 1.
    levels = {
        each: int(found[1] or found[2]) + 1 for each, name in names.items() if (found := _HEADING.fullmatch(name))
    }
    going_on = {each for each, name in names.items() if name.lower() == SENTENCE.lower()}
    yield from _joined(body, levels, going_on, shown)


def _body_and_styles(document: Document) -> tuple[_Element, dict[str, str]]:
    """The document's body, and the names of its styles by their ids."""
    return document.element.body, {style.style_id: style.name or "" for style in document.styles}


def _joined(body: _Element, levels: Mapping[str, int], going_on: Container[str], shown: str) -> Iterator[Block]:
    """Blocks of paragraphs; where each sentence of the lectern's layout has its own, of those that belong together."""
    parts: list[tuple[int, str]] = []  # the paragraph's number, and its words
    level = 0
    for number, paragraph in enumerate(body.iter(f"{W}p"), start=1):
        text = _BREAK_IN_LATIN.sub(" ", "".join(_words(paragraph))).replace("\n", "")
        if text.strip():
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            name = style.get(f"{W}val", "") if style is not None else ""
            if name not in going_on or level:  # a heading goes on in no sentence
                yield from _block(parts, level, shown)
                parts, level = [], levels.get(name, 0)
            parts.append((number, text))
    yield from _block(parts, level, shown)


def _block(parts: Sequence[tuple[int, str]], level: int, shown: str) -> Iterator[Block]:
    """The words of paragraphs, each a run at its place, without what is blank at both ends."""
    runs = []
    for index, (number, text) in enumerate(parts):
        words = text if index else text.lstrip()
        place = Place(shown, number, len(text) - len(words) + 1)
        runs.append(Run(words if index < len(parts) - 1 else words.rstrip(), False, Source(place)))
    if runs:
        yield Block(tuple(runs), level)


def _words(element: _Element) -> Iterator[str]:
    """The text of a paragraph: what is inserted, not what is deleted; a text box within is a paragraph of its own."""
    for child in element:
        if child.tag == f"{W}t":
            yield re.sub(r"\s", " ", child.text or "")
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag not in _NOT_READ and child.tag != f"{W}p":
            yield from _words(child)
