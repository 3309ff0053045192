"""Decode bytes as text editors on Windows save them: UTF-8 with or without a byte order mark, UTF-16, GB18030."""

from __future__ import annotations

import codecs

from speechgen.model import Place, Problem

# What office programs write, however the file is renamed: .xlsx and .docx are zip files.
_OTHER_FILES = (
    (b"PK\x03\x04", "an Excel or Word file"),
    (b"\xd0\xcf\x11\xe0", "an Excel or Word file"),
    (b"{\\rtf", "a Word file"),
    (b"%PDF", "a PDF file"),
)


def decode(source: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or the problem that it cannot be decoded.

    UTF-8 with a few invalid bytes is reported at the first of them rather than decoded as GB18030, in which almost any
    bytes are valid.
    """
    for start, kind in _OTHER_FILES:
        if source.startswith(start):
            message = f"is {kind}, not a text file, whatever its name ends in"
            return None, [Problem(Place(shown), "encoding", message, "copy what it says into a text file")]
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode(source, "utf-16", shown)
    if b"\0" in source[:2]:  # without a byte order mark
        return _decode(source, "utf-16-be" if source[0] == 0 else "utf-16-le", shown)
    source = source.removeprefix(codecs.BOM_UTF8)
    try:
        return source.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(source):
            return None, [_problem(source, error, "UTF-8", shown)]
    return _decode(source, "gb18030", shown)


def _decode(source: bytes, encoding: str, shown: str) -> tuple[str | None, list[Problem]]:
    try:
        return source.decode(encoding), []
    except UnicodeDecodeError as error:
        return None, [_problem(source, error, encoding.upper(), shown)]


def _is_damaged_utf8(source: bytes) -> bool:
    """Whether most of the non-ASCII bytes are valid UTF-8."""
    text = source.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    wide = sum(not character.isascii() for character in text) - damaged
    return wide > 4 * damaged


def _problem(source: bytes, error: UnicodeDecodeError, encoding: str, shown: str) -> Problem:
    before = source[: error.start].decode(error.encoding, errors="replace")
    place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"these bytes are not valid {encoding}"
    return Problem(place, "encoding", message, "save the file as UTF-8, and check the text here")
