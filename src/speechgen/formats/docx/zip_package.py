"""Packing the parts of a Word file. The same parts always give the same bytes (with the same zlib)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT = (".xml", ".rels")  # pictures are compressed already


def add_parts(package: bytes, parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A packed package with more parts added."""
    content = BytesIO(package)
    _write(content, "a", parts)
    return content.getvalue()


def pack_parts(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A package of parts, given as name and content, in their order."""
    content = BytesIO()
    _write(content, "w", parts)
    return content.getvalue()


def _write(content: BytesIO, mode: str, parts: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(content, "a" if mode == "a" else "w") as package:
        for name, part in parts:
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 0  # otherwise Windows and Linux write different bytes
            member.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_TEXT) else zipfile.ZIP_STORED
            package.writestr(member, part)
