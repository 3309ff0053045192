"""Reading Word files: the paragraphs as they are printed, with tracked changes accepted.

python-docx opens the package, but its `Paragraph.text` leaves out inserted text (tracked changes) and text boxes, so
the text is collected here. The line of a place is the number of the Word paragraph.
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

_SKIPPED = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}footnoteReference")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BREAK_IN_LATIN = re.compile(r"(?<=[!-~])\n(?=[!-~])")  # becomes a space; a break in Chinese text is removed
_HEADING = re.compile(r"heading ?(\d)|标题 ?(\d)", re.IGNORECASE)


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield each paragraph of the body that is not blank. Raises SpeechgenError if the file cannot be read."""
    body, names = read_word(content, shown, _body_and_style_names)
    # Heading 1 is a section heading, which has level 2: Word's title is not a heading.
    levels = {
        each: int(found[1] or found[2]) + 1 for each, name in names.items() if (found := _HEADING.fullmatch(name))
    }
    sentence_styles = {each for each, name in names.items() if name.lower() == SENTENCE.lower()}
    yield from _blocks(body, levels, sentence_styles, shown)


def _body_and_style_names(document: Document) -> tuple[_Element, dict[str, str]]:
    """The document's body, and style names by id."""
    return document.element.body, {style.style_id: style.name or "" for style in document.styles}


def _blocks(body: _Element, levels: Mapping[str, int], sentence_styles: Container[str], shown: str) -> Iterator[Block]:
    """Yield a block per paragraph; in large layout, the sentences of a paragraph are joined again."""
    parts: list[tuple[int, str]] = []  # Word paragraphs of one block: number and text
    level = 0
    for number, paragraph in enumerate(body.iter(f"{W}p"), start=1):
        text = _BREAK_IN_LATIN.sub(" ", "".join(_words(paragraph))).replace("\n", "")
        if text.strip():
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            name = style.get(f"{W}val", "") if style is not None else ""
            if name not in sentence_styles or level:  # sentences do not continue a heading
                yield from _block(parts, level, shown)
                parts, level = [], levels.get(name, 0)
            parts.append((number, text))
    yield from _block(parts, level, shown)


def _block(parts: Sequence[tuple[int, str]], level: int, shown: str) -> Iterator[Block]:
    """Yield a block made of Word paragraphs, each a run at its place, stripped of white space at both ends."""
    runs = []
    for index, (number, text) in enumerate(parts):
        words = text if index else text.lstrip()
        place = Place(shown, number, len(text) - len(words) + 1)
        runs.append(Run(words if index < len(parts) - 1 else words.rstrip(), False, Source(place)))
    if runs:
        yield Block(tuple(runs), level)


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
