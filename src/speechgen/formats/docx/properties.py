"""The properties of the file: title, author and language of the speech; no dates, and nobody else's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import xml_text

if TYPE_CHECKING:
    from speechgen.model import Speech

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


def properties_of(speech: Speech) -> bytes:
    """The part `docProps/core.xml`."""
    from lxml import etree

    author = next((paragraph.text for paragraph in speech.paragraphs if paragraph.kind == "author"), "")
    properties = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    for name, words in (("title", speech.title), ("creator", author), ("language", speech.language)):
        if words:
            etree.SubElement(properties, f"{{{_DC}}}{name}").text = xml_text(words)
    return etree.tostring(properties, xml_declaration=True, encoding="UTF-8", standalone=True)
