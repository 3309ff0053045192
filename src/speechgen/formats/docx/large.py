"""The lectern's size: one transformation of a document's styles, the project's own or a reference document's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W
from speechgen.formats.docx.open_file import SENTENCE
from speechgen.formats.docx.stylesheet import font_size, inherited, style_ids

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from lxml.etree import _Element

_BODY = "body text"
_SIZE = 44  # half points that the body comes to: legible at arm's length
_WIDER = 12 / 11  # pitch grows by more than type: 22 pt on 43.4, where 16 pt stood on 28.95
_LENGTHS = {
    f"{W}sz": ("val",),
    f"{W}szCs": ("val",),
    f"{W}spacing": ("before", "after"),
    f"{W}ind": ("left", "right", "start", "end", "firstLine", "hanging"),
}


def enlarge(document: Document) -> None:
    """Make all type larger and its lines wider, and let each paragraph stay on one page.

    The grid goes: it counts the lines and characters of the smaller type.
    """
    styles, body = document.styles.element, document.element.body
    body_text = style_ids(styles).get(_BODY, "")
    factor = _SIZE / font_size(styles, body_text)
    if factor <= 1:  # it is a lectern's already
        _keep_sentences_whole(document, body_text)
        return
    _say_what_word_takes(document, styles)
    for element in styles.iter(*_LENGTHS):
        for attribute in _LENGTHS[element.tag]:
            _scale(element, attribute, factor)
        is_multiple = element.get(f"{W}lineRule", "auto") == "auto"  # of the type's height, which has grown already
        _scale(element, "line", _WIDER if is_multiple else factor * _WIDER)
    for grid in list(body.iter(f"{W}docGrid")):
        grid.getparent().remove(grid)
    _keep_sentences_whole(document, body_text)


def _say_what_word_takes(document: Document, styles: _Element) -> None:
    """Write down the size and the pitch that Word takes where a file says none, so that they grow too."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt
    from docx.styles.style import ParagraphStyle

    normal = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    if isinstance(normal, ParagraphStyle):
        if inherited(styles, normal.style_id, "rPr/sz") is None:
            normal.font.size = Pt(font_size(styles, normal.style_id) / 2)
        if inherited(styles, normal.style_id, "pPr/spacing", "line") is None:
            normal.paragraph_format.line_spacing = 1.0


def _scale(element: _Element, attribute: str, factor: float) -> None:
    text = element.get(W + attribute, "")
    if text.lstrip("-").isdigit():
        element.set(W + attribute, str(round(int(text) * factor)))


def _keep_sentences_whole(document: Document, body_text: str) -> None:
    """Lines of a paragraph stay on one page, and there is a style for the sentences that go on in a paragraph."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.styles.style import ParagraphStyle

    styles = [style for style in document.styles if isinstance(style, ParagraphStyle)]
    base = next((style for style in styles if style.style_id == body_text), None)
    sentence = next((style for style in styles if (style.name or "").lower() == SENTENCE.lower()), None)
    if sentence is None:
        added = document.styles.add_style(SENTENCE, WD_STYLE_TYPE.PARAGRAPH)
        sentence = _going_on(added) if isinstance(added, ParagraphStyle) else None
        if sentence is not None and base is not None:
            sentence.base_style = base
    for style in filter(None, (base, sentence)):
        style.paragraph_format.keep_together = True


def _going_on(sentence: ParagraphStyle) -> ParagraphStyle:
    """The style as that of words which neither begin nor end a paragraph."""
    from docx.shared import Pt

    sentence.paragraph_format.first_line_indent = Pt(0)
    sentence.paragraph_format.space_before = Pt(0)
    for indent in sentence.element.iter(f"{W}ind"):
        indent.set(f"{W}firstLineChars", "0")  # else Word takes the two characters of the body
    return sentence
