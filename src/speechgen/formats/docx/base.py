"""The base of speeches: all that does not change from one to the next, ready to be written into."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.docx.large import enlarge
from speechgen.formats.docx.ooxml import W, number
from speechgen.formats.docx.open_file import SENTENCE
from speechgen.formats.docx.pack import packed_parts
from speechgen.formats.docx.stylesheet import font_size, style_ids

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element


class Base(NamedTuple):
    """`packed` are the parts of all speeches, `empty` is the document without its words: copied, never written into.

    `styles` are the ids of the styles by their names in lower case; `sentence` is the id of the style of a sentence
    that goes on in a paragraph, where each has a paragraph of its own; `title_width` is that of the page's lines and
    `title_size` that of the title's characters, both in twips.
    """

    packed: bytes
    empty: _Element
    document_name: str
    properties_name: str
    styles: Mapping[str, str]
    sentence: str | None
    title_width: int
    title_size: int


def base_of(document: Document, *, large: bool) -> Base:
    """The base that a document makes whose body may be emptied."""
    styles, body = document.styles.element, document.element.body
    for child in list(body):
        if child.tag != f"{W}sectPr":
            body.remove(child)
    if large:
        enlarge(document)
    ids = style_ids(styles)
    (document_name, properties_name), parts = _parts(document)
    return Base(
        packed=packed_parts(parts),
        empty=_plain(document.element),
        document_name=document_name,
        properties_name=properties_name,
        styles=ids,
        sentence=ids[SENTENCE.lower()] if large else None,
        title_width=_text_width(body),
        title_size=font_size(styles, ids.get("title", "")) * 10,
    )


def _parts(document: Document) -> tuple[tuple[str, str], list[tuple[str, bytes]]]:
    """The names of the document and of its properties; every other part, as python-docx packs them."""
    properties = _new_properties(document)
    names = document.part.partname.membername, properties
    content = BytesIO()
    document.save(content)
    with zipfile.ZipFile(content) as package:
        return names, [(name, package.read(name)) for name in package.namelist() if name not in names]


def _new_properties(document: Document) -> str:
    """Leave nothing beside the document in its package, and give it properties of its own."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.parts.coreprops import CorePropertiesPart

    package = document.part.package
    relations = package.rels
    for identifier in [key for key, each in relations.items() if each.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
        del relations[identifier]
    properties = CorePropertiesPart.default(package)
    package.relate_to(properties, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return str(properties.partname.membername)


def _plain(document: _Element) -> _Element:
    """A copy without python-docx's classes, which take twice the time to write into."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)
    return etree.fromstring(etree.tostring(document), parser)


def _text_width(body: _Element) -> int:
    """The length of a line in twips: the page less its margins."""
    page = number(body, "sectPr/pgSz", "w") or 11906
    return page - sum(number(body, "sectPr/pgMar", side) or 0 for side in ("left", "right", "gutter"))
