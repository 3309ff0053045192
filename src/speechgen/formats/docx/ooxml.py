"""Names of WordprocessingML, and reading what its elements say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def val(parent: _Element | None, path: str, attribute: str = "val") -> str | None:
    """The attribute of the first element below `parent` on a path such as `rPr/sz`; None where there is none."""
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + attribute)


def number(parent: _Element | None, path: str, attribute: str = "val") -> int | None:
    """The same as a whole number; what is none, such as `12.5pt`, counts as not said."""
    text = val(parent, path, attribute)
    return int(text) if text is not None and text.lstrip("-").isdigit() else None
