"""Data paths: `problems[0].title` as people write it, as steps, and as the value that stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.model import Place
from speechgen.reading.yaml_file import Value


def path_steps(path: str) -> list[str | int]:
    """`problems[].title` as the steps of `find` and `is_declared`; an item without a number is the first."""
    steps = re.findall(r"[^.\[\]]+|\[\]", path)
    return [0 if step == "[]" else int(step) if step.isdigit() else step for step in steps]


def find(value: Value, path: Sequence[str | int]) -> tuple[Value, str]:
    """The value at `path`, or the last one on the way that is given, and the path as people write it."""
    shown = ""
    for step in path:
        shown = f"{shown}[{step}]" if isinstance(step, int) else f"{shown}.{step}" if shown else step
        value = _below(value, step) or value
    return value, shown


def value_at(value: Value, path: Sequence[str | int]) -> Value | None:
    """The value at `path`; None where none is given, or it is empty."""
    for step in path:
        below = _below(value, step)
        if below is None:
            return None
        value = below
    return None if value.content is None else value


def _below(value: Value, step: str | int) -> Value | None:
    content = value.content
    if isinstance(content, dict) and isinstance(step, str):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int) and step < len(content):
        return content[step]
    return None


def place_of(value: Value, path: Sequence[str | int]) -> Place:
    """The place of what stands at `path`, or of what holds it."""
    return find(value, path)[0].place
