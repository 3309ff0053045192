"""The JSON Schema of `template.yaml`, and of the front matter of a template's files.

`speechgen schema --template` prints it. Nothing in these files is used before it has been validated.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from speechgen.messages import ENGLISH, language, marked, translated
from speechgen.reading import DRAFT, JsonSchema, Schema

_TEXT: JsonSchema = {"type": "string"}
_NUMBER: JsonSchema = {"type": "number", "minimum": -(10**15), "maximum": 10**15}
_COUNT: JsonSchema = {"type": "integer", "minimum": 0, "maximum": 10**6}
_YES_OR_NO: JsonSchema = {"type": "boolean"}
_ANY_LIST: JsonSchema = {"type": "array"}
_VALUE: JsonSchema = {"$ref": "#/$defs/value"}
_VALUES: JsonSchema = {
    "type": "object",
    "propertyNames": {
        "pattern": r"^[^.\[\]\s]+$",  # without classes of Unicode, whose tables take 0.1 s to compile
        "maxLength": 100,
        "description": marked("use up to 100 letters, digits and _"),
    },
    "additionalProperties": _VALUE,
}
_VALUE_LIST: JsonSchema = {"type": "array", "minItems": 1, "items": _VALUE}
_BY_NAME: JsonSchema = {"type": "object", "additionalProperties": _VALUE}
_KIND: JsonSchema = {
    "enum": ["string", "integer", "number", "boolean", "array", "object"],
    "enumDescriptions": [
        marked("a text"),
        marked("a whole number"),
        marked("a number"),
        marked("a yes or no"),
        marked("a list"),
        marked("a mapping"),
    ],
}
# Those of JSON Schema, after our own two.
_FORMATS = (
    *("date", "month", "time", "date-time", "duration", "email", "idn-email", "hostname", "idn-hostname"),
    *("ipv4", "ipv6", "uri", "uri-reference", "uri-template", "iri", "iri-reference", "uuid", "regex"),
    *("json-pointer", "relative-json-pointer"),
)

# The keywords of a value: those that most templates need first, then our own, then the rest of JSON Schema.
_KEYWORDS: dict[str, JsonSchema] = {
    "title": _TEXT,
    "type": {
        "type": ["string", "array"],
        "if": {"type": "array"},
        "then": {"minItems": 1, "items": _KIND},
        "else": _KIND,
    },
    "format": {"type": "string", "enum": list(_FORMATS)},
    "examples": _ANY_LIST,
    "default": {},
    "properties": _VALUES,
    "items": _VALUE,
    "enum": {"type": "array", "minItems": 1, "items": {"type": ["string", "number", "boolean"]}},
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "minItems": _COUNT,
    "maxItems": _COUNT,
    "pattern": _TEXT,
    "description": _TEXT,
    "decimals": {"type": "integer", "minimum": 0, "maximum": 10},
    "measure": _TEXT,
    "adds_up": {
        "type": "object",
        "required": ["total", "items", "figure"],
        "properties": {"total": _TEXT, "items": _TEXT, "figure": _TEXT},
        "additionalProperties": False,
    },
    "required": {"type": "array", "items": _TEXT},
    "additionalProperties": {
        "type": ["object", "boolean"],
        "if": {"type": "object"},
        "then": _VALUE,
    },
    **dict.fromkeys(("minLength", "maxLength", "minProperties", "maxProperties", "minContains", "maxContains"), _COUNT),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _NUMBER),
    "multipleOf": {"exclusiveMinimum": 0, **_NUMBER},
    **dict.fromkeys(("uniqueItems", "deprecated", "readOnly", "writeOnly"), _YES_OR_NO),
    **dict.fromkeys(("contains", "propertyNames", "not", "if", "then", "else"), _VALUE),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _VALUE_LIST),
    **dict.fromkeys(("$defs", "patternProperties", "dependentSchemas"), _BY_NAME),
    "dependentRequired": {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}},
    "const": {},
    **dict.fromkeys(
        ("$ref", "$comment", "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef"), _TEXT
    ),
    **dict.fromkeys(("contentEncoding", "contentMediaType"), _TEXT),
}
# Those of the mapping of all values, if it is a JSON Schema.
_OF_ALL_VALUES = (
    *("properties", "required", "title", "description", "adds_up", "allOf", "not", "if", "then", "else"),
    *("dependentRequired", "dependentSchemas", "patternProperties", "minProperties", "maxProperties"),
    *("additionalProperties", "$defs", "$schema", "$id", "$anchor", "$comment"),
)
_DEFINITIONS: dict[str, Any] = {
    "value": {"type": "object", "properties": _KEYWORDS, "additionalProperties": False},
    "values": {
        "type": "object",
        "properties": {
            **{keyword: _KEYWORDS[keyword] for keyword in _OF_ALL_VALUES},
            "type": {"type": "string", "enum": ["object"]},
        },
        "additionalProperties": False,
    },
}
_DECLARED_VALUES: JsonSchema = {
    "type": "object",
    "if": {"required": ["properties"]},
    "then": {"$ref": "#/$defs/values"},
    "else": _VALUES,
}
_NAMES: JsonSchema = {
    "pattern": r"^[^./\\\[\]\s]+$",
    "maxLength": 100,
    "description": marked("use up to 100 letters, digits and _, and begin with a letter"),
}
_VERBS: dict[str, JsonSchema] = {
    "expected": {"type": "string", "enum": ["increase", "decrease"]},
    "increase": _TEXT,
    "decrease": _TEXT,
}
_METRIC: JsonSchema = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": _TEXT,
        "measure": _TEXT,
        "round_to": {"type": "integer", "minimum": 2, "maximum": 10**9},
        "max_loss": {"type": "number", "minimum": 0, "maximum": 100},
        "decimals": {"type": "integer", "minimum": 1, "maximum": 6},
        "change": {"type": ["boolean", "object"], "properties": _VERBS, "additionalProperties": False},
        "compared": _TEXT,
        "minimum": _NUMBER,
        "maximum": _NUMBER,
        "at_most": _TEXT,
        "examples": _ANY_LIST,
    },
    "additionalProperties": False,
}
_LIST: JsonSchema = {
    "type": ["object", "null"],
    "properties": {
        "title": _TEXT,
        "minimum": _COUNT,
        "maximum": {**_COUNT, "minimum": 1},
    },
    "additionalProperties": False,
}

_PROPERTIES: dict[str, JsonSchema] = {
    "title": {"title": marked("What the template is for"), **_TEXT},
    "description": {"title": marked("More about it"), **_TEXT},
    "language": {"title": marked("The language of its speeches"), "type": "string"},
    "version": {"title": marked("The version of the template"), **_TEXT},
    "requires": {"title": marked("The versions of speechgen that it needs, such as speechgen>=0.2"), **_TEXT},
    "values": {"title": marked("The values that a unit file gives, by name; or a JSON Schema"), **_DECLARED_VALUES},
    "metrics": {
        "title": marked("The figures, by name"),
        "type": "object",
        "propertyNames": _NAMES,
        "additionalProperties": _METRIC,
    },
    "parts": {
        "title": marked("The lists of parts, by the name of their folder; or only these names"),
        "type": ["object", "array"],
        "propertyNames": _NAMES,
        "additionalProperties": _LIST,
        "items": _TEXT,
    },
}
_SPEECH_FRONT_MATTER: JsonSchema = {
    "type": "object",
    "properties": dict.fromkeys(("title", "author", "date", "salutation"), _TEXT),
    "additionalProperties": False,
}
_PART_FRONT_MATTER: JsonSchema = {
    "type": "object",
    "properties": {"title": _TEXT, "values": _DECLARED_VALUES},
    "additionalProperties": False,
    "$defs": _DEFINITIONS,
}


def manifest_document(languages: Iterable[str]) -> JsonSchema:
    """The JSON Schema of `template.yaml`, for templates in these languages."""
    document = {
        "$schema": DRAFT,
        "title": marked("A template of speechgen: template.yaml"),
        "type": "object",
        "required": ["title", "language"],
        "properties": {**_PROPERTIES, "language": {**_PROPERTIES["language"], "enum": list(languages)}},
        "additionalProperties": False,
        "$defs": _DEFINITIONS,
    }
    return _in_language(document)


@cache
def front_matter_schema(is_speech: bool, language_of_messages: str) -> Schema:
    """The schema of the front matter of `speech.md.j2`, or of a part. In each language its titles are others."""
    return Schema(_in_language(_SPEECH_FRONT_MATTER if is_speech else _PART_FRONT_MATTER))


def _in_language(schema: JsonSchema) -> JsonSchema:
    """A schema with its titles and descriptions in the language of messages."""
    return schema if language() == ENGLISH else {key: _translated(key, value) for key, value in schema.items()}


def _translated(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _translated(name, each) for name, each in value.items()}
    if key in ("title", "description") and isinstance(value, str):
        return translated(value)
    return [translated(each) for each in value] if key == "enumDescriptions" else value
