"""The document properties of a Word file: title, author and language; no dates and no other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import xml_text

if TYPE_CHECKING:
    from speechgen.model import Speech

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


def core_properties(speech: Speech) -> bytes:
    """The content of `docProps/core.xml`."""
    from lxml import etree

    author = next((paragraph.text for paragraph in speech.paragraphs if paragraph.kind == "author"), "")
    properties = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    for name, words in (("title", speech.title), ("creator", author), ("language", speech.language)):
        if words:
            etree.SubElement(properties, f"{{{_DC}}}{name}").text = xml_text(words)
    return etree.tostring(properties, xml_declaration=True, encoding="UTF-8", standalone=True)
