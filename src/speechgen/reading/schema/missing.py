"""The problem of a missing value: where it belongs in the user's file, and how to write it."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.messages import translated
from speechgen.model import Problem
from speechgen.reading.schema.document import JsonSchema, schema_at
from speechgen.reading.schema.paths import find, missing_place, named, path_for_people, value_at
from speechgen.reading.yaml_file import Value


def missing_value(
    path: Sequence[str | int], own: Value, values: Value, schema: JsonSchema, reason: str | None = None
) -> Problem:
    """The problem of the missing value at `path`, in the unit's `own` file, whatever layer has the block around it.

    `values` are those of all layers, `schema` declares them, `reason` says what needs the value. If the value belongs
    to an item of a list that another file gives, the item's place is the problem's source.
    """
    path = _without_missing_item(path, values)
    _, shown = find(own, path)
    name = named(shown, str(schema_at(schema, path).get("title", "")))
    message = (
        translated("{name} is missing; {reason}", name=name, reason=reason)
        if reason
        else translated("{name} is missing", name=name)
    )
    block, _ = find(values, path)
    is_elsewhere = any(isinstance(step, int) for step in path) and block.file != own.file
    source = block.key_place if is_elsewhere else None
    return Problem(
        missing_place(own, path), "missing-value", message, _fix(path, own, schema), source=source, path=shown
    )


def _without_missing_item(path: Sequence[str | int], values: Value) -> Sequence[str | int]:
    """The path, or that of the first list or item in it that is missing itself."""
    indexes = [number for number, step in enumerate(path) if isinstance(step, int)]
    above = [path[:length] for number in indexes for length in (number, number + 1)]
    return next((each for each in above if value_at(values, each) is None), path)


def _fix(path: Sequence[str | int], own: Value, schema: JsonSchema) -> str:
    before, after = _split_at_last_index(path)
    if not after:
        list_name = path_for_people(find(own, path[:-1])[1])
        return translated("add item {number} to {list}", number=int(path[-1]) + 1, list=list_name)
    keys = f"{after[-1]}:{_form(schema_at(schema, path))}"
    for step in reversed(after[:-1]):
        keys = translated("{block} {keys}", block=f"{step}:", keys=keys)
    if find(own, path)[0].is_null:
        return translated("write {keys} instead of null (~)", keys=keys)
    if _is_left_empty(path, own):
        return translated("write it after {key}:", key=after[-1])
    if not before:
        return translated("add {keys}", keys=keys)
    list_name = path_for_people(find(own, before[:-1])[1])
    return translated("add {keys} to item {number} of {list}", keys=keys, number=int(before[-1]) + 1, list=list_name)


def _is_left_empty(path: Sequence[str | int], own: Value) -> bool:
    """Whether the key is in the file, and nothing after it."""
    block = value_at(own, path[:-1])
    return block is not None and isinstance(block.content, dict) and path[-1] in block.content


def _split_at_last_index(path: Sequence[str | int]) -> tuple[Sequence[str | int], Sequence[str | int]]:
    last = max((number for number, step in enumerate(path, 1) if isinstance(step, int)), default=0)
    return path[:last], path[last:]


def _form(schema: JsonSchema) -> str:
    """How a mapping is written: ` {before: …, after: …}`; empty for any other value."""
    keys = schema.get("required", ())
    return f" {{{', '.join(f'{key}: …' for key in keys)}}}" if keys and schema.get("type") == "object" else ""
