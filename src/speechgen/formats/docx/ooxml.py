"""Namespaces of WordprocessingML, and reading attributes of its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.docx.open_file import W
from speechgen.model import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["LEVELS", "XML_SPACE", "R", "W", "add", "number", "val", "xml_text"]

LEVELS = 9  # of a list, Word's maximum
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_INVALID_XML = lazily("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER = lazily("-?[0-9]{1,10}")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot contain (XML 1.0, 2.2)."""
    return _INVALID_XML.sub("", text)


def val(parent: _Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of the first element at a path below `parent`, such as `rPr/sz`; None if there is none."""
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + attribute)


def number(parent: _Element | None, path: str, attribute: str = "val") -> int | None:
    """An attribute like `val`, as an integer; None if it is missing or not one that Word writes, such as `12.5pt`."""
    text = val(parent, path, attribute)
    return int(text) if text is not None and _INTEGER.fullmatch(text) else None


def add(parent: _Element, name: str, attributes: dict[str, str] | None = None) -> _Element:
    """A new last child of an element."""
    child = parent.makeelement(W + name, {W + key: value for key, value in (attributes or {}).items()})
    parent.append(child)
    return child
