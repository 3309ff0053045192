"""What all units of a workspace are called, so that no speech says another unit's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from speechgen.checks.names.foreign_unit import OtherUnits
from speechgen.discovery import show
from speechgen.schema import value_at
from speechgen.yamlfile import MAX_BYTES, Value, parse_yaml
from speechgen.yamltext import decode

# The lines from `unit:` to the next key at the margin: to read the whole of each file would cost more than a speech.
_UNIT = re.compile(r"^unit[ \t]*:.*\n?(?:(?:[ \t#].*)?\n)*", re.MULTILINE)


def other_units(files: Iterable[Path]) -> OtherUnits:
    """The names of the units in these files, each with the files that have it. What cannot be read has no names."""
    owners: dict[str, tuple[str, ...]] = {}
    for path in files:
        shown = show(path)
        with suppress(Exception):  # reported when the unit itself is read
            for name in dict.fromkeys(_names(path, shown)):
                owners[name] = (*owners.get(name, ()), shown)
    return OtherUnits(owners)


def _names(path: Path, shown: str) -> Iterator[str]:
    """The unit's name, short name and aliases, and its subordinates."""
    try:
        with path.open("rb") as file:
            text, _ = decode(file.read(MAX_BYTES), shown)
    except OSError:
        return
    block = _UNIT.search(text.replace("\r\n", "\n")) if text else None
    value, _ = parse_yaml(block[0] if block else text or "", shown)
    unit = value_at(value, ["unit"]) if value is not None else None
    for key in ("name", "short", "aliases", "subordinates") if unit is not None else ():
        named = value_at(unit, [key]) if unit is not None else None
        yield from _words(named) if named is not None else ()


def _words(value: Value) -> Iterator[str]:
    for each in value.content if isinstance(value.content, list) else [value]:
        if isinstance(each.content, str) and each.content.strip():
            yield each.content.strip()
