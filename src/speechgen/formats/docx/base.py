"""The parts of a Word file that are the same for every speech with the same layout."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.docx.large import enlarge
from speechgen.formats.docx.numbering import ListStyle, list_style
from speechgen.formats.docx.ooxml import W, number
from speechgen.formats.docx.open_file import SENTENCE
from speechgen.formats.docx.stylesheet import font_size, inherited_number, style_ids
from speechgen.formats.docx.zip_package import pack_parts

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element


class Base(NamedTuple):
    """What Word files of one layout have in common.

    `packed` is a zip of the common parts; `empty` is the document part without paragraphs, to be copied. `styles` are
    style ids by style name in lower case. `sentence` is the id of the style of the second and later sentences of a
    paragraph, if each sentence is a Word paragraph. `title_width` is the length of a line and `title_size` the size of
    the title's characters, both in twips. `lists` are for speeches that have lists.
    """

    packed: bytes
    empty: _Element
    document_name: str
    properties_name: str
    styles: Mapping[str, str]
    sentence: str | None
    title_width: int
    title_size: int
    lists: ListStyle | None = None


def make_base(document: Document, *, large: bool, has_lists: bool) -> Base:
    """The base made from a document, whose body is emptied."""
    styles, body = document.styles.element, document.element.body
    for child in list(body):
        if child.tag != f"{W}sectPr":
            body.remove(child)
    if large:
        enlarge(document)
    ids = style_ids(styles)
    lists = _lists(document, ids.get("body text", "")) if has_lists else None
    (document_name, properties_name), parts = _common_parts(document, {lists.part_name} if lists else set())
    return Base(
        packed=pack_parts(parts),
        empty=_plain_copy(document.element),
        document_name=document_name,
        properties_name=properties_name,
        styles=ids,
        sentence=ids[SENTENCE.lower()] if large else None,
        title_width=_text_width(body),
        title_size=font_size(styles, ids.get("title", "")) * 10,
        lists=lists,
    )


def _lists(document: Document, body_text: str) -> ListStyle:
    styles = document.styles.element
    first_indent = inherited_number(styles, body_text, "pPr/ind", "firstLine") or 0
    return list_style(document, first_indent=first_indent, character_width=font_size(styles, body_text) * 10)


def _common_parts(document: Document, own: set[str]) -> tuple[tuple[str, str], list[tuple[str, bytes]]]:
    """The names of the document part and the properties part, and the other parts with their content.

    Without the parts named `own`, which each speech has of its own.
    """
    properties = _replace_properties(document)
    names = document.part.partname.membername, properties
    content = BytesIO()
    document.save(content)
    with zipfile.ZipFile(content) as package:
        return names, [(name, package.read(name)) for name in package.namelist() if name not in {*names, *own}]


def _replace_properties(document: Document) -> str:
    """Remove everything but the document from the package, and add an empty properties part. Returns its name."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.parts.coreprops import CorePropertiesPart

    package = document.part.package
    relations = package.rels
    for identifier in [key for key, each in relations.items() if each.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
        del relations[identifier]
    properties = CorePropertiesPart.default(package)
    package.relate_to(properties, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return str(properties.partname.membername)


def _plain_copy(document: _Element) -> _Element:
    """A copy of plain lxml elements: python-docx's element classes take twice the time to write."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)
    return etree.fromstring(etree.tostring(document), parser)


def _text_width(body: _Element) -> int:
    """The length of a line in twips: the page width less the margins."""
    page = number(body, "sectPr/pgSz", "w") or 11906
    return page - sum(number(body, "sectPr/pgMar", side) or 0 for side in ("left", "right", "gutter"))
