"""How to write a value of another kind than its schema's: as a text, as a list, or as a mapping."""

from __future__ import annotations

import re
from typing import Any

from speechgen.messages import translated
from speechgen.model import lazily
from speechgen.reading.schema.document import JsonSchema
from speechgen.reading.schema.suggestions import titled
from speechgen.reading.yaml_file import Value

_SEPARATORS = lazily("[、，,；;]")
_MAX_SHOWN = 60
_NO = ("no", "off", "n", "否", "不是", "×")
_YES = ("yes", "true", "on", "y", "是", "有", "√", "✓")


def form(value: Value, schema: JsonSchema) -> str | None:
    """What to write instead of a value of the wrong kind; None if that is not certain."""
    content = value.content
    allowed = schema.get("type")
    kinds = allowed if isinstance(allowed, list) else [allowed]
    if isinstance(content, str):
        return _of_scalar(value, content, schema, kinds)
    if isinstance(content, list):
        return _of_list(value, content, schema, kinds)
    return _as_scalar(schema) if isinstance(content, dict) and "array" not in kinds else None


def _of_scalar(value: Value, text: str, schema: JsonSchema, kinds: list[Any]) -> str | None:
    opening = {"object": "{", "array": "["}.get(str(kinds[0]))
    if opening and not value.plain and text.lstrip().startswith(opening):
        return translated("delete the quotation marks around it")
    if kinds == ["boolean"] and text.casefold() in (*_YES, *_NO):
        return translated("write {words}", words="true" if text.casefold() in _YES else "false")
    if "object" in kinds:
        return _as_mapping(text, schema)
    return _as_list(text) if "array" in kinds else None


def _as_mapping(text: str, schema: JsonSchema) -> str | None:
    properties = schema.get("properties", {})
    if text.casefold() in _YES:
        return translated("delete it")
    if shape := _shape(schema):
        return shape
    key = next((key for key in properties if re.match(rf"{re.escape(key)}\s*[=;；,，、. ]", text)), None)
    if key is not None:
        return translated("write a colon and a space after {key}: `{key}: `", key=key)
    if "name" in properties and len(text) <= _MAX_SHOWN and "\n" not in text:
        from speechgen.reading.yaml_dump import flow

        return translated("write {words}", words=flow({"name": text}))
    titles = {key: str(each.get("title", "")) for key, each in properties.items()}
    if not titles:
        return translated("delete it")
    return translated("write it as key: value; known keys: {names}", names=titled(titles))


def _shape(schema: JsonSchema) -> str | None:
    """The form of a mapping of which every key is required, such as a figure before and after; None for others."""
    properties, required = schema.get("properties", {}), schema.get("required")
    if not required or set(required) != set(properties):
        return None
    shown = ", ".join(f"{key}: {each.get('title', '…')}" for key, each in properties.items())
    return translated("write {words}", words=f"{{{shown}}}")


def _as_list(text: str) -> str | None:
    """A text with or without separators as a list in brackets; None for several words, which may be several items."""
    items = [item.strip() for item in _SEPARATORS.split(text)]
    if not all(items) or len(text) > _MAX_SHOWN or any(re.search(r"\s", item) for item in items):
        return None
    from speechgen.reading.yaml_dump import flow

    return translated("write {words}", words=flow(items))


def _of_list(value: Value, content: list[Value], schema: JsonSchema, kinds: list[Any]) -> str | None:
    if "object" in kinds:
        if content and all(isinstance(item.content, dict) for item in content) and not _shape(schema):
            return (
                translated("write {braces} instead of {brackets}", braces="{ }", brackets="[ ]")
                if value.plain
                else translated("write a space instead of the dash")
            )
        return _shape(schema)
    if len(content) == 1 and isinstance(content[0].content, str):
        return (
            translated("delete the brackets, or put the whole value in quotes")
            if value.plain
            else translated("delete the dash")
        )
    return _as_scalar(schema)


def _as_scalar(schema: JsonSchema) -> str | None:
    """For a list or a mapping where a text or a figure belongs."""
    if schema.get("type") == "string":
        return translated("write one text, in quotes if it has brackets or a colon in it")
    return translated("write one figure") if schema.get("type") in ("integer", "number") else None
