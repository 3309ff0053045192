"""JSON Schema over values with positions: reads scalars by the schema's types, and tells what does not fit.

A schema is JSON Schema 2020-12. jsonschema_rs judges ranges, patterns and the like; what needs the file's positions or
a secretary's words (types, unknown keys, days) is judged here, in the one walk that also makes the template's data.
Beyond the standard: the formats `date` (a day) and `month` (a month or a day), and `adds_up`, with which the figures
of a list must add up to a total.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import jsonschema_rs

from speechgen.problem import Place, Problem
from speechgen.values import Datum, Day, Figure, Items, Origin, Record, Text
from speechgen.yamlfile import Value, core, misread_colon

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

# A JSON Schema, and an instance of one: JSON's own types, and Decimal for every number.
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | Decimal | None"
JsonSchema: TypeAlias = Mapping[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"


@dataclass
class Schema:
    """A JSON Schema, closed: a mapping with `properties` has no other keys."""

    document: JsonSchema

    @cached_property
    def validator(self) -> jsonschema_rs.Validator:
        """The validator, made once. Raises jsonschema_rs.ValidationError where the document is no JSON Schema."""
        formats = {name: lambda text: True for name in ("date", "month")}  # the walk has read them
        return jsonschema_rs.validator_for(dict(self.document), validate_formats=True, formats=formats)

    def read(self, value: Value) -> tuple[Record, list[Problem]]:
        """The data that `value` holds, and every problem in it. What has a problem is left out of the data."""
        walk = _Walk()
        datum, instance = walk.read(value, self.document, "")
        if isinstance(instance, dict):
            walk.problems.extend(_judge(self.validator, instance, value))
        return datum if isinstance(datum, Record) else Record(), walk.problems


class _Walk:
    """One reading of one file: makes data and JSON side by side, and collects problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, value: Value, schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        """The data and the JSON of `value`; None where it is not given, or has a problem."""
        content = value.content
        if "anyOf" in schema:
            schema = _alternative(content, schema)
        if content is None:
            return None, None
        if isinstance(content, dict):
            return self._mapping(value, content, schema, path)
        if isinstance(content, list):
            return self._list(value, content, schema, path)
        return self._scalar(value, content, schema, path)

    def _mapping(
        self, value: Value, content: dict[str, Value], schema: JsonSchema, path: str
    ) -> tuple[Datum | None, Json]:
        if not _allows(schema, "object"):
            return self._wrong_type(value, schema, path)
        properties: JsonSchema = schema.get("properties", {})
        others = schema.get("additionalProperties", not properties)
        pairs: dict[str, Datum] = {}
        instance: dict[str, Json] = {}
        for key, child in content.items():
            child_schema = properties.get(key, others)
            if child_schema is False:
                self.problems.append(_unknown_key(child, key, properties, path))
                continue
            datum, json = self.read(
                child, {} if child_schema is True else child_schema, f"{path}.{key}" if path else key
            )
            if datum is not None:
                pairs[key], instance[key] = datum, json
        if adds_up := schema.get("adds_up"):
            self.problems.extend(_sums(value, instance, adds_up, path))
        return Record(pairs, Origin(path, value.place)), instance

    def _list(self, value: Value, content: list[Value], schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        if not _allows(schema, "array"):
            return self._wrong_type(value, schema, path)
        items, instance = Items(origin=Origin(path, value.place)), []
        for index, child in enumerate(content):
            datum, json = self.read(child, schema.get("items", {}), f"{path}[{index}]")
            if datum is not None:
                items.append(datum)
                instance.append(json)
            elif child.content is None:
                message = f"item {index + 1} of {path} is empty"
                self.problems.append(Problem(child.place, "missing-value", message, "write it, or delete its line"))
        return items, instance

    def _scalar(self, value: Value, text: str, schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        origin = Origin(path, value.place)
        meaning = _meaning(value, schema)
        if isinstance(meaning, ValueError):
            self.problems.append(Problem(value.place, "impossible-date", f"{path}: {meaning}", "check the date"))
            return None, None
        if isinstance(meaning, bool) and _allows(schema, "boolean"):
            return meaning, meaning
        if isinstance(meaning, Decimal) and _allows(schema, "number"):
            return Figure(meaning, origin), int(meaning) if meaning == meaning.to_integral_value() else meaning
        if isinstance(meaning, Decimal) and _allows(schema, "integer") and meaning == meaning.to_integral_value():
            return Figure(meaning, origin), int(meaning)
        if isinstance(meaning, Day):
            return Day(meaning.year, meaning.month, meaning.day, origin), meaning.iso
        if isinstance(meaning, str) and _allows(schema, "string") and schema.get("format") not in ("date", "month"):
            return self._text(value, meaning, schema, path)
        return self._wrong_type(value, schema, path)

    def _text(self, value: Value, words: str, schema: JsonSchema, path: str) -> tuple[Datum | None, Json]:
        if not words:
            return None, None
        choices = schema.get("enum")
        if choices is not None and words not in choices:
            near = nearest(words, choices)
            mend = f"did you mean {near}?" if near else f"there are: {', '.join(choices)}"
            self.problems.append(Problem(value.place, "unknown-choice", f"{path}: there is no {words}", mend))
            return None, None
        return Text(words, Origin(path, value.place)), words

    def _wrong_type(self, value: Value, schema: JsonSchema, path: str) -> tuple[None, None]:
        colon = misread_colon(value) if _allows(schema, "object") else None
        self.problems.append(colon or _wrong_type(value, schema, path))
        return None, None


def _meaning(value: Value, schema: JsonSchema) -> bool | Decimal | str | Day | ValueError | None:
    """What a scalar means where `schema` stands: a text is taken as it is written, `0012` and `no` too."""
    text = str(value.content).strip()
    kind = schema.get("format")
    if kind in ("date", "month"):
        try:
            day = Day.parse(text)
        except ValueError as error:
            return error
        return day if day and (day.day or kind == "month") else text
    if schema.get("type") == "string":
        return text
    try:
        meaning = core(value)
    except ValueError as error:
        return error
    if isinstance(meaning, Day) and _allows(schema, "string"):
        return meaning if "type" not in schema else text
    return text if isinstance(meaning, Day) else meaning


def _allows(schema: JsonSchema, kind: str) -> bool:
    allowed = schema.get("type")
    return allowed is None or allowed == kind or (isinstance(allowed, list) and kind in allowed)


def _alternative(content: object, schema: JsonSchema) -> JsonSchema:
    """The alternative of `anyOf` that a value of this shape can only mean."""
    kind = {dict: "object", list: "array"}.get(type(content))
    for alternative in schema["anyOf"]:
        if (kind is None) != (alternative.get("type") in ("object", "array")) and (
            kind is None or alternative.get("type") == kind
        ):
            return {**schema, **alternative}
    return {**schema, "type": [alternative.get("type") for alternative in schema["anyOf"]]}


def nearest(name: str, known: list[str]) -> str | None:
    """The known name that was most likely meant."""
    folded = {unicodedata.normalize("NFKC", each).casefold().replace("-", "_"): each for each in reversed(known)}
    wanted = unicodedata.normalize("NFKC", name).casefold().replace("-", "_").strip()
    matches = difflib.get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def _unknown_key(child: Value, key: str, properties: JsonSchema, path: str) -> Problem:
    known = list(properties)
    near = nearest(key, known)
    listed = f"known here: {', '.join(known)}" if known else None
    mend = f"did you mean {near}?" if near else listed
    return Problem(child.key_place, "unknown-key", f"{path or 'the file'} has no value called {key}", mend)


_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a mapping (key: value)",
    "array": "a list (lines that begin with -)",
    "date": "a day such as 2014-10-24",
    "month": "a month such as 2014-01, or a day such as 2014-01-15",
}


def _wrong_type(value: Value, schema: JsonSchema, path: str) -> Problem:
    wanted = schema.get("format") or schema.get("type")
    names = [_TYPES.get(str(kind), str(kind)) for kind in (wanted if isinstance(wanted, list) else [wanted])]
    content = value.content
    found = "a mapping" if isinstance(content, dict) else "a list" if isinstance(content, list) else f"“{content}”"
    if len(found) > 42:
        found = f"{found[:40]}…”"
    return Problem(
        value.place,
        "wrong-type",
        f"{path or 'the file'} must be {' or '.join(names)}, not {found}",
        _figure_mend(content, wanted),
    )


def _figure_mend(content: object, wanted: object) -> str | None:
    """How to write a figure that was written as it is read."""
    if wanted not in ("integer", "number") or not isinstance(content, str):
        return None
    plain = unicodedata.normalize("NFKC", content)
    digits = "".join(character for character in plain if character.isdigit() or character == ".").strip(".")
    if wanted == "integer" and "." in digits:
        return "write it without decimals"
    return f"write the figure alone, exact, in ASCII digits: {digits}" if digits else "write the figure in ASCII digits"


def _sums(value: Value, instance: dict[str, Json], adds_up: Mapping[str, str], path: str) -> Iterator[Problem]:
    """Whether the figures of a list add up to their total: `adds_up: {total: KEY, items: KEY, figure: KEY}`."""
    total, items = instance.get(adds_up["total"]), instance.get(adds_up["items"])
    if not isinstance(total, (int, Decimal)) or not isinstance(items, list):
        return
    figures = [item.get(adds_up["figure"]) for item in items if isinstance(item, dict)]
    numbers = [figure for figure in figures if isinstance(figure, (int, Decimal))]
    if numbers and len(numbers) == len(items) and sum(numbers) != total:
        assert isinstance(value.content, dict)  # noqa: S101 - its instance is a dict
        where = value.content[adds_up["total"]].place
        name = f"{path}.{adds_up['total']}" if path else adds_up["total"]
        parts = " + ".join(map(str, numbers))
        message = f"{name} is {total}, but {adds_up['items']} add up to {sum(numbers)} ({parts})"
        yield Problem(where, "total", message, "correct the total or its parts")


def _judge(validator: jsonschema_rs.Validator, instance: dict[str, Json], value: Value) -> Iterator[Problem]:
    for error in validator.iter_errors(instance):
        yield _problem(error, value)


def _problem(error: ValidationError, value: Value) -> Problem:
    """One of jsonschema_rs's errors at its value's place, in a secretary's words."""
    target, path = find(value, error.instance_path)
    keyword = error.kind.name
    details: dict[str, Any] = error.kind.as_dict()
    code, words = _KEYWORDS.get(keyword, ("not-allowed", lambda details: error.message))
    if keyword == "required":
        path = f"{path}.{details['property']}" if path else str(details["property"])
        return Problem(target.key_place, code, f"{path} is missing", f"add it: {details['property']}:")
    return Problem(target.place, code, f"{path or 'the file'} {words(details)}")


_KEYWORDS: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "required": ("missing-value", lambda details: "is missing"),
    "minimum": ("out-of-range", lambda details: f"must be at least {details['limit']}"),
    "maximum": ("out-of-range", lambda details: f"must be at most {details['limit']}"),
    "exclusiveMinimum": ("out-of-range", lambda details: f"must be more than {details['limit']}"),
    "exclusiveMaximum": ("out-of-range", lambda details: f"must be less than {details['limit']}"),
    "multipleOf": ("out-of-range", lambda details: f"must be a multiple of {details['multiple_of']}"),
    "minItems": ("list-length", lambda details: f"needs at least {details['limit']}"),
    "maxItems": ("list-length", lambda details: f"may have at most {details['limit']}"),
    "uniqueItems": ("repeated-item", lambda details: "names the same thing twice"),
    "minLength": ("text-length", lambda details: f"needs at least {details['limit']} characters"),
    "maxLength": ("text-length", lambda details: f"may have at most {details['limit']} characters"),
    "enum": ("not-allowed", lambda details: f"must be one of {details['options']}"),
    "pattern": ("not-allowed", lambda details: f"must look like {details['pattern']}"),
}


def find(value: Value, path: list[str | int]) -> tuple[Value, str]:
    """The value at `path`, or the last one on the way that is given, and the path as people write it."""
    shown = ""
    for step in path:
        shown = f"{shown}[{step}]" if isinstance(step, int) else f"{shown}.{step}" if shown else step
        content = value.content
        if (isinstance(content, list) and isinstance(step, int) and step < len(content)) or (
            isinstance(content, dict) and isinstance(step, str) and step in content
        ):
            value = content[step]
    return value, shown


def plain(value: Value) -> Json:
    """A value as JSON, by YAML's core schema alone: for what is itself a schema. Days stay text."""
    content = value.content
    if isinstance(content, dict):
        return {key: plain(child) for key, child in content.items()}
    if isinstance(content, list):
        return [plain(child) for child in content]
    try:
        meaning = core(value)
    except ValueError:
        return content
    if isinstance(meaning, Decimal):
        return int(meaning) if meaning == meaning.to_integral_value() else meaning
    return content if isinstance(meaning, Day) else meaning


def place_of(value: Value, path: list[str | int]) -> Place:
    """The place of what stands at `path`, or of what holds it."""
    return find(value, path)[0].place


def export(document: JsonSchema) -> str:
    """The schema as JSON, as editors want it: standard keywords only, and every mapping closed."""
    return json.dumps(_standard(document), ensure_ascii=False, indent=2, default=float)


def _standard(schema: JsonSchema) -> JsonSchema:
    result: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword == "properties":
            result[keyword] = {name: _standard(child) for name, child in value.items()}
        elif keyword == "anyOf":
            result[keyword] = [_standard(alternative) for alternative in value]
        elif keyword == "format" and value == "month":
            result["pattern"] = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
        elif isinstance(value, Mapping) and keyword in ("items", "additionalProperties"):
            result[keyword] = _standard(value)
        elif keyword != "adds_up":
            result[keyword] = value
    if "properties" in schema:
        result.setdefault("additionalProperties", False)
    return result


def is_declared(schema: JsonSchema, steps: Sequence[str | int]) -> bool:
    """Whether the schema has a value at this path; an item of a list is a number, any will do."""
    for step in steps:
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
    """The schema of the value at `path`; an empty one where none is declared."""
    for step in path_steps(path):
        schema = schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
    return schema


def path_steps(path: str) -> list[str | int]:
    """`problems[].title` as the steps of `find` and `is_declared`; an item without a number is the first."""
    steps = re.findall(r"[^.\[\]]+|\[\]", path)
    return [0 if step == "[]" else int(step) if step.isdigit() else step for step in steps]
