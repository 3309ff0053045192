"""Making paragraphs, and reading the parts of written Word files."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx import Document
from docx.document import Document as Opened
from lxml import etree

from speechgen import Paragraph, Place, Run, Source
from speechgen.model.speech import Kind

from .schema import W

SOURCE = Source(Place("template", 1))


def paragraph_of(text: str, kind: Kind = "paragraph", level: int = 0) -> Paragraph:
    return Paragraph(kind, (Run(text, False, SOURCE),), level)


def opened(content: bytes) -> Opened:
    return Document(BytesIO(content))


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml_of(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts_of(content)[name])


def style_of(content: bytes, name: str) -> etree._Element:
    return next(
        each
        for each in xml_of(content, "word/styles.xml").iter(f"{W}style")
        if (found := each.find(f"{W}name")) is not None and found.get(f"{W}val") == name
    )


def attributes_at(parent: etree._Element, path: str) -> Mapping[str, str]:
    """The attributes of the first element at a path such as `rPr/sz`; empty if there is none."""
    found = parent.find("/".join(W + name for name in path.split("/")))
    return {} if found is None else {str(key).removeprefix(W): str(value) for key, value in found.attrib.items()}
