"""The manifest, `template.yaml`: a template's title, language, values, metrics and lists of parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, cast

from speechgen.language import CODES, MAX_LOSS
from speechgen.model import MANIFEST, Problem, SpeechgenError
from speechgen.reading import JsonSchema, Schema, Value, merge, place_of, plain, read_yaml, value_at
from speechgen.template.files import Folder, Root

_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef", "$schema", "$id")  # keywords that can name another document
_TEXT = {"type": "string"}
_CHANGE = {
    "type": "object",
    "properties": {
        "expected": {"type": "string", "enum": ["increase", "decrease"]},
        "increase": _TEXT,
        "decrease": _TEXT,
    },
}
_METRIC = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": _TEXT,
        "measure": _TEXT,
        "round_to": {"type": "integer", "minimum": 2},
        "max_loss": {"type": "number", "minimum": 0, "maximum": 100},
        "decimals": {"type": "integer", "minimum": 1, "maximum": 6},
        "change": {"anyOf": [{"type": "boolean"}, _CHANGE]},
        "compared": _TEXT,
        "minimum": {"type": "number"},
        "maximum": {"type": "number"},
        "at_most": _TEXT,
        "examples": {"type": "array"},
    },
}
_LIST = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": _TEXT,
        "minimum": {"type": "integer", "minimum": 0},
        "maximum": {"type": "integer", "minimum": 1},
    },
}
_MANIFEST = Schema(
    {
        "type": "object",
        "required": ["title", "language"],
        "properties": {
            "title": _TEXT,
            "description": _TEXT,
            "language": {"type": "string", "enum": list(CODES)},
            "values": {"type": "object", "additionalProperties": True},
            "metrics": {"type": "object", "additionalProperties": _METRIC},
            "parts": {"type": "object", "additionalProperties": _LIST},
        },
    }
)


class Change(NamedTuple):
    """How a change of a metric is printed. `expected`: the good direction, `increase` or `decrease`; None if either is.
    `increase` and `decrease`: the metric's own verbs for them, such as 延长 and 缩短.
    """

    expected: str | None = None
    increase: str | None = None
    decrease: str | None = None


class MetricDeclaration(NamedTuple):
    """How a metric is read and printed. `measure` is its measure word, `round_to` the step that it is rounded to (such
    as 10), `max_loss` how many per cent rounding down may take away (see `language/rounding.py`), `at_most` the name of
    a metric that it must not exceed. Without `decimals`, it is a whole number.
    """

    title: str
    measure: str = ""
    round_to: int | None = None
    max_loss: Decimal | int = MAX_LOSS
    decimals: int | None = None
    change: Change | None = None
    compared: str | None = None
    minimum: Decimal | int = 0
    maximum: Decimal | int | None = None
    at_most: str | None = None
    examples: tuple[object, ...] = ()

    @property
    def schema(self) -> JsonSchema:
        """The JSON Schema of the figure in a unit file."""
        figure: dict[str, Any] = {"type": "number" if self.decimals else "integer", "minimum": self.minimum}
        if self.maximum is not None:
            figure["maximum"] = self.maximum
        if self.decimals is not None:
            figure["decimals"] = self.decimals
        figure["measure"] = self.measure
        named: dict[str, Any] = {"title": self.title}
        if self.examples:
            named["examples"] = list(self.examples)
        if self.change is None:
            return {**named, **figure}
        both = {"before": figure, "after": figure}
        return {**named, "type": "object", "required": ["before", "after"], "properties": both}


class PartList(NamedTuple):
    """A list of parts, and how many of them a speech may have."""

    title: str
    minimum: int = 0
    maximum: int | None = None


class Manifest(NamedTuple):
    """The contents of `template.yaml`. `values` is the JSON Schema of the template's values; `source` the YAML read."""

    title: str
    description: str
    language: str
    values: JsonSchema
    metrics: Mapping[str, MetricDeclaration]
    lists: Mapping[str, PartList]
    source: Value


def read_manifest(folder: Folder) -> Manifest:
    """Read the manifest of a template. Raises SpeechgenError with all its problems."""
    source = _read(Root(folder.path, folder.shown)) if folder.base is None else _merged(folder, folder.base)
    _, problems = _MANIFEST.read(source)
    values = value_at(source, ["values"])
    problems += schema_problems(values) if values is not None else ()
    if problems:
        raise SpeechgenError(problems)
    given = cast("dict[str, Any]", plain(source))
    return Manifest(
        title=given["title"],
        description=given.get("description", ""),
        language=given["language"],
        values=given.get("values", {}),
        metrics={name: _metric(declared) for name, declared in (given.get("metrics") or {}).items()},
        lists={name: PartList(**declared) for name, declared in (given.get("parts") or {}).items()},
        source=source,
    )


def _merged(folder: Folder, base: Root) -> Value:
    """The bundled manifest with the keys of the workspace's. Its `key: ~` takes the bundled key away."""
    source = _read(base)
    if (folder.path / MANIFEST).is_file():
        source = merge(source, _read(Root(folder.path, folder.shown)))
    return _without_nulls(source)


def _read(root: Root) -> Value:
    source, problems = read_yaml(root.path / MANIFEST, root.show(MANIFEST))
    if source is None or problems:
        raise SpeechgenError(problems)
    return source


def _without_nulls(value: Value) -> Value:
    if not isinstance(value.content, dict):
        return value
    return value.replace({key: _without_nulls(child) for key, child in value.content.items() if not child.is_null})


def _metric(declared: dict[str, Any]) -> MetricDeclaration:
    given = declared.get("change") or None
    change = Change(**given) if isinstance(given, dict) else Change() if given else None
    return MetricDeclaration(**{**declared, "change": change, "examples": tuple(declared.get("examples", ()))})


def schema_problems(declared: Value) -> Iterator[Problem]:
    """The problems of a JSON Schema: it is not valid, or refers to another file or address."""
    import jsonschema_rs

    outside = list(_references_outside(declared))
    yield from outside
    if outside:
        return
    try:
        _ = Schema(cast("JsonSchema", plain(declared))).validator
    except jsonschema_rs.ValidationError as error:
        place = place_of(declared, error.instance_path)
        yield Problem(place, "template-manifest", f"not a valid JSON Schema: {error.message}")
    except ValueError as error:
        yield Problem(declared.place, "template-manifest", f"not a valid JSON Schema: {error}")


def _references_outside(declared: Value) -> Iterator[Problem]:
    """References to other documents. Templates come from other offices, so only their own folder is read."""
    content = declared.content
    if isinstance(content, list):
        for child in content:
            yield from _references_outside(child)
    if not isinstance(content, dict):
        return
    for key, child in content.items():
        if key in _REFERENCES and isinstance(child.content, str) and not child.content.startswith("#"):
            message = f"{key} refers to another file or address; only the template itself is read"
            yield Problem(
                child.place,
                "template-manifest",
                message,
                "define it under $defs in this file, and refer to #/$defs/NAME",
            )
        else:
            yield from _references_outside(child)
