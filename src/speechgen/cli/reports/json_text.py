"""JSON in pieces: a report of many problems is not in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_INDENT = 2


def json_text(value: Any, indent: int = 0) -> Iterator[str]:
    """Yield the pieces of the text that `json.dumps` gives for a value. An iterator in it becomes a list; one of its
    items is made at a time. Iterators are found in an object and in other iterators, not in lists.
    """
    inner = f"\n{' ' * (indent + _INDENT)}"
    if isinstance(value, Iterator):
        before = "["
        for item in value:
            yield f"{before}{inner}"
            yield from json_text(item, indent + _INDENT)
            before = ","
        yield "[]" if before == "[" else f"\n{' ' * indent}]"
    elif isinstance(value, dict) and any(isinstance(each, Iterator) for each in value.values()):
        before = "{"
        for key, each in value.items():
            yield f"{before}{inner}{json.dumps(key, ensure_ascii=False)}: "
            yield from json_text(each, indent + _INDENT)
            before = ","
        yield f"\n{' ' * indent}}}"
    else:
        yield json.dumps(value, ensure_ascii=False, indent=_INDENT).replace("\n", f"\n{' ' * indent}")
