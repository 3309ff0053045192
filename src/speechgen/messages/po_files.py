"""Compiles .po files: in a checkout when the program runs, and by `hatch_build.py` when a wheel is built.

The format of both files: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html and MO-Files.html.
Imports nothing of ours: the build runs this file before the package is installed.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"
# Expressions, not patterns: those are made by the room above, which the build does not have.
_FIELD = r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ("(?:.*)"(?:\n".*")*)$'
_ESCAPE = r"\\(.)"
_ESCAPED = {"n": "\n", "t": "\t"}
_MAGIC = 0x950412DE
_WORDS = 7  # 32-bit numbers at the start of a .mo file


class Entry(NamedTuple):
    """A text with its translation; `plural` is empty if it has no number in it."""

    text: str
    plural: str
    translation: str


def compiled(files: Iterable[Path]) -> bytes:
    """The content of one .mo file with the translations of several .po files."""
    entries = [entry for file in files for entry in read_entries(file.read_text(encoding="utf-8"))]
    texts = {f"{each.text}\0{each.plural}" if each.plural else each.text: each.translation for each in entries}
    pairs = sorted((text.encode(), words.encode()) for text, words in {"": _HEADER, **texts}.items())
    start = 4 * _WORDS
    offset = start + 16 * len(pairs)
    tables: list[bytes] = []
    for column in zip(*pairs, strict=True):
        for words in column:
            tables.append(struct.pack("<2I", len(words), offset))
            offset += len(words) + 1
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), start, start + 8 * len(pairs), 0, offset)
    return b"".join([head, *tables, *(words + b"\0" for column in zip(*pairs, strict=True) for words in column)])


def read_entries(po: str) -> Iterator[Entry]:
    """The translated texts of a .po file; not those that are marked as fuzzy or obsolete, nor the header."""
    for block in re.split(r"\n{2,}", po.replace("\r\n", "\n")):
        fields = {field[1]: _unquoted(field[2]) for field in re.finditer(_FIELD, block, re.MULTILINE)}
        translation = fields.get("msgstr") or fields.get("msgstr[0]")
        if fields.get("msgid") and translation and not re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            yield Entry(fields["msgid"], fields.get("msgid_plural", ""), translation)


def _unquoted(lines: str) -> str:
    joined = "".join(line[1:-1] for line in lines.split("\n"))
    return re.sub(_ESCAPE, lambda escape: _ESCAPED.get(escape[1], escape[1]), joined)
