"""The document part of a Word file: a Word paragraph per paragraph of the speech, or per sentence in large layout.

An item of a list is a paragraph too, whose number Word prints; the rows of a table are a Word table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import XML_SPACE, W, add, xml_text
from speechgen.formats.docx.sentences import Piece, sentences
from speechgen.formats.docx.tables import table
from speechgen.formats.docx.titles import title_lines
from speechgen.language import language
from speechgen.model import lazily, without_marker

if TYPE_CHECKING:
    from lxml.etree import _Element

    from speechgen.formats.docx.base import Base
    from speechgen.formats.docx.numbering import Lists
    from speechgen.model import Kind, Paragraph, Run, Speech

_STYLES: dict[Kind, str] = {
    "title": "Title",
    "author": "Author",
    "date": "Date",
    "salutation": "Salutation",
    "paragraph": "Body Text",
}
# Styles that a reference document may lack; the first that it has is used.
_LINES = ("verse", "body text")
_BULLETED, _NUMBERED = ("list bullet", "list paragraph", "body text"), ("list number", "list paragraph", "body text")
_STRONG = "Strong"
# Their style sets the weight: a bold character style in a bold paragraph style is not bold (ISO 29500-1, 17.7.3).
_HEADINGS = frozenset(("title", "heading"))
# Punctuation of both scripts, which Word sets in the Latin font without a hint (ISO 29500-1, 17.3.2.26).
_BOTH_SCRIPTS = lazily(r"[§¨°±·×÷\u2010-\u205e\u2100-\u2bff]")


def required_styles(speech: Speech) -> list[str]:
    """The names of the styles that a speech needs."""
    names = [_style_name(paragraph) for paragraph in speech.paragraphs if paragraph.kind != "row"]
    if any(piece.bold for paragraph in speech.paragraphs for piece in _pieces(paragraph)):
        names.append(_STRONG)
    return list(dict.fromkeys(names))


def write_body(base: Base, speech: Speech, lists: Lists | None) -> bytes:
    """The content of `document.xml`; `lists` are given if the speech has lists."""
    from lxml import etree

    document = deepcopy(base.empty)
    section = next(document.iter(f"{W}sectPr"))
    for element in _elements(base, speech, lists):
        section.addprevious(element)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)


def _elements(base: Base, speech: Speech, lists: Lists | None) -> Iterator[_Element]:
    """Yield the Word paragraphs and tables of a speech; the styles set the space between paragraphs."""
    for is_row, group in groupby(speech.paragraphs, key=lambda paragraph: paragraph.kind == "row"):
        if lists and is_row:
            lists.close()
        if not is_row:
            for paragraph in group:
                if paragraph.text.strip():
                    yield from _paragraphs(base, speech.language, paragraph, lists)
            continue
        for number, rows in enumerate(_tables(group)):
            if number:  # Word joins tables that have no paragraph between them
                yield base.empty.makeelement(f"{W}p", {})
            yield table(base, rows, partial(_cell, base, speech.language))


def _tables(rows: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """The rows of each table, which begins with a header."""
    found: list[list[Paragraph]] = []
    for row in rows:
        if row.level or not found:
            found.append([])
        found[-1].append(row)
    return found


def _cell(base: Base, code: str, style: str, runs: list[Run]) -> _Element:
    pieces = [Piece(run.text, run.bold and _STRONG.lower() in base.styles) for run in runs]
    return _paragraph(base, style, pieces, code)


def _style_name(paragraph: Paragraph) -> str:
    """The name of a paragraph's style. A heading of level 2 is Heading 1, because Word's title is not a heading."""
    if paragraph.kind == "item":
        return _STYLES["paragraph"]
    return _STYLES.get(paragraph.kind) or f"Heading {min(max(paragraph.level - 1, 1), 5)}"


def _style(base: Base, paragraph: Paragraph) -> str:
    names: Sequence[str] = [_style_name(paragraph).lower()]
    if paragraph.kind == "item":
        names = _NUMBERED if paragraph.marker else _BULLETED
    elif paragraph.kind == "paragraph" and "\n" in paragraph.text:
        names = _LINES
    return next(base.styles[name] for name in names if name in base.styles)


def _pieces(paragraph: Paragraph) -> list[Piece]:
    if paragraph.kind in _HEADINGS:
        return [Piece(paragraph.text, False)]
    runs = groupby(paragraph.runs, key=attrgetter("bold"))
    return [Piece("".join([run.text for run in group]), bold) for bold, group in runs]


def _paragraphs(base: Base, code: str, paragraph: Paragraph, lists: Lists | None) -> Iterator[_Element]:
    style = _style(base, paragraph)
    if lists and paragraph.kind == "item":
        place = lists.place(paragraph)
        element = _paragraph(base, style, _pieces(without_marker(paragraph)), code)
        numbering = add(element[0], "numPr")
        add(numbering, "ilvl", {"val": str(place.level)})
        add(numbering, "numId", {"val": place.instance})
        yield element
        return
    if lists:
        lists.close()
    pieces = _pieces(paragraph)
    if base.sentence is None or paragraph.kind != "paragraph" or "\n" in paragraph.text:
        lines = title_lines(paragraph, base.title_width // base.title_size) if paragraph.kind == "title" else []
        yield _paragraph(base, style, pieces, code, lines)
        return
    whole = list(sentences(pieces, code))
    for number, sentence in enumerate(whole, start=1):
        element = _paragraph(base, style if number == 1 else base.sentence, sentence, code)
        if number < len(whole):
            if number == 1 and all(piece.bold for piece in sentence):
                add(element[0], "keepNext")  # a bold first sentence is a heading for the others
            add(element[0], "spacing", {"after": "0"})  # the space after the paragraph comes after its last sentence
        yield element


def _paragraph(base: Base, style: str, pieces: list[Piece], code: str, lines: Sequence[str] = ()) -> _Element:
    """A Word paragraph in a style, or in none if it is empty; `lines` are the lines of a title, which has one piece."""
    element = base.empty.makeelement(f"{W}p", {})
    properties = add(element, "pPr")
    if style:
        add(properties, "pStyle", {"val": style})
    for piece in pieces:
        run = add(element, "r")
        has_hint = language(code).word_layout.has_east_asian_font and _BOTH_SCRIPTS.search(piece.text) is not None
        if piece.bold or has_hint:
            run_properties = add(run, "rPr")
            if piece.bold:
                add(run_properties, "rStyle", {"val": base.styles[_STRONG.lower()]})
            if has_hint:
                add(run_properties, "rFonts", {"hint": "eastAsia"})
        for number, line in enumerate(lines or piece.text.split("\n")):
            if number:
                add(run, "br")
            text = add(run, "t")
            text.set(XML_SPACE, "preserve")
            text.text = xml_text(line)
    return element
