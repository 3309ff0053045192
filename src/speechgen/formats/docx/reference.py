"""A reference document: a Word file whose styles, page, headers and footers speeches are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from speechgen.formats.docx.base import Base, base_of
from speechgen.formats.docx.ooxml import R, W
from speechgen.formats.docx.open_file import read_word
from speechgen.formats.manuscript import Reference
from speechgen.model import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from lxml.etree import _Element

_KEPT_PARTS = ("styles", "settings", "fontTable", "theme", "numbering")
# What tracked changes and comments leave in a text: what was taken out, and marks that lead to nothing.
_CHANGED = frozenset(
    {"del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
    | {"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"}
)
# Settings that lead to parts left behind, or to a person's folders and data.
_LEFT_SETTINGS = ("attachedTemplate", "mailMerge", "footnotePr", "endnotePr", "docVars", "rsids", "saveThroughXslt")


@lru_cache(maxsize=4)
def reference_base(reference: Reference, large: bool) -> Base:
    """The base that a reference document makes. Raises SpeechgenError where it cannot be read."""
    return read_word(reference.content, reference.shown, lambda document: base_of(_furniture(document), large=large))


def check_styles(styles: Mapping[str, str], needed: Iterable[str], reference: Reference) -> None:
    """Raises SpeechgenError with a problem for each style that a speech needs and the reference does not have."""
    fix = "write a speech without a reference, change its styles in Word, and save it as the reference document"
    problems = [
        Problem(Place(reference.shown), "missing-style", f"has no style named {name}", fix)
        for name in needed
        if name.lower() not in styles
    ]
    if problems:
        raise SpeechgenError(problems)


def _furniture(document: Document) -> Document:
    """The document with what speeches are given, and without what was said in it, and by whom."""
    body = document.element.body
    section = _section(body)
    body.append(section)
    relations = document.part.rels
    if not any(_is_kept(each.reltype, ("styles",)) for each in relations.values()):
        raise ValueError("no styles")  # python-docx would bring its own
    used = {each.get(f"{R}id") for each in section}
    for identifier in [key for key, each in relations.items() if key not in used]:
        if not _is_kept(relations[identifier].reltype, _KEPT_PARTS):
            del relations[identifier]
    for part in document.part.package.parts:
        _with_changes_accepted(part)
        if part.partname.membername.endswith("/settings.xml"):
            part.rels.clear()
    _remove(document.settings.element.iter(*(W + name for name in _LEFT_SETTINGS)))
    _remove(document.element.iterfind(f"{W}background/*"))  # a picture, whose file is left behind
    return document


def _section(body: _Element) -> _Element:
    """The last section, with the headers and footers that it takes from those before it."""
    from docx.oxml.parser import OxmlElement

    _remove(body.iter(f"{W}sectPrChange"))
    sections = list(body.iter(f"{W}sectPr"))
    if not sections:
        return OxmlElement("w:sectPr")
    last = sections[-1]
    _remove(body.iter(f"{W}printerSettings"))
    for section in reversed(sections[:-1]):
        own = {(each.tag, each.get(f"{W}type")) for each in last}
        for each in reversed(section):
            if each.get(f"{R}id") and (each.tag, each.get(f"{W}type")) not in own:
                last.insert(0, each)
    return last


def _is_kept(kind: str, names: Iterable[str]) -> bool:
    return kind.rpartition("/")[2] in names


def _with_changes_accepted(part: Part) -> None:
    """Tracked changes as if they had been accepted, without who made them; and no comments."""
    from docx.opc.part import XmlPart

    if not isinstance(part, XmlPart):
        return
    elements = list(part.element.iter(f"{W}*"))
    _remove(each for each in elements if each.tag.removeprefix(W) in _CHANGED or each.tag.endswith("PrChange"))
    for inserted in [each for each in elements if each.tag in (f"{W}ins", f"{W}moveTo")]:
        for child in list(inserted):
            inserted.addprevious(child)
        _remove([inserted])


def _remove(elements: Iterable[_Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
