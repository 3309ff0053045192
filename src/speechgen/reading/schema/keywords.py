"""What jsonschema_rs finds, as problems in plain words: missing values, and those outside their bounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

from speechgen.messages import counted, either, translated
from speechgen.model import Problem
from speechgen.reading.schema.document import Json, schema_at
from speechgen.reading.schema.errors import kind_of_value
from speechgen.reading.schema.missing import missing_value
from speechgen.reading.schema.paths import find, named, value_at
from speechgen.reading.yaml_file import Value

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

    from speechgen.reading.schema.validate import Schema


def validation_problems(
    schema: Schema, instance: dict[str, Json], value: Value, path: str, own: Value | None, meant: Collection[str]
) -> Iterator[Problem]:
    """The problems that jsonschema_rs finds in `instance`, with the places in `value`, whose path is `path`.

    Missing values are reported in `own`, if it is given, unless they are at one of the paths in `meant`.
    """
    for error in schema.validator.iter_errors(instance):
        if own is not None and error.kind.name == "required":
            steps = [*error.instance_path, error.kind.as_dict()["property"]]
            if not _is_written(value_at(value, steps)) and find(value, steps)[1] not in meant:
                yield missing_value(steps, own, value, schema.document)
        elif not _is_consequence(error, value):
            title = schema_at(schema.document, error.instance_path).get("title", "")
            yield keyword_problem(error, value, path, str(title))


def _is_written(value: Value | None) -> bool:
    """Whether the value is given: it is then missing from the instance only because it is invalid, already reported."""
    return value is not None and (not isinstance(value.content, str) or bool(value.content.strip()))


def _is_consequence(error: ValidationError, value: Value) -> bool:
    """Whether values seem to be missing only because invalid ones, already reported, were left out of the instance."""
    written = find(value, error.instance_path)[0].content
    details = error.kind.as_dict()
    if error.kind.name == "required":
        return _is_written(value_at(value, [*error.instance_path, details["property"]]))
    return error.kind.name == "minItems" and isinstance(written, list) and len(written) >= details["limit"]


def keyword_problem(error: ValidationError, value: Value, base: str, title: str = "") -> Problem:
    """An error of jsonschema_rs as a problem, in plain words. `title` is that of the value."""
    target, below = find(value, error.instance_path)
    path = ".".join(filter(None, (base, below)))
    keyword = error.kind.name
    details: dict[str, Any] = error.kind.as_dict()
    if keyword == "required":
        key = str(details["property"])
        path = f"{path}.{key}" if path else key
        message, fix = translated("{name} is missing", name=named(path)), translated("add it: {key}:", key=key)
        return Problem(target.key_place, "missing-value", message, fix, path=path)
    code, message_for = _KEYWORDS.get(keyword, ("not-allowed", _other))
    is_none = keyword == "minimum" and target.content in ("0", "零", "〇") and details["limit"] > 0
    none_fix = translated("if there is none, delete the line") if is_none else None
    return Problem(target.place, code, message_for(named(path, title), {**details, "keyword": keyword}), none_fix)


def _other(name: str, details: dict[str, Any]) -> str:
    return translated("{name} is not as the schema requires ({keyword})", name=name, keyword=details["keyword"])


_KEYWORDS: dict[str, tuple[str, Callable[[str, dict[str, Any]], str]]] = {
    "minimum": (
        "out-of-range",
        lambda name, details: translated("{name} must be at least {limit}", name=name, limit=details["limit"]),
    ),
    "maximum": (
        "out-of-range",
        lambda name, details: translated("{name} must be at most {limit}", name=name, limit=details["limit"]),
    ),
    "exclusiveMinimum": (
        "out-of-range",
        lambda name, details: translated("{name} must be more than {limit}", name=name, limit=details["limit"]),
    ),
    "exclusiveMaximum": (
        "out-of-range",
        lambda name, details: translated("{name} must be less than {limit}", name=name, limit=details["limit"]),
    ),
    "multipleOf": (
        "out-of-range",
        lambda name, details: translated(
            "{name} must be a multiple of {number}", name=name, number=details["multiple_of"]
        ),
    ),
    "minItems": (
        "list-length",
        lambda name, details: counted(
            "{name} needs at least {number} item", "{name} needs at least {number} items", details["limit"], name=name
        ),
    ),
    "maxItems": (
        "list-length",
        lambda name, details: counted(
            "{name} may have at most {number} item",
            "{name} may have at most {number} items",
            details["limit"],
            name=name,
        ),
    ),
    "uniqueItems": ("repeated-item", lambda name, details: translated("{name} contains an item twice", name=name)),
    "minLength": (
        "text-length",
        lambda name, details: translated("{name} needs at least {limit} characters", name=name, limit=details["limit"]),
    ),
    "maxLength": (
        "text-length",
        lambda name, details: translated(
            "{name} may have at most {limit} characters", name=name, limit=details["limit"]
        ),
    ),
    "enum": (
        "not-allowed",
        lambda name, details: translated("{name} must be one of {options}", name=name, options=details["options"]),
    ),
    "type": (
        "wrong-type",
        lambda name, details: translated(
            "{name} must be {kinds}", name=name, kinds=either(map(kind_of_value, details["types"]))
        ),
    ),
    "propertyNames": (
        "not-allowed",
        lambda name, details: translated("{name} has a key whose name is not allowed", name=name),
    ),
    "const": (
        "not-allowed",
        lambda name, details: translated("{name} must be {value}", name=name, value=details["expected_value"]),
    ),
    "format": (
        "not-allowed",
        lambda name, details: translated("{name} is not a valid {format}", name=name, format=details["format"]),
    ),
    "pattern": (
        "not-allowed",
        lambda name, details: translated("{name} must match {pattern}", name=name, pattern=details["pattern"]),
    ),
    "minProperties": (
        "not-allowed",
        lambda name, details: counted(
            "{name} needs at least {number} key", "{name} needs at least {number} keys", details["limit"], name=name
        ),
    ),
    "maxProperties": (
        "not-allowed",
        lambda name, details: counted(
            "{name} may have at most {number} key", "{name} may have at most {number} keys", details["limit"], name=name
        ),
    ),
    "anyOf": ("not-allowed", lambda name, details: translated("{name} has none of the forms allowed here", name=name)),
    "oneOf": (
        "not-allowed",
        lambda name, details: translated("{name} must have exactly one of the forms allowed here", name=name),
    ),
    "not": ("not-allowed", lambda name, details: translated("{name} has a form that is not allowed here", name=name)),
    "contains": (
        "not-allowed",
        lambda name, details: translated("{name} lacks an item that the schema requires", name=name),
    ),
    "falseSchema": ("not-allowed", lambda name, details: translated("{name} is not allowed here", name=name)),
}
