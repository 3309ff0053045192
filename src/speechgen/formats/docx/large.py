"""The large layout, to read from at a lectern: it enlarges the styles of any document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W
from speechgen.formats.docx.open_file import SENTENCE
from speechgen.formats.docx.stylesheet import font_size, inherited_number, style_ids

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from lxml.etree import _Element

_BODY = "body text"
_BODY_SIZE = 44  # half-points; legible at arm's length
_EXTRA_LINE_SPACING = 12 / 11  # on top of the growth of the type: 16 pt on 28.95 pt becomes 22 pt on 43.4 pt
_SCALED_ATTRIBUTES = {
    f"{W}sz": ("val",),
    f"{W}szCs": ("val",),
    f"{W}spacing": ("before", "after"),
    f"{W}ind": ("left", "right", "start", "end", "firstLine", "hanging"),
}


def enlarge(document: Document) -> None:
    """Enlarge type, line spacing and indents, and keep each Word paragraph on one page.

    Removes the page grid, which counts lines and characters of the smaller type.
    """
    styles, body = document.styles.element, document.element.body
    body_text = style_ids(styles).get(_BODY, "")
    factor = _BODY_SIZE / font_size(styles, body_text)
    if factor <= 1:  # large already
        _keep_sentences_whole(document, body_text)
        return
    _write_defaults(document, styles)
    for element in styles.iter(*_SCALED_ATTRIBUTES):
        for attribute in _SCALED_ATTRIBUTES[element.tag]:
            _scale(element, attribute, factor)
        is_multiple = element.get(f"{W}lineRule", "auto") == "auto"  # of the type size, which is scaled already
        _scale(element, "line", _EXTRA_LINE_SPACING if is_multiple else factor * _EXTRA_LINE_SPACING)
    for grid in list(body.iter(f"{W}docGrid")):
        grid.getparent().remove(grid)
    _keep_sentences_whole(document, body_text)


def _write_defaults(document: Document, styles: _Element) -> None:
    """Write Word's default size and line spacing into the file if it sets none, so that they are scaled too."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt
    from docx.styles.style import ParagraphStyle

    normal = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    if isinstance(normal, ParagraphStyle):
        if inherited_number(styles, normal.style_id, "rPr/sz") is None:
            normal.font.size = Pt(font_size(styles, normal.style_id) / 2)
        if inherited_number(styles, normal.style_id, "pPr/spacing", "line") is None:
            normal.paragraph_format.line_spacing = 1.0


def _scale(element: _Element, attribute: str, factor: float) -> None:
    text = element.get(W + attribute, "")
    if text.lstrip("-").isdigit():
        element.set(W + attribute, str(round(int(text) * factor)))


def _keep_sentences_whole(document: Document, body_text: str) -> None:
    """Keep the lines of a Word paragraph on one page, and add the style of a paragraph's second and later sentences."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.styles.style import ParagraphStyle

    styles = [style for style in document.styles if isinstance(style, ParagraphStyle)]
    base = next((style for style in styles if style.style_id == body_text), None)
    sentence = next((style for style in styles if (style.name or "").lower() == SENTENCE.lower()), None)
    if sentence is None:
        added = document.styles.add_style(SENTENCE, WD_STYLE_TYPE.PARAGRAPH)
        sentence = _without_indent_and_space(added) if isinstance(added, ParagraphStyle) else None
        if sentence is not None and base is not None:
            sentence.base_style = base
    for style in filter(None, (base, sentence)):
        style.paragraph_format.keep_together = True


def _without_indent_and_space(sentence: ParagraphStyle) -> ParagraphStyle:
    """The style with no first-line indent and no space before, since its sentences do not begin a paragraph."""
    from docx.shared import Pt

    sentence.paragraph_format.first_line_indent = Pt(0)
    sentence.paragraph_format.space_before = Pt(0)
    for indent in sentence.element.iter(f"{W}ind"):
        indent.set(f"{W}firstLineChars", "0")  # otherwise Word inherits the two characters of the body style
    return sentence
