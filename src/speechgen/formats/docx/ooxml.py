"""Names of WordprocessingML, and reading what its elements say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechgen.formats.docx.open_file import W

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["XML_SPACE", "R", "W", "number", "val", "xml_text"]

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def xml_text(words: str) -> str:
    """The words without characters that no XML can hold (XML 1.0, 2.2): they cannot be read out either."""
    return _NOT_XML.sub("", words)


def val(parent: _Element | None, path: str, attribute: str = "val") -> str | None:
    """The attribute of the first element below `parent` on a path such as `rPr/sz`; None where there is none."""
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + attribute)


def number(parent: _Element | None, path: str, attribute: str = "val") -> int | None:
    """The same as a whole number; what is none, such as `12.5pt`, counts as not said."""
    text = val(parent, path, attribute)
    return int(text) if text is not None and text.lstrip("-").isdigit() else None
