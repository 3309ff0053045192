"""The problems of files of the program's own forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from speechgen.messages import joined_words, translated
from speechgen.model import Problem
from speechgen.reading.schema.document import JsonSchema
from speechgen.reading.schema.errors import (
    empty_value,
    key_titles,
    meant_choices,
    shortened,
    unknown_choice,
    unknown_key,
    wrong_type,
)
from speechgen.reading.schema.keywords import keyword_problem
from speechgen.reading.schema.paths import path_for_people
from speechgen.reading.schema.suggestions import meant_names
from speechgen.reading.yaml_file import Value

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

_LISTED = 10  # known keys or choices that a message lists
_FEW = 5  # choices that are listed even if one of them is similar


def problems_of(
    error: ValidationError, target: Value, path: str, document: JsonSchema, whole: Value, base: str
) -> Iterator[Problem]:
    """Yield what is wrong with `target`, at `path`, for an error in the file `whole`, which begins at the path `base`.

    `document` is the whole schema.
    """
    details: dict[str, Any] = error.kind.as_dict()
    declared = _schema_of(error, document)
    match error.kind.name:
        case "type" if target.content is None:
            yield empty_value(path, target.key_place, str(declared.get("title", "")))
        case "type":
            yield _wrong_type(target, details["types"], path)
        case "additionalProperties" | "unevaluatedProperties":
            assert isinstance(target.content, dict)  # noqa: S101 - it has unknown keys
            for key in details["unexpected"]:
                yield _unknown_key(target.content[key], key, declared.get("properties", {}), path)
        case "enum" if isinstance(target.content, str):
            yield _unknown_choice(target, details["options"], declared.get("enumDescriptions", ()), path)
        case "enum":
            return  # its type is wrong too
        case "propertyNames":
            yield _wrong_name(details["error"], target, path, declared)
        case _:
            yield keyword_problem(error, whole, base)


def _schema_of(error: ValidationError, document: JsonSchema) -> JsonSchema:
    """The schema whose keyword an error is about."""
    found: Any = document
    for step in error.schema_path[:-1]:
        child = found.get(step) if isinstance(found, dict) else None
        if child is None:
            break
        found = child
    return found if isinstance(found, dict) else {}


def _wrong_type(target: Value, kinds: list[str], path: str) -> Problem:
    problem = wrong_type(target, {"type": kinds if len(kinds) > 1 else kinds[0]}, path)
    is_figure = bool({"integer", "number"} & set(kinds)) and isinstance(target.content, str)
    return problem._replace(fix=translated("write it in digits") if is_figure else None)


def _unknown_choice(target: Value, options: list[str], descriptions: Sequence[str], path: str) -> Problem:
    """The problem of a value that is not one of `options`: of a few all are listed, of many the first."""
    titles = dict(zip(options, descriptions, strict=False)) or dict.fromkeys(options, "")
    problem = unknown_choice(path, str(target.content), titles, target.place)
    if len(options) <= _FEW:
        return problem._replace(fix=translated("choose from: {names}", names=joined_words(options)))
    if len(options) > _LISTED and meant_choices(str(target.content), titles) is None:
        names = joined_words(options[:_LISTED])
        return problem._replace(fix=translated("choose from: {names} and others", names=names))
    return problem


def _unknown_key(child: Value, key: str, properties: JsonSchema, path: str) -> Problem:
    """The problem of an unknown key; of many known ones, only the first are listed, without their titles."""
    problem = unknown_key(child, key, properties, path)
    is_meant = meant_names(key, key_titles(properties))
    return problem if is_meant or not properties else problem._replace(fix=_known_keys(properties))


def _known_keys(properties: Collection[str]) -> str:
    names = joined_words(list(properties)[:_LISTED])
    if len(properties) > _LISTED:
        return translated("known keys: {names} and others", names=names)
    return translated("known keys: {names}", names=names)


def _wrong_name(error: ValidationError, target: Value, path: str, declared: JsonSchema) -> Problem:
    assert isinstance(target.content, dict)  # noqa: S101 - it has a name that is not allowed
    name = str(error.instance)
    at = target.content[name].key_place if name in target.content else target.place
    message = (
        translated("{path}: {name} cannot be a name here", path=path_for_people(path), name=shortened(name))
        if path
        else translated("{name} cannot be a name here", name=shortened(name))
    )
    return Problem(at, "not-allowed", message, declared.get("description"))
