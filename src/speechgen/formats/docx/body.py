"""The document part of a Word file: a Word paragraph per paragraph of the speech, or per sentence in large layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import XML_SPACE, W, xml_text
from speechgen.formats.docx.sentences import Piece, sentences
from speechgen.formats.docx.titles import title_lines
from speechgen.language import language

if TYPE_CHECKING:
    from lxml.etree import _Element

    from speechgen.formats.docx.base import Base
    from speechgen.model import Kind, Paragraph, Speech

_STYLES: dict[Kind, str] = {
    "title": "Title",
    "author": "Author",
    "date": "Date",
    "salutation": "Salutation",
    "paragraph": "Body Text",
}
_STRONG = "Strong"
# Their style sets the weight: a bold character style in a bold paragraph style is not bold (ISO 29500-1, 17.7.3).
_HEADINGS = frozenset(("title", "heading"))
# Punctuation of both scripts, which Word sets in the Latin font without a hint (ISO 29500-1, 17.3.2.26).
_BOTH_SCRIPTS = re.compile(r"[§¨°±·×÷\u2010-\u205e\u2100-\u2bff]")


def required_styles(speech: Speech) -> list[str]:
    """The names of the styles that a speech needs."""
    names = [_style_name(paragraph) for paragraph in speech.paragraphs]
    if any(piece.bold for paragraph in speech.paragraphs for piece in _pieces(paragraph)):
        names.append(_STRONG)
    return list(dict.fromkeys(names))


def write_body(base: Base, speech: Speech) -> bytes:
    """The content of `document.xml`."""
    from lxml import etree

    document = deepcopy(base.empty)
    section = next(document.iter(f"{W}sectPr"))
    for paragraph in speech.paragraphs:
        if paragraph.text.strip():  # the styles set the space between paragraphs
            for element in _elements(base, speech.language, paragraph):
                section.addprevious(element)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)


def _style_name(paragraph: Paragraph) -> str:
    """The name of a paragraph's style. A heading of level 2 is Heading 1, because Word's title is not a heading."""
    return _STYLES.get(paragraph.kind) or f"Heading {min(max(paragraph.level - 1, 1), 5)}"


def _pieces(paragraph: Paragraph) -> list[Piece]:
    if paragraph.kind in _HEADINGS:
        return [Piece(paragraph.text, False)]
    runs = groupby(paragraph.runs, key=attrgetter("bold"))
    return [Piece("".join([run.text for run in group]), bold) for bold, group in runs]


def _elements(base: Base, code: str, paragraph: Paragraph) -> Iterator[_Element]:
    style, pieces = base.styles[_style_name(paragraph).lower()], _pieces(paragraph)
    if base.sentence is None or paragraph.kind != "paragraph":
        lines = title_lines(paragraph, base.title_width // base.title_size) if paragraph.kind == "title" else []
        yield _paragraph(base, style, pieces, code, lines)
        return
    whole = list(sentences(pieces, code))
    for number, sentence in enumerate(whole, start=1):
        element = _paragraph(base, style if number == 1 else base.sentence, sentence, code)
        if number < len(whole):
            if number == 1 and all(piece.bold for piece in sentence):
                _add(element[0], "keepNext")  # a bold first sentence is a heading for the others
            _add(element[0], "spacing", {"after": "0"})  # the space after the paragraph comes after its last sentence
        yield element


def _paragraph(base: Base, style: str, pieces: list[Piece], code: str, lines: Sequence[str] = ()) -> _Element:
    """A Word paragraph in a style; `lines` are the lines of a title, which has one piece."""
    element = base.empty.makeelement(f"{W}p", {})
    _add(_add(element, "pPr"), "pStyle", {"val": style})
    for piece in pieces:
        run = _add(element, "r")
        has_hint = language(code).word_layout.has_east_asian_font and _BOTH_SCRIPTS.search(piece.text) is not None
        if piece.bold or has_hint:
            properties = _add(run, "rPr")
            if piece.bold:
                _add(properties, "rStyle", {"val": base.styles[_STRONG.lower()]})
            if has_hint:
                _add(properties, "rFonts", {"hint": "eastAsia"})
        for number, line in enumerate(lines or [piece.text]):
            if number:
                _add(run, "br")
            text = _add(run, "t")
            text.set(XML_SPACE, "preserve")
            text.text = xml_text(line)
    return element


def _add(parent: _Element, name: str, attributes: dict[str, str] | None = None) -> _Element:
    child = parent.makeelement(W + name, {W + key: value for key, value in (attributes or {}).items()})
    parent.append(child)
    return child
