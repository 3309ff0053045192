"""The values that a template or a part declares: `values:`, by name or as a JSON Schema with `properties:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from speechgen.messages import marked, translated
from speechgen.model import Problem
from speechgen.reading import (
    JsonSchema,
    Schema,
    Value,
    find,
    is_certainly_a_schema,
    path_for_people,
    place_of,
    plain,
    value_at,
)

_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef", "$schema", "$id")  # keywords that can name another document
MAX_PATTERNS = 100  # each may take as much memory as `MAX_PATTERN_BYTES`
_OF_JINJA = ("caller", "kwargs", "loop", "range", "self", "super", "varargs")
_KEYWORDS_OF_JINJA = (
    *("and", "else", "false", "False", "if", "in", "is", "none", "None", "not", "or", "true", "True"),
    *("block", "call", "elif", "extends", "filter", "for", "from", "import", "include", "macro", "recursive", "set"),
)
_NOT_VALUES = frozenset((*_OF_JINJA, *_KEYWORDS_OF_JINJA, "metrics", "template"))
_NOT_LISTS = _NOT_VALUES | {"common", "dates", "unit", "wordings"}


def declared_values(values: Value | None) -> Value | None:
    """`values:` as a JSON Schema with `properties`, with the places in the file; None if nothing is declared."""
    if values is None or not isinstance(values.content, dict) or "properties" in values.content:
        return values
    schema = Value.mapping({"properties": values}, values.file, values.line, values.column)
    schema.key_line, schema.key_column = values.key_line, values.key_column
    return schema


def values_schema(values: Mapping[str, Any]) -> JsonSchema:
    """The JSON Schema of `values:`, which may have only the values' names."""
    return values if "properties" in values else {"properties": dict(values)}


def schema_problems(declared: Value, schema: JsonSchema) -> Iterator[Problem]:
    """The problems of a JSON Schema: it is not valid, or refers to another file or address."""
    found = [*_references_outside(declared), *_numbers_for_texts(declared), *_too_many_patterns(declared)]
    yield from found
    if found or is_certainly_a_schema(schema):
        return
    import jsonschema_rs

    try:
        _ = Schema(schema).validator
    except jsonschema_rs.ValidationError as error:
        yield _not_valid(declared, error.message, error.instance_path)
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        yield _not_valid(declared, str(error), [])


def _not_valid(declared: Value, reason: str, path: list[str | int]) -> Problem:
    """The problem of a JSON Schema that is not valid at `path`, or in a reference that `reason` names."""
    if path[-1:] == ["pattern"]:
        pattern = find(declared, path)[0]
        message = translated("{pattern} is not a pattern that can be used here", pattern=pattern.content)
        fix = translated("write a regular expression without look-around, back-references and large repeats")
        return Problem(pattern.place, "template-manifest", message, fix)
    reference = next((each for each in _references(declared) if not path and str(each.content)[1:] in reason), None)
    if reference is not None:
        message = translated("{reference} is not defined in this file", reference=reference.content)
        return Problem(reference.place, "template-manifest", message, translated("define it, or correct the name"))
    message = translated("not a valid JSON Schema: {reason}", reason=reason)
    return Problem(place_of(declared, path), "template-manifest", message)


def _too_many_patterns(declared: Value) -> Iterator[Problem]:
    """The problem of the first pattern above `MAX_PATTERNS`."""
    patterns = islice(_patterns(declared), MAX_PATTERNS, MAX_PATTERNS + 1)
    for pattern in patterns:
        message = translated("declares more than {number} patterns", number=MAX_PATTERNS)
        fix = translated("use `enum` or `type` where these are enough")
        yield Problem(pattern.key_place, "template-manifest", message, fix)


def _patterns(value: Value) -> Iterator[Value]:
    """The values of `pattern`, and those of the patterns in `patternProperties`."""
    if isinstance(value.content, list):
        for item in value.content:
            yield from _patterns(item)
    elif isinstance(value.content, dict):
        for key, child in value.content.items():
            if key == "pattern" and isinstance(child.content, str):
                yield child
            elif key == "patternProperties" and isinstance(child.content, dict):
                yield from child.content.values()
            yield from _patterns(child)


def name_problems(manifest: Value, declared: Value) -> Iterator[Problem]:
    """The problems of names that a template could not read, or that mean something else."""
    values, lists = value_at(declared, ["properties"]), value_at(manifest, ["parts"])
    names = _names(values)
    for name, child in names.items():
        if name in _NOT_VALUES or not name.isidentifier():
            yield _not_a_name(child, name, marked("a value cannot be called {name}"))
        elif name in ("unit", "dates") and (kind := value_at(child, ["type"])) and kind.content != "object":
            message = translated("{name} is a mapping in every unit file", name=name)
            yield Problem(kind.place, "template-manifest", message, translated("delete the type"))
    for name, child in _names(value_at(manifest, ["metrics"])).items():
        if not name.isidentifier():
            yield _not_a_name(child, name, marked("a metric cannot be called {name}"))
    for name, child in _names(lists).items():
        if name in _NOT_LISTS or not name.isidentifier():
            yield _not_a_name(child, name, marked("a list of parts cannot be called {name}"))
        elif name in names:
            message = translated("{name} is a list of parts and a value", name=name)
            yield Problem(child.key_place, "repeated-key", message, translated("delete or rename one of them"))


def _names(value: Value | None) -> dict[str, Value]:
    content = value.content if value is not None else None
    if isinstance(content, list):
        return {str(each.content): each for each in content}
    return content if isinstance(content, dict) else {}


def _not_a_name(child: Value, name: str, message: str) -> Problem:
    """The problem of a name; `message` is a text of the catalogue."""
    shown = name if len(name) < 40 else f"{name[:40]}…"
    if name.isidentifier():
        fix = translated("choose another name")
    elif (right := re.sub(r"\W+", "_", name)).isidentifier() and right not in _NOT_LISTS and shown == name:
        fix = translated("write {name}: only letters, digits and _", name=right)
    else:
        fix = translated("use letters, digits and _, and begin with a letter")
    return Problem(child.key_place, "not-allowed", translated(message, name=shown), fix)


def _references(declared: Value) -> Iterator[Value]:
    """The values of all keywords that refer to a JSON Schema."""
    content = declared.content
    if isinstance(content, list):
        for child in content:
            yield from _references(child)
    if isinstance(content, dict):
        for key, child in content.items():
            if key in _REFERENCES and isinstance(child.content, str):
                yield child
            else:
                yield from _references(child)


def _references_outside(declared: Value) -> Iterator[Problem]:
    """References to other documents. Templates come from other offices, so only their own folder is read."""
    for reference in _references(declared):
        if not str(reference.content).startswith("#"):
            message = translated(
                "{reference} is another file or address; only the template itself is read", reference=reference.content
            )
            fix = translated("define it under $defs in this file, and refer to #/$defs/NAME")
            yield Problem(reference.place, "template-manifest", message, fix)


def _numbers_for_texts(declared: Value, path: str = "values") -> Iterator[Problem]:
    """Choices that are numbers, of a value that is a text: 2014 and “2014” differ."""
    content = declared.content
    if not isinstance(content, dict):
        return
    kind, choices = content.get("type"), content.get("enum")
    if kind is not None and kind.content == "string" and choices is not None and isinstance(choices.content, list):
        for choice in choices.content:
            if not isinstance(plain(choice), str):
                message = translated(
                    "{path}: {choice} is not a text, and the value is one",
                    path=path_for_people(path),
                    choice=choice.content,
                )
                fix = translated('write "{choice}" in quotes', choice=choice.content)
                yield Problem(choice.place, "template-manifest", message, fix)
    properties, items = content.get("properties"), content.get("items")
    for name, child in _names(properties).items():
        yield from _numbers_for_texts(child, f"{path}.{name}")
    if items is not None:
        yield from _numbers_for_texts(items, f"{path}[]")
