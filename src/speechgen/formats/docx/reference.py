"""Reference documents: Word files whose styles, page setup, headers and footers are used for speeches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from speechgen.formats.docx.base import Base, make_base
from speechgen.formats.docx.external import refuse_external
from speechgen.formats.docx.ooxml import R, W
from speechgen.formats.docx.open_file import read_word
from speechgen.formats.manuscript import Reference
from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from lxml.etree import _Element

_KEPT_PARTS = ("styles", "settings", "fontTable", "theme", "numbering")
# Elements of tracked changes and comments to remove: deleted text, and references to parts that are not kept.
_REMOVED_ELEMENTS = (
    *("del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
    *("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"),
)
_INSERTED = ("ins", "moveTo")
# Settings that refer to parts that are not kept, or to a person's folders and data.
_REMOVED_SETTINGS = ("attachedTemplate", "mailMerge", "footnotePr", "endnotePr", "docVars", "rsids", "saveThroughXslt")


@lru_cache(maxsize=4)
def reference_base(reference: Reference, large: bool, has_lists: bool) -> Base:
    """The base made from a reference document. Raises SpeechgenError if it cannot be read."""
    return read_word(
        reference.content,
        reference.shown,
        lambda document: make_base(_without_content(document, reference.shown), large=large, has_lists=has_lists),
    )


def check_styles(styles: Mapping[str, str], required: Iterable[str], reference: Reference) -> None:
    """Raise SpeechgenError with a problem for each style that a speech needs and the reference document lacks."""
    fix = translated(
        "generate a speech without reference.docx, change its styles in Word, and save it as reference.docx"
    )
    problems = [
        Problem(Place(reference.shown), "missing-style", translated("has no style named {name}", name=name), fix)
        for name in required
        if name.lower() not in styles
    ]
    if problems:
        raise SpeechgenError(problems)


def _without_content(document: Document, shown: str) -> Document:
    """The document with its styles, page setup, headers and footers only: no text, comments or names of people.

    Raises SpeechgenError if these take something from elsewhere.
    """
    body = document.element.body
    section = _section(body)
    body.clear()
    body.append(section)
    relations = document.part.rels
    if not any(_is_kept(each.reltype, ("styles",)) for each in relations.values()):
        raise ValueError("no styles")  # python-docx would add its default styles
    used = {each.get(f"{R}id") for each in section}
    for identifier in [key for key, each in relations.items() if key not in used]:
        if not _is_kept(relations[identifier].reltype, _KEPT_PARTS):
            del relations[identifier]
    for part in document.part.package.parts:
        _accept_changes(part)
        if part.partname.membername.endswith("/settings.xml"):
            part.rels.clear()
    _remove(document.settings.element.iter(*(W + name for name in _REMOVED_SETTINGS)))
    _remove(document.element.iterfind(f"{W}background/*"))  # a picture, whose part is not kept
    refuse_external(document, shown)
    return document


def _section(body: _Element) -> _Element:
    """The last section, with the headers and footers that it inherits from the sections before it."""
    from docx.oxml.parser import OxmlElement

    _remove(body.iter(f"{W}sectPrChange"))
    sections = list(body.iter(f"{W}sectPr"))
    if not sections:
        return OxmlElement("w:sectPr")
    last = sections[-1]
    _remove(body.iter(f"{W}printerSettings"))
    own = {(each.tag, each.get(f"{W}type")) for each in last}
    for section in reversed(sections[:-1]):
        inherited = [each for each in section if each.get(f"{R}id") and (each.tag, each.get(f"{W}type")) not in own]
        own.update((each.tag, each.get(f"{W}type")) for each in inherited)
        for each in reversed(inherited):
            last.insert(0, each)
    return last


def _is_kept(kind: str, names: Iterable[str]) -> bool:
    return kind.rpartition("/")[2] in names


def _accept_changes(part: Part) -> None:
    """Accept the tracked changes of a part, and remove their authors and all comments."""
    from docx.opc.part import XmlPart
    from lxml import etree

    if isinstance(part, XmlPart):
        etree.strip_elements(part.element, *(W + name for name in _REMOVED_ELEMENTS))
        etree.strip_tags(part.element, *(W + name for name in _INSERTED))


def _remove(elements: Iterable[_Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
