"""Lists in brackets whose only item looks like several: `[教育局、卫健局、住建局]` is one item for YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import Problem, lazily
from speechgen.reading import path_for_people

if TYPE_CHECKING:
    from speechgen.reading import Value
    from speechgen.workspace.unit import Unit

_SEPARATOR = lazily("[、；;]")
_IN_BRACKETS = lazily(r"\[[^\[\],，]*[、；;]")  # most files have none, and their values need not be searched


def one_item_problems(unit: Unit) -> Iterator[Problem]:
    """The warnings about the unit file's lists, and about those that its workspace shares."""
    if _IN_BRACKETS.search(unit.text):
        yield from _in(unit.own, "")
    workspace = unit.workspace
    if workspace is not None and workspace.shared is not None and _IN_BRACKETS.search(workspace.text):
        yield from _in(workspace.shared, "")


def _in(value: Value, path: str) -> Iterator[Problem]:
    content = value.content
    if isinstance(content, dict):
        for key, child in content.items():
            yield from _in(child, f"{path}.{key}" if path else key)
    elif isinstance(content, list):
        if value.plain and len(content) == 1:
            yield from _one_item(content[0], path)
        for number, child in enumerate(content):
            yield from _in(child, f"{path}[{number}]")


def _one_item(item: Value, path: str) -> Iterator[Problem]:
    """The warning, unless the item is in quotes."""
    if not item.plain or not isinstance(item.content, str):
        return
    words = [each.strip() for each in _SEPARATOR.split(item.content)]
    if len(words) > 1 and all(words):
        message = translated(
            "{list} has one item that looks like {number}: {item}",
            list=path_for_people(path),
            number=len(words),
            item=item.content,
        )
        fix = translated(
            "write {items}, with ASCII commas; if it is one item, put it in quotes", items=f"[{', '.join(words)}]"
        )
        yield Problem(item.place, "one-item", message, fix, "warning")
