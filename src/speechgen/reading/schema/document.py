"""JSON Schema documents: which values they declare, and their export for editors."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from speechgen.reading.schema.paths import path_steps

# A JSON Schema, and an instance of one: JSON's types, with Decimal for numbers that are not whole.
JsonSchema: TypeAlias = Mapping[str, Any]
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | Decimal | None"

EXTENSIONS = ("adds_up", "decimals", "measure")  # keywords that editors do not know
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def export(document: JsonSchema, needed: Container[str] | None = None) -> str:
    """The schema as JSON for editors: standard keywords only, and no unknown keys in mappings.

    Titles become descriptions, which editors show with completions too. A block that is not required may be empty: in a
    new unit file its lines are comments. With `needed`, the paths of the values that each file must give, so may every
    other value: an empty key inherits, and `~` takes a shared value away.
    """
    return json.dumps(_standard(document, needed, ""), ensure_ascii=False, indent=2, default=float)


def _standard(schema: JsonSchema, needed: Container[str] | None, path: str) -> JsonSchema:
    result: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword == "properties":
            required = schema.get("required", ())
            result[keyword] = {}
            for name, child in value.items():
                below = f"{path}.{name}" if path else name
                may_be_null = name not in required and (
                    _is_block(child) or (needed is not None and below not in needed)
                )
                standard = _standard(child, needed, below)
                result[keyword][name] = _or_null(standard) if may_be_null else standard
        elif keyword == "anyOf":
            result[keyword] = [_standard(alternative, needed, path) for alternative in value]
        elif keyword == "format" and value in ("date", "month"):
            continue  # 2023年9月5日 is read as well as 2023-09-05
        elif keyword == "type" and value in ("integer", "number"):
            result[keyword] = [value, "string"]  # so are 12万 and 1,260
        elif isinstance(value, Mapping) and keyword in ("items", "additionalProperties"):
            result[keyword] = _standard(value, needed, f"{path}[]")
        elif keyword == "title":
            result["description"] = "\n\n".join([value, *filter(None, [schema.get("description")])])
        elif keyword not in (*EXTENSIONS, "description") or (keyword == "description" and "title" not in schema):
            result[keyword] = value
    if "properties" in schema:
        result.setdefault("additionalProperties", False)
    return result


def _or_null(schema: JsonSchema) -> JsonSchema:
    """The schema of a value that may also be empty or `~`."""
    types = schema.get("type")
    more: dict[str, Any] = {}
    if types is not None:
        more["type"] = [*(types if isinstance(types, list) else [types]), "null"]
    if "enum" in schema:
        more["enum"] = [*schema["enum"], None]
    if "anyOf" in schema:
        more["anyOf"] = [*schema["anyOf"], {"type": "null"}]
    return {**schema, **more}


def _is_block(schema: JsonSchema) -> bool:
    """Whether a value that is not required may be empty in any file: a mapping, or a list that may have no items."""
    return schema.get("type") == "object" or (schema.get("type") == "array" and not schema.get("minItems"))


def is_declared(schema: JsonSchema, steps: Sequence[str | int]) -> bool:
    """Whether the schema declares a value at this path. Any integer stands for an item of a list."""
    for position, step in enumerate(steps):
        if "anyOf" in schema:
            return any(is_declared(alternative, steps[position:]) for alternative in schema["anyOf"])
        if isinstance(step, int):
            schema = schema.get("items", {})
        elif step in (properties := schema.get("properties", {})):
            schema = properties[step]
        else:
            return (
                not properties and schema.get("type") in (None, "object") and bool(schema.get("additionalProperties"))
            )
    return True


def property_at(schema: JsonSchema, path: str) -> JsonSchema:
    """The schema of the value at `path`; an empty one if it is not declared."""
    return schema_at(schema, path_steps(path))


def schema_at(schema: JsonSchema, path: Sequence[str | int]) -> JsonSchema:
    """The schema of the value at `path`; an empty one if it is not declared."""
    for step in path:
        schema = schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
    return schema


def leaves(schema: JsonSchema, path: str = "") -> Iterator[str]:
    """The paths of the values that a schema declares; not those of mappings, but of the values in them."""
    for name, child in schema.get("properties", {}).items():
        yield from _leaves(child, f"{path}.{name}" if path else name)


def _leaves(schema: JsonSchema, path: str) -> Iterator[str]:
    items = schema.get("items")
    if schema.get("properties"):
        yield from leaves(schema, path)
    elif isinstance(items, Mapping) and items.get("properties"):
        yield from leaves(items, f"{path}[]")
    else:
        yield path
