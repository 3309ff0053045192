"""Read files of the program's own forms, such as template.yaml, by their schema alone: plain JSON, no data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechgen.model import Problem
from speechgen.reading.schema.paths import find
from speechgen.reading.schema.validate import Schema, plain
from speechgen.reading.yaml_file import Value

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError


def read_strictly(value: Value, schema: Schema, path: str = "") -> tuple[dict[str, Any], list[Problem]]:
    """The mapping in `value` as JSON, and all problems. A text stays as written where the schema wants one: `1.0`.

    `path` is the value's own path in its file. The schema may use every keyword of JSON Schema, and references.
    """
    instance = plain(value)
    problems: list[Problem] = []
    if isinstance(instance, dict) and schema.accepts(instance):
        return instance, problems
    from speechgen.reading.schema.strict_errors import problems_of  # here, because most files have none

    for error in schema.validator.iter_errors(instance):
        target, below = find(value, error.instance_path)
        shown = ".".join(filter(None, (path, below)))
        if _is_text(error, target):
            _put(instance, error.instance_path, target.content)
        else:
            problems += problems_of(error, target, shown, schema.document, value, path)
    return instance if isinstance(instance, dict) else {}, list(dict.fromkeys(problems))


def _is_text(error: ValidationError, target: Value) -> bool:
    """Whether a text is wanted, and a scalar written that means something else, such as a figure."""
    return (
        error.kind.name == "type" and "string" in error.kind.as_dict()["types"] and isinstance(target.content, str)
    ) and bool(target.content.strip() and not target.is_null)


def _put(instance: Any, path: list[str | int], text: object) -> None:
    for step in path[:-1]:
        instance = instance[step]
    instance[path[-1]] = text
