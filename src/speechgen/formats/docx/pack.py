"""The file: a zip whose bytes depend on the words alone (and on the zlib that packs them)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT = (".xml", ".rels")  # pictures are packed already


def packed_with(package: bytes, parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A package that was packed once, and parts that are one speech's own."""
    content = BytesIO(package)
    _write(content, "a", parts)
    return content.getvalue()


def packed_parts(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Parts by name, in the order given."""
    content = BytesIO()
    _write(content, "w", parts)
    return content.getvalue()


def _write(content: BytesIO, mode: str, parts: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(content, "a" if mode == "a" else "w") as package:
        for name, part in parts:
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 0  # else Windows and Linux write other bytes
            member.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_TEXT) else zipfile.ZIP_STORED
            package.writestr(member, part)
