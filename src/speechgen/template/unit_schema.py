"""The JSON Schema of a template's unit files: what the template declares, and what every unit file has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from speechgen.reading import DRAFT, JsonSchema
from speechgen.template.manifest import Manifest, PartList

# What the rules of `check` alone read. Templates may declare such values themselves, and say them.
FOR_RULES = ("people", "mentions", "minutes")

# What the engine adds to the template's values, in the template's language.
_COMMON: Mapping[str, JsonSchema] = {
    "zh-CN": {
        "unit": {
            "title": "单位",
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"title": "单位全称", "type": "string", "examples": ["市住房和城乡建设局"]},
                "short": {"title": "单位简称", "type": "string", "examples": ["市住建局"]},
                "aliases": {
                    "title": "其他叫法",
                    "type": "array",
                    "items": {"type": "string"},
                    "examples": [["住建局", "市住建委"]],
                },
                "subordinates": {
                    "title": "下属单位的名称，检查讲话里有没有串了单位时用",
                    "type": "array",
                    "items": {"type": "string"},
                    "examples": [["市房产交易中心", "市燃气站"]],
                },
                "head": {
                    "title": "主要负责人",
                    "type": "object",
                    "properties": {
                        "name": {"title": "姓名", "type": "string", "examples": ["周明远"]},
                        "post": {"title": "职务", "type": "string", "examples": ["局党组书记、局长"]},
                    },
                },
            },
        },
        "dates": {
            "title": "日期",
            "type": "object",
            "properties": {
                "meeting": {"title": "开会日期", "type": "string", "format": "date", "examples": ["2014-10-24"]}
            },
        },
        "metrics": {"title": "指标", "type": "object"},
        "people": {
            "title": "讲话里点到的其他人，检查姓名和职务时用",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"title": "姓名", "type": "string", "examples": ["高志强"]},
                    "post": {"title": "职务", "type": "string", "examples": ["市委书记"]},
                },
            },
            "examples": [[{"name": "高志强", "post": "市委书记"}]],
        },
        "mentions": {
            "title": "讲话里有意提到的其他单位，检查有没有串了单位时不算错",
            "type": "array",
            "items": {"type": "string"},
            "examples": [["市财政局"]],
        },
        "minutes": {
            "title": "讲话限定多少分钟，检查篇幅时用",
            "type": "number",
            "exclusiveMinimum": 0,
            "examples": [20],
        },
        "template": {"title": "模板", "type": "string"},
        "part_title": {"title": "要点标题", "type": "string", "examples": ["建章立制，做到了管长远"]},
        "part_text": {"title": "要点正文", "type": "string", "examples": ["……"]},
    },
    "en": {
        "unit": {
            "title": "unit",
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"title": "full name", "type": "string", "examples": ["Riverside Community Trust"]},
                "short": {"title": "short name", "type": "string", "examples": ["the Trust"]},
                "aliases": {
                    "title": "other names",
                    "type": "array",
                    "items": {"type": "string"},
                    "examples": [["RCT"]],
                },
                "subordinates": {
                    "title": "names of its branches, for `check` to find them in other units' speeches",
                    "type": "array",
                    "items": {"type": "string"},
                    "examples": [["Riverside Day Centre"]],
                },
                "head": {
                    "title": "head of the unit",
                    "type": "object",
                    "properties": {
                        "name": {"title": "name", "type": "string", "examples": ["Ruth Adeyemi"]},
                        "post": {"title": "post", "type": "string", "examples": ["Director"]},
                    },
                },
            },
        },
        "dates": {
            "title": "dates",
            "type": "object",
            "properties": {
                "meeting": {
                    "title": "day of the meeting",
                    "type": "string",
                    "format": "date",
                    "examples": ["2014-10-24"],
                }
            },
        },
        "metrics": {"title": "metrics", "type": "object"},
        "people": {
            "title": "other people whom the speech names, for `check`",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"title": "name", "type": "string", "examples": ["Tom Reyes"]},
                    "post": {"title": "post", "type": "string", "examples": ["Deputy Director"]},
                },
            },
            "examples": [[{"name": "Tom Reyes", "post": "Deputy Director"}]],
        },
        "mentions": {
            "title": "other organisations that the speech names on purpose, for `check`",
            "type": "array",
            "items": {"type": "string"},
            "examples": [["Harbour College"]],
        },
        "minutes": {
            "title": "how many minutes the speech may take, for `check`",
            "type": "number",
            "exclusiveMinimum": 0,
            "examples": [10],
        },
        "template": {"title": "template", "type": "string"},
        "part_title": {"title": "the point's title", "type": "string", "examples": ["records kept in one place"]},
        "part_text": {"title": "the point's text", "type": "string", "examples": ["…"]},
    },
}


def unit_schema(manifest: Manifest, part_values: Mapping[str, Mapping[str, JsonSchema | None]]) -> JsonSchema:
    """The whole schema. `part_values` holds, for each list and each of its parts, the part's own properties.

    Where these are None, the part may have any.
    """
    common = _COMMON[manifest.language]
    own: JsonSchema = manifest.values
    properties: dict[str, Any] = {name: common[name] for name in ("template", "unit", "dates")}
    for name, declared in own.get("properties", {}).items():
        properties[name] = merged(properties[name], declared) if name in properties else declared
    if manifest.metrics:
        metrics = {name: metric.schema for name, metric in manifest.metrics.items()}
        properties["metrics"] = {**common["metrics"], "properties": metrics}
    for name, declared_list in manifest.lists.items():
        properties[name] = _list_schema(declared_list, part_values[name], common)
    properties |= {name: common[name] for name in FOR_RULES if name not in properties}
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


def _list_schema(declared: PartList, parts: Mapping[str, JsonSchema | None], common: JsonSchema) -> JsonSchema:
    """A list of parts: names, names with values of their own, or parts written out."""
    written_out = {"title": common["part_title"], "text": common["part_text"]}
    chosen = {name: {"type": "object", "properties": values} for name, values in parts.items() if values is not None}
    is_open = any(values is None for values in parts.values())
    length = {"minItems": declared.minimum} | ({} if declared.maximum is None else {"maxItems": declared.maximum})
    return {
        "title": declared.title,
        "type": "array",
        **length,
        "items": {
            "anyOf": [
                {"type": "string", "enum": list(parts)},
                {"type": "object", "properties": {**chosen, **written_out}, "additionalProperties": is_open},
            ]
        },
    }
