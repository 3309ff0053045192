"""Check what a template declares: titles, and defaults and examples that fit."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.messages import joined_words, translated
from speechgen.model import Problem
from speechgen.reading import JsonSchema, Schema, Value, find, path_steps, schema_at, value_at
from speechgen.template import Template, declared_values, own_values


def declaration_problems(template: Template) -> Iterator[Problem]:
    """The problems of the values, metrics and parts' values that a template declares."""
    yield from _values(template.manifest.declared, template.manifest.values, template.document)
    for parts in template.parts.values():
        for part in parts.values():
            declared = declared_values(part.front.get("values"))
            if declared is not None:
                yield from _values(declared, {"properties": own_values(part)}, {})
    yield from _metrics(template)


def _values(declared: Value, schema: JsonSchema, document: JsonSchema) -> Iterator[Problem]:
    """The problems of one schema's values, whose places are in `declared`.

    Those of template.yaml may have the title that the `document` of every unit file gives them.
    """
    for path, value in _declared(declared, ""):
        own = schema_at(schema, path_steps(path))
        title = schema_at(document, path_steps(path)).get("title")
        has_parts = value_at(value, ["properties"]) or value_at(value, ["items", "properties"])
        if not has_parts and value_at(value, ["title"]) is None and title is None:
            message = translated("{name} has no title, which new unit files, editors and problems show", name=path)
            yield Problem(value.key_place, "missing-title", message, translated("add title: and a few words"))
        for each in (value_at(value, ["default"]), *_examples(value)):
            if each is not None and "$ref" not in own:
                whole = Schema({"type": "object", "properties": {path: own}})
                yield from whole.read(Value.mapping({path: each}, each.file))[1]


def _declared(schema: Value, path: str) -> Iterator[tuple[str, Value]]:
    """Each declared value with its path, those of mappings and of lists' items too."""
    properties, items = value_at(schema, ["properties"]), value_at(schema, ["items"])
    if properties is not None and isinstance(properties.content, dict):
        for name, child in properties.content.items():
            below = f"{path}.{name}" if path else name
            yield below, child
            yield from _declared(child, below)
    if items is not None:
        yield from _declared(items, f"{path}[]")


def _metrics(template: Template) -> Iterator[Problem]:
    """The problems of metrics: examples that do not fit, and limits that are no metric."""
    metrics = template.manifest.metrics
    for name, metric in metrics.items():
        source, _ = find(template.manifest.source, ["metrics", name])
        limit = value_at(source, ["at_most"])
        if limit is not None and metric.at_most not in metrics:
            message = translated(
                "{path}: there is no metric {name}", path=f"metrics.{name}.at_most", name=metric.at_most
            )
            fix = translated("choose from: {names}", names=joined_words(metrics))
            yield Problem(limit.place, "unknown-choice", message, fix)
        schema = Schema({"type": "object", "properties": {name: metric.schema}})
        for each in _examples(source):
            yield from schema.read(Value.mapping({name: each}, each.file), "metrics")[1]


def _examples(declared: Value) -> list[Value]:
    examples = value_at(declared, ["examples"])
    return examples.content if examples is not None and isinstance(examples.content, list) else []
