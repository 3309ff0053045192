"""The words in a unit file that belong to its unit alone: its names, its head, its leading body."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from speechgen.model import lazily
from speechgen.reading import Value, decode, parse_yaml, value_at

# The lines of these top-level keys. Parsing each whole file would take longer than a speech.
_BLOCKS = lazily(r"^(?:unit|leading_body|host)[ \t]*:.*\n(?:(?:[ \t#].*)?\n)*", re.MULTILINE)


class UnitWords(NamedTuple):
    """The names of a unit, the names of its head and of the host of the meeting, its leading body; empty if missing."""

    name: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    subordinates: tuple[str, ...] = ()
    head: str = ""
    host: str = ""
    leading_body: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The unit's own names."""
        return tuple(dict.fromkeys(name for name in (self.name, self.short, *self.aliases) if name))


def unit_words(content: bytes, file: str) -> UnitWords:
    """The words in the content of a unit file; all empty if it cannot be read."""
    text, _ = decode(content, file)
    values = _values(text.replace("\r\n", "\n"), file) if text else None
    if values is None:
        return UnitWords()
    return UnitWords(
        name=_word(values, "unit", "name"),
        short=_word(values, "unit", "short"),
        aliases=_words(values, "unit", "aliases"),
        subordinates=_words(values, "unit", "subordinates"),
        head=_word(values, "unit", "head", "name"),
        host=_word(values, "host", "name"),
        leading_body=_word(values, "leading_body", "name"),
    )


def _values(text: str, file: str) -> Value | None:
    """The values of the blocks; of the whole file if a block refers to an anchor elsewhere, or none is found."""
    blocks = "".join(found[0] for found in _BLOCKS.finditer(text + "\n"))
    value, _ = parse_yaml(blocks, file) if "unit" in blocks else (None, [])
    return value if value is not None else parse_yaml(text, file)[0]


def _word(values: Value, *path: str) -> str:
    return next(iter(_words(values, *path)), "")


def _words(values: Value, *path: str) -> tuple[str, ...]:
    found = value_at(values, list(path))
    return tuple(_texts(found)) if found is not None else ()


def _texts(value: Value) -> Iterator[str]:
    for each in value.content if isinstance(value.content, list) else [value]:
        if isinstance(each.content, str) and each.content.strip():
            yield sys.intern(each.content.strip())  # many units have the same host
