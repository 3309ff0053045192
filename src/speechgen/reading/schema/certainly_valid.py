"""Whether data is certainly valid by a JSON Schema. Otherwise jsonschema_rs is asked, which takes 10 ms to load.

Only the keywords of `_CHECKS` are known here, those that most templates and unit files need. With any other keyword
nothing is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from speechgen.model import lazily
from speechgen.reading.schema.document import Json, JsonSchema

_Check: TypeAlias = "Callable[[Any, Any, JsonSchema, JsonSchema], bool]"  # the last: the schema, the whole document
# They allow anything; the last three are our own, and validated elsewhere.
_ANNOTATIONS = frozenset(
    (
        "title",
        "description",
        "examples",
        "default",
        "$schema",
        "$defs",
        "enumDescriptions",
        "measure",
        "decimals",
        "adds_up",
    )
)
_KINDS: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, Decimal),
    "null": (type(None),),
}
_OWN_FORMATS = ("date", "month")
_NO_LETTER = lazily(r"\^\[\^(?:[./]|\\[\\\[\]s])+\]\+\$")  # a pattern that any word of letters, digits and _ matches


def is_certainly_valid(instance: Json, schema: JsonSchema, document: JsonSchema) -> bool:
    """Whether an instance is certainly valid by a schema in a document that its references are resolved in."""
    for keyword, wanted in schema.items():
        if keyword not in _ANNOTATIONS:
            check = _CHECKS.get(keyword)
            if check is None or not check(instance, wanted, schema, document):
                return False
    return True


def is_certainly_a_schema(schema: JsonSchema) -> bool:
    """Whether a schema is certainly valid itself: one with simple keywords only."""
    return is_certainly_valid(dict(schema), _SIMPLE, _SIMPLE)


def _type(instance: Json, wanted: str | list[str], schema: JsonSchema, document: JsonSchema) -> bool:
    kinds = [wanted] if isinstance(wanted, str) else wanted
    return any(type(instance) in _KINDS[kind] for kind in kinds)


def _properties(instance: Json, wanted: JsonSchema, schema: JsonSchema, document: JsonSchema) -> bool:
    if not isinstance(instance, dict):
        return True
    return all(is_certainly_valid(child, wanted[key], document) for key, child in instance.items() if key in wanted)


def _additional_properties(instance: Json, wanted: JsonSchema | bool, schema: JsonSchema, document: JsonSchema) -> bool:
    if not isinstance(instance, dict) or wanted is True:
        return True
    known = schema.get("properties", {})
    additional = [child for key, child in instance.items() if key not in known]
    if isinstance(wanted, bool):
        return not additional
    return all(is_certainly_valid(child, wanted, document) for child in additional)


def _property_names(instance: Json, wanted: JsonSchema, schema: JsonSchema, document: JsonSchema) -> bool:
    return not isinstance(instance, dict) or all(is_certainly_valid(key, wanted, document) for key in instance)


def _required(instance: Json, wanted: list[str], schema: JsonSchema, document: JsonSchema) -> bool:
    return not isinstance(instance, dict) or instance.keys() >= {*wanted}


def _any_of(instance: Json, wanted: list[JsonSchema], schema: JsonSchema, document: JsonSchema) -> bool:
    return any(is_certainly_valid(instance, each, document) for each in wanted)


def _items(instance: Json, wanted: JsonSchema, schema: JsonSchema, document: JsonSchema) -> bool:
    return not isinstance(instance, list) or all(is_certainly_valid(child, wanted, document) for child in instance)


def _if(instance: Json, wanted: JsonSchema, schema: JsonSchema, document: JsonSchema) -> bool:
    if not wanted.keys() <= {"type", "required"} or "number" in wanted.values() or "integer" in wanted.values():
        return False  # what is not certainly valid by any other condition may still be valid
    branch = schema.get("then" if is_certainly_valid(instance, wanted, document) else "else", {})
    return is_certainly_valid(instance, branch, document)


def _ref(instance: Json, wanted: str, schema: JsonSchema, document: JsonSchema) -> bool:
    target = document.get("$defs", {}).get(wanted.removeprefix("#/$defs/")) if wanted.startswith("#/$defs/") else None
    return target is not None and is_certainly_valid(instance, target, document)


def _pattern(instance: Json, wanted: str, schema: JsonSchema, document: JsonSchema) -> bool:
    is_word = isinstance(instance, str) and instance.isascii() and instance.isidentifier()
    return is_word and _NO_LETTER.fullmatch(wanted) is not None


def _are_unique(items: list[Json]) -> bool:
    return all(isinstance(each, str) for each in items) and len({*map(str, items)}) == len(items)


def _number(allows: Callable[[int | Decimal, Any], bool]) -> _Check:
    return lambda instance, wanted, schema, document: type(instance) not in (int, Decimal) or allows(instance, wanted)


def _size(kind: type[list[Any]] | type[str], allows: Callable[[int, Any], bool]) -> _Check:
    return lambda instance, wanted, schema, document: not isinstance(instance, kind) or allows(len(instance), wanted)


_CHECKS: Mapping[str, _Check] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": lambda instance, wanted, schema, document: (
        not isinstance(instance, dict) or instance.keys() >= {*wanted}
    ),
    "items": _items,
    "enum": lambda instance, wanted, schema, document: isinstance(instance, str) and instance in wanted,
    "anyOf": lambda instance, wanted, schema, document: any(
        is_certainly_valid(instance, each, document) for each in wanted
    ),
    "if": _if,
    "then": lambda instance, wanted, schema, document: True,  # see `if`
    "else": lambda instance, wanted, schema, document: True,
    "$ref": _ref,
    "format": lambda instance, wanted, schema, document: wanted in _OWN_FORMATS,
    "pattern": _pattern,
    "minimum": _number(lambda number, bound: number >= bound),
    "maximum": _number(lambda number, bound: number <= bound),
    "exclusiveMinimum": _number(lambda number, bound: number > bound),
    "exclusiveMaximum": _number(lambda number, bound: number < bound),
    "uniqueItems": lambda instance, wanted, schema, document: not isinstance(instance, list) or _are_unique(instance),
    "minItems": _size(list, lambda size, bound: size >= bound),
    "maxItems": _size(list, lambda size, bound: size <= bound),
    "minLength": _size(str, lambda size, bound: size >= bound),
    "maxLength": _size(str, lambda size, bound: size <= bound),
}

_TEXT: JsonSchema = {"type": "string"}
_NUMBER: JsonSchema = {"type": "number"}
_COUNT: JsonSchema = {"type": "integer", "minimum": 0}
_SIMPLE: JsonSchema = {
    "$ref": "#/$defs/schema",
    "$defs": {
        "schema": {
            "type": "object",
            "properties": {
                **dict.fromkeys(("title", "description", "measure"), _TEXT),
                **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _NUMBER),
                **dict.fromkeys(("minItems", "maxItems", "minLength", "maxLength", "decimals"), _COUNT),
                "type": {"enum": list(_KINDS)},
                "format": {"enum": list(_OWN_FORMATS)},
                "examples": {"type": "array"},
                "default": {},
                "enum": {"type": "array", "items": _TEXT},
                "required": {"type": "array", "items": _TEXT, "uniqueItems": True},
                "items": {"$ref": "#/$defs/schema"},
                "properties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/schema"}},
                "additionalProperties": {"type": "boolean"},
            },
            "additionalProperties": False,
        }
    },
}
