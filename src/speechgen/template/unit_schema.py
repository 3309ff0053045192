"""The JSON Schema of a template's unit files: what the template declares, and what every unit file has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from speechgen.language import KeyTitle, UnitTitles, language
from speechgen.reading import DRAFT, JsonSchema
from speechgen.template.manifest import FOR_RULES, WORDINGS, Manifest, MetricDeclaration, PartList


class PartSchema(NamedTuple):
    """What the schema has of a part: its title, and the properties that it declares."""

    title: str
    values: JsonSchema


def unit_schema(
    manifest: Manifest,
    parts: Mapping[str, Mapping[str, PartSchema]] | None = None,
    wording_counts: Mapping[str, int] | None = None,
) -> JsonSchema:
    """The whole schema, with the parts of each list. Without `parts`, lists may have parts of any name and values.

    `wording_counts` holds how many wordings there are of the parts and included files that have several.
    """
    titles = language(manifest.language).unit_titles
    common = _every_unit_file_has(titles)
    own: JsonSchema = manifest.values
    properties: dict[str, Any] = {name: common[name] for name in ("template", "unit", "dates")}
    for name, declared in own.get("properties", {}).items():
        properties[name] = merged(properties[name], declared) if name in properties else declared
    if manifest.metrics:
        metrics = {name: _metric(metric, titles) for name, metric in manifest.metrics.items()}
        properties["metrics"] = {**common["metrics"], "properties": metrics}
    for name, declared_list in manifest.lists.items():
        properties[name] = _list_schema(declared_list, None if parts is None else parts[name], common)
    properties |= {name: common[name] for name in FOR_RULES if name not in properties}
    if wording_counts and WORDINGS not in properties:
        numbers = {name: {"type": "integer", "minimum": 1, "maximum": count} for name, count in wording_counts.items()}
        example = {next(iter(wording_counts)): 2}
        properties[WORDINGS] = {**common[WORDINGS], "type": "object", "properties": numbers, "examples": [example]}
    required = list(dict.fromkeys(["unit", *own.get("required", [])]))
    return {
        "$schema": DRAFT,
        "title": manifest.title,
        **{key: value for key, value in own.items() if key not in ("properties", "required")},
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


def merged(schema: JsonSchema, more: JsonSchema) -> JsonSchema:
    """`schema` with what `more` adds to it, mapping by mapping."""
    result = dict(schema)
    for key, value in more.items():
        old = result.get(key)
        result[key] = merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return result


def _every_unit_file_has(titles: UnitTitles) -> dict[str, JsonSchema]:
    """The schemas of the keys that are in every unit file, whatever its template."""
    return {
        "unit": _object(
            titles.unit,
            {
                "name": _text(titles.name),
                "short": _text(titles.short),
                "aliases": _list(titles.aliases, {"type": "string"}),
                "subordinates": _list(titles.subordinates, {"type": "string"}),
                "head": _object(titles.head, {"name": _text(titles.head_name), "post": _text(titles.head_post)}),
            },
            required=["name"],
        ),
        "dates": _object(
            titles.dates,
            {
                "meeting": _titled(titles.meeting, {"type": "string", "format": "date"}),
                "figures_year": _titled(titles.figures_year, {"type": "integer", "minimum": 1, "maximum": 9999}),
            },
        ),
        "metrics": _titled(titles.metrics, {"type": "object"}),
        "people": _list(
            titles.people,
            {
                "type": "object",
                "properties": {"name": _text(titles.person_name), "post": _text(titles.person_post)},
            },
        ),
        "mentions": _list(titles.mentions, {"type": "string"}),
        "minutes": _titled(titles.minutes, {"type": "number", "exclusiveMinimum": 0}),
        "template": _text(titles.template),
        WORDINGS: _titled(titles.wordings, {}),
        "part_title": _text(titles.part_title),
        "part_text": _text(titles.part_text),
    }


def _titled(key: KeyTitle, schema: JsonSchema) -> JsonSchema:
    examples = {} if key.example is None else {"examples": [key.example]}
    return {"title": key.title, **schema, **examples}


def _text(key: KeyTitle) -> JsonSchema:
    return _titled(key, {"type": "string"})


def _list(key: KeyTitle, items: JsonSchema) -> JsonSchema:
    return _titled(key, {"type": "array", "items": items})


def _object(key: KeyTitle, properties: JsonSchema, required: list[str] | None = None) -> JsonSchema:
    needed = {"required": required} if required else {}
    return _titled(key, {"type": "object", **needed, "properties": properties})


def _metric(metric: MetricDeclaration, titles: UnitTitles) -> JsonSchema:
    """The schema of a figure; a change from last year has titles for both years."""
    if not metric.change or metric.compared is not None:
        return metric.schema
    both = {"before": {"title": titles.before.title}, "after": {"title": titles.after.title}}
    return merged(metric.schema, {"properties": both})


def _list_schema(declared: PartList, parts: Mapping[str, PartSchema] | None, common: JsonSchema) -> JsonSchema:
    """A list of parts: names, names with values of their own, or parts written out."""
    names: dict[str, Any] = {"type": "string"}
    properties: dict[str, JsonSchema] = {"title": common["part_title"], "text": common["part_text"]}
    if parts is not None:
        names |= {"enum": list(parts), "enumDescriptions": [part.title for part in parts.values()]}
        chosen = {
            name: {"title": part.title, "type": "object", "properties": part.values} for name, part in parts.items()
        }
        properties = {**chosen, **properties}
    length = {"minItems": declared.minimum} | ({} if declared.maximum is None else {"maxItems": declared.maximum})
    return {
        "title": declared.title,
        "type": "array",
        **length,
        "items": {
            "anyOf": [names, {"type": "object", "properties": properties, "additionalProperties": parts is None}]
        },
    }
