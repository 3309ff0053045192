"""Decode bytes as text editors on Windows save them: UTF-8 with or without a byte order mark, UTF-16, GB18030."""

from __future__ import annotations

import codecs
import re

from speechgen.messages import either, marked, translated
from speechgen.model import Place, Problem, lazily

# What office programs write, however the file is renamed: .xlsx and .docx are zip files.
_OTHER_FILES = (
    (b"PK\x03\x04", marked("is an Excel or Word file, not a text file, whatever its name ends in")),
    (b"\xd0\xcf\x11\xe0", marked("is an Excel or Word file, not a text file, whatever its name ends in")),
    (b"{\\rtf", marked("is a Word file, not a text file, whatever its name ends in")),
    (b"%PDF", marked("is a PDF file, not a text file, whatever its name ends in")),
)
# The first bytes of characters from U+0800 on: text with one is not GB18030. What guesses is imported for other text.
_MOST_OF_UTF8 = lazily(rb"[\xe0-\xff]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(source: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or the problem that it cannot be decoded.

    UTF-8 with a few invalid bytes is reported at the first of them rather than decoded as GB18030, in which almost any
    bytes are valid; text that does not look like Chinese is reported at its first character that is not ASCII.
    """
    for start, message in _OTHER_FILES:
        if source.startswith(start):
            fix = translated("copy what it says into a text file")
            return None, [Problem(Place(shown), "encoding", translated(message), fix)]
    encoding, mark = encoding_of(source)
    source = source.removeprefix(mark)
    if not mark and (problem := _doubt(source, encoding, shown)):
        return None, [problem]
    try:
        return source.decode(encoding), []
    except UnicodeDecodeError as error:
        return None, [_problem(source, error, encoding.upper(), shown)]


def encoding_of(source: bytes) -> tuple[str, bytes]:
    """The encoding that a text file is read in, as Python names it, and its byte order mark."""
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return encoding, mark
    if b"\0" in source[:2] and (source.isascii() or not _is_utf8(source)):
        from speechgen.reading.guessed_encoding import guessed_utf16

        return guessed_utf16(source) or ("utf-16-be" if source[0] == 0 else "utf-16-le"), b""
    if _is_utf8(source) or _is_damaged_utf8(source):
        return "utf-8", b""
    from speechgen.reading.guessed_encoding import guessed_utf16

    return guessed_utf16(source) or "gb18030", b""


def _doubt(source: bytes, encoding: str, shown: str) -> Problem | None:
    """The problem of text that may be in another encoding."""
    if encoding == "utf-8" and (source.isascii() or _MOST_OF_UTF8.search(source)):
        return None
    from speechgen.reading.guessed_encoding import may_be_gb18030, other_encodings

    message, fix = None, translated("open it where these words are shown correctly, and save it as UTF-8")
    if encoding == "gb18030" and (others := other_encodings(source)) is not None:
        message = (
            translated("is not UTF-8; it looks like {encodings}", encodings=either(map(translated, others)))
            if others
            else translated("is not UTF-8 and not GB18030")
        )
    elif encoding == "utf-8" and may_be_gb18030(source):
        message = translated("may be UTF-8 or GB18030")
        fix = translated("save it as UTF-8 with a byte order mark (BOM)")
    if message is None:
        return None
    before = re.split(rb"[\x80-\xff]", source, maxsplit=1)[0]
    place = Place(shown, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
    return Problem(place, "encoding", message, fix)


def _is_utf8(source: bytes) -> bool:
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(source: bytes) -> bool:
    """Whether most of the non-ASCII bytes are valid UTF-8."""
    text = source.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    wide = sum(not character.isascii() for character in text) - damaged
    return wide > 4 * damaged


def _problem(source: bytes, error: UnicodeDecodeError, encoding: str, shown: str) -> Problem:
    before = source[: error.start].decode(error.encoding, errors="replace")
    place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = translated("these bytes are not valid {encoding}", encoding=encoding)
    return Problem(place, "encoding", message, translated("save the file as UTF-8, and check the text here"))
