"""Keys that belong to a mapping further up: a space too many before them makes them part of the line above."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.messages import translated
from speechgen.model import Problem
from speechgen.reading.indentation import spaces
from speechgen.reading.schema.document import JsonSchema
from speechgen.reading.schema.errors import no_key, shortened
from speechgen.reading.schema.paths import named
from speechgen.reading.yaml_file import Value


def misplaced_key(child: Value, key: str, above: Sequence[tuple[Value, JsonSchema]], path: str) -> Problem | None:
    """The problem of an unknown key that a mapping further up knows. `above` are the open mappings, outermost first."""
    for (mapping, properties), (lower, _) in zip(reversed(above[:-1]), reversed(above[1:]), strict=True):
        if key in properties and (fix := _alignment(key, child, lower, mapping)) is not None:
            return Problem(child.key_place, "unknown-key", no_key(path, key), fix)
    return None


def key_of_block(child: Value, key: str, properties: JsonSchema, path: str, own: Value | None) -> Problem | None:
    """The problem of an unknown key that is declared in a block below: if the block above it is empty, the key is not
    indented; otherwise it belongs elsewhere. The problem's `path` is where it belongs. `own` is the file's mapping.
    """
    blocks = [name for name, schema in properties.items() if _may_have(schema.get("properties", {}), key, child)]
    above = own.content if own is not None and isinstance(own.content, dict) else {}
    before = [name for name in above if name in properties and above[name].key_line < child.key_line]
    empty = before[-1] if before and before[-1] in blocks and above[before[-1]].content is None else None
    if empty is None and len(blocks) != 1:
        return None
    block = empty or blocks[0]
    fix = (
        translated("indent it by two spaces, below {block} in line {line}", block=block, line=above[block].key_line)
        if empty
        else translated("put it under {block}:", block=block)
    )
    meant = ".".join(filter(None, (path, block, key)))
    return Problem(child.key_place, "unknown-key", no_key(path, key), fix, path=meant)


def _may_have(properties: JsonSchema, key: str, child: Value) -> bool:
    """Whether a block declares a key, for a value of the kind that it has: a mapping, a list or neither."""
    schema = properties.get(key)
    if schema is None:
        return False
    kinds = {each.get("type") for each in schema["anyOf"]} if "anyOf" in schema else schema.get("type")
    kinds = {kinds} if isinstance(kinds, str) else set(kinds or ())
    kind = "object" if isinstance(child.content, dict) else "array" if isinstance(child.content, list) else None
    return not kinds or (kind in kinds if kind else bool(kinds - {"object", "array"}) or child.content is None)


def misplaced_keys(value: Value, parent: tuple[Value, JsonSchema], path: str) -> Problem | None:
    """The problem of a mapping where a text or a figure belongs, if all its keys are those of the mapping around it."""
    mapping, properties = parent
    content = value.content
    if not isinstance(content, dict) or not content or not content.keys() <= properties.keys():
        return None
    key, first = next(iter(content.items()))
    fix = _alignment(key, first, value, mapping)
    message = translated("{name} has {key} as its value", name=named(path), key=shortened(key))
    return Problem(first.key_place, "wrong-type", message, fix) if fix else None


def _alignment(key: str, child: Value, lower: Value, mapping: Value) -> str | None:
    """How to align a key with `lower`, a value of `mapping`; None if it is not below it in the file."""
    assert isinstance(mapping.content, dict)  # noqa: S101 - it is being read as a mapping
    name = next((name for name, each in mapping.content.items() if each is lower), None)
    too_many = child.key_column - lower.key_column
    if name is None or child.file != lower.file or child.key_line <= lower.key_line or too_many <= 0:
        return None
    return translated(
        "{spaces} too many before {key}: align it with {name} in line {line}",
        spaces=spaces(too_many),
        key=key,
        name=name,
        line=lower.key_line,
    )
