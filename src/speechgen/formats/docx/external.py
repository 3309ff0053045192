"""What a reference document takes from elsewhere: linked pictures, objects, fields that insert files. It is refused.

Word would load these when a speech is opened, from a folder or an address that whoever made the reference document has
chosen. Links that one clicks on become their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W
from speechgen.messages import marked, translated
from speechgen.model import Place, Problem, SpeechgenError, lazily, visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from lxml.etree import _Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CLICKED = (f"{_DRAWING}hlinkClick", f"{_DRAWING}hlinkHover", f"{_DRAWING}hlinkMouseOver")
_HYPERLINK = "/hyperlink"  # ends the type of the relation
# Relations to parts that are files of their own, which Word opens with other programs, or reads as a document.
_OBJECTS = {
    "oleObject": marked("object"),
    "package": marked("file"),
    "control": marked("control"),
    "aFChunk": marked("document"),
    "subDocument": marked("document"),
    "attachedTemplate": marked("Word template"),
}
_NAMES = {**_OBJECTS, "image": marked("picture")}
_INSERTING = lazily(r"\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDEAUTO|DDE|DATABASE|RD)\b", re.IGNORECASE)
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_ADDRESSES = ("src", "href", f"{_OFFICE}href", f"{_OFFICE}althref")  # attributes
_ADDRESS = lazily(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_MAX_NAME = 100  # characters of an address in a message


def refuse_external(document: Document, shown: str) -> None:
    """Raise SpeechgenError with a problem for each thing that Word would take from elsewhere. Removes hyperlinks."""
    from docx.opc.part import XmlPart

    found: list[str] = []
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _remove_hyperlinks(part)
            found += [*_inserting_fields(part.element), *_addresses(part.element)]
        found += _relations(part)
    if found:
        fix = translated("delete it in Word, or insert the picture itself, and save the file")
        raise SpeechgenError([Problem(Place(shown), "external-content", each, fix) for each in dict.fromkeys(found)])


def _remove_hyperlinks(part: Part) -> None:
    from lxml import etree

    element: _Element = part.element  # type: ignore[attr-defined]  # of an XmlPart
    etree.strip_tags(element, f"{W}hyperlink")
    etree.strip_elements(element, *_CLICKED, with_tail=False)
    for shape in element.iter("{urn:schemas-microsoft-com:vml}*"):
        shape.attrib.pop("href", "")
    for identifier in [key for key, each in part.rels.items() if each.reltype.endswith(_HYPERLINK)]:
        del part.rels[identifier]


def _relations(part: Part) -> Iterator[str]:
    for each in part.rels.values():
        kind = each.reltype.rpartition("/")[2]
        if each.is_external:
            yield _linked(_NAMES.get(kind, kind), each.target_ref)
        elif kind in _OBJECTS:
            name = each.target_part.partname.membername
            yield translated("contains an embedded {kind}, {name}", kind=translated(_OBJECTS[kind]), name=name)


def _linked(kind: str, address: str) -> str:
    return translated("takes a linked {kind} from {address}", kind=translated(kind), address=_shortened(address))


def _inserting_fields(element: _Element) -> Iterator[str]:
    """Fields such as `INCLUDEPICTURE "http://…"`, whose instruction may be split into several runs."""
    fields = [str(each.get(f"{W}instr")) for each in element.iter(f"{W}fldSimple")]
    for each in element.iter(f"{W}fldChar", f"{W}instrText"):
        if each.tag == f"{W}instrText" and fields:
            fields[-1] += each.text or ""
        elif each.get(f"{W}fldCharType") == "begin":
            fields.append("")
    for field in fields:
        if name := _INSERTING.match(field):
            words = _shortened(field[name.end() :].strip())
            yield translated("has the field {name}: {words}", name=name[1].upper(), words=words)


def _addresses(element: _Element) -> Iterator[str]:
    """The addresses of pictures in VML, the older form of drawings, that are not in a relation."""
    for shape in element.iter("{urn:schemas-microsoft-com:vml}*"):
        for name in _ADDRESSES:
            if _ADDRESS.match(address := str(shape.get(name, "")).strip()):
                yield _linked(_NAMES["image"], address)


def _shortened(text: str) -> str:
    return visible(text if len(text) <= _MAX_NAME else f"{text[:_MAX_NAME]}…")
