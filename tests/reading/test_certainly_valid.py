"""What is certainly valid is not given to jsonschema_rs, so it must be valid there; and most files must be certain."""

from __future__ import annotations

import os
import subprocess
import sys
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechgen.reading import JsonSchema, Schema, is_certainly_a_schema, parse_yaml, plain, read_yaml
from speechgen.template import load_template, manifest_document
from tests.conftest import ROOT

TEMPLATES = sorted(path.parent for path in (ROOT / "templates").glob("*/template.yaml"))

_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 12),
    st.decimals(-2, 5, places=1),
    st.sampled_from(["", "a", "string", "integer", "object", "month", "date", "name", "a.b", "x\n", "局", "[1]"]),
)
_NAMES = st.sampled_from(
    [
        *("type", "title", "properties", "items", "required", "enum", "minimum", "maximum", "minItems", "uniqueItems"),
        *("format", "examples", "default", "additionalProperties", "decimals", "measure", "anyOf", "minLength"),
        *("unit", "name", "a.b", "名称", "x y", "parts", "values", "metrics", "language", "if", "$ref"),
    ]
)
_INSTANCES = st.recursive(
    _SCALARS, lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(_NAMES, below, max_size=4))
)
_SCHEMAS = st.recursive(
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["object", "array", "string", "integer", "number", "boolean", ["string", "null"]]),
            "minimum": st.integers(-2, 5),
            "exclusiveMaximum": st.integers(-2, 5),
            "minLength": st.integers(0, 2),
            "maxLength": st.integers(0, 4),
            "enum": st.lists(st.sampled_from(["a", "局", 1, True]), min_size=1, max_size=3),
            "pattern": st.sampled_from([r"^[^.\[\]\s]+$", r"^[^./\\\[\]\s]+$", "^[^a]+$", "^[a-z]+$"]),
            "format": st.sampled_from(["date", "month", "email"]),
            "uniqueItems": st.booleans(),
        },
    ),
    lambda below: st.fixed_dictionaries(
        {},
        optional={
            "properties": st.dictionaries(_NAMES, below, max_size=3),
            "additionalProperties": st.one_of(st.booleans(), below),
            "propertyNames": below,
            "required": st.lists(_NAMES, max_size=2, unique=True),
            "items": below,
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2),
            "anyOf": st.lists(below, min_size=1, max_size=2),
            "not": below,
            "if": st.sampled_from([{"type": "object"}, {"type": "number"}, {"required": ["name"]}, {"minItems": 1}]),
            "then": below,
            "else": below,
        },
    ),
    max_leaves=8,
)


def _is_valid(instance: object, schema: JsonSchema) -> bool:
    return not list(Schema(schema).validator.iter_errors(instance))


# For each keyword: an instance that is just valid, and one that just is not.
_LIMITS: list[tuple[JsonSchema, Any, Any]] = [
    ({"type": "integer"}, 1, True),
    ({"type": "number"}, Decimal("0.5"), "0.5"),
    ({"type": ["string", "null"]}, None, 1),
    ({"minimum": 2}, 2, 1),
    ({"maximum": 2}, 2, Decimal("2.1")),
    ({"exclusiveMinimum": 2}, 3, 2),
    ({"exclusiveMaximum": 2}, 1, 2),
    ({"minItems": 1}, ["a"], []),
    ({"maxItems": 1}, ["a"], ["a", "b"]),
    ({"minLength": 1}, "局", ""),
    ({"maxLength": 1}, "局", "局长"),
    ({"uniqueItems": True}, ["a", "b"], ["a", "a"]),
    ({"enum": ["a"]}, "a", "b"),
    ({"pattern": r"^[^.\[\]\s]+$"}, "name", "na.me"),
    ({"required": ["a"]}, {"a": 1}, {"b": 1}),
    ({"properties": {"a": {"type": "string"}}}, {"a": "", "b": 1}, {"a": 1}),
    ({"properties": {"a": {}}, "additionalProperties": False}, {"a": 1}, {"a": 1, "b": 1}),
    ({"additionalProperties": {"type": "string"}}, {"a": ""}, {"a": 1}),
    ({"propertyNames": {"maxLength": 1}}, {"a": 1}, {"ab": 1}),
    ({"items": {"type": "string"}}, ["a"], ["a", 1]),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, None, 1),
    ({"if": {"type": "object"}, "then": {"required": ["a"]}}, {"a": 1}, {"b": 1}),
    ({"if": {"type": "object"}, "else": {"type": "string"}}, "a", 1),
    ({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}, {"c": 1}, {"a": 1, "c": 1}),
    ({"$ref": "#/$defs/x", "$defs": {"x": {"type": "string"}}}, "a", 1),
]


@pytest.mark.parametrize(("schema", "valid", "invalid"), _LIMITS, ids=[str(schema) for schema, _, _ in _LIMITS])
def test_the_limits_of_each_keyword(schema: JsonSchema, valid: Any, invalid: Any) -> None:
    assert Schema(schema).accepts(valid)
    assert _is_valid(valid, schema)
    assert not Schema(schema).accepts(invalid)
    assert not _is_valid(invalid, schema)


def test_a_condition_that_is_not_known_is_never_certain() -> None:
    schema = {"if": {"format": "email"}, "then": {"type": "null"}}  # its condition may hold, though it is not certain
    assert not Schema(schema).accepts("a@b.example")


@pytest.mark.parametrize(
    "text",
    [
        "required: [a, a]",
        "minItems: -1",
        "type: list",
        "type: [string, string]",
        "properties: [a]",
        "pattern: '('",
        "items: {properties: {a: 1}}",
    ],
)
def test_what_is_no_schema_is_not_certain(text: str) -> None:
    value, _ = parse_yaml(text, "template.yaml")
    assert value is not None
    schema = plain(value)
    assert isinstance(schema, dict)
    assert not is_certainly_a_schema(schema)


@given(_SCHEMAS, _INSTANCES)
@settings(max_examples=500, deadline=None)
def test_what_is_certain_is_valid(schema: JsonSchema, instance: Any) -> None:
    if Schema(schema).accepts(instance):
        assert _is_valid(instance, schema)


@given(_INSTANCES)
@settings(max_examples=500, deadline=None)
def test_a_certain_schema_is_a_schema(schema: Any) -> None:
    if isinstance(schema, dict) and is_certainly_a_schema(schema):
        jsonschema_rs.validator_for(schema)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_changed_manifest_that_is_certain_is_valid(data: st.DataObject) -> None:
    schema = manifest_document(["en", "zh-CN"])
    source, _ = read_yaml(data.draw(st.sampled_from(TEMPLATES)) / "template.yaml", "template.yaml")
    assert source is not None
    changed: Any = _changed(plain(source), data)
    if Schema(schema).accepts(changed):
        assert _is_valid(changed, schema)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_changed_unit_that_is_certain_is_valid(data: st.DataObject) -> None:
    template = load_template(data.draw(st.sampled_from(TEMPLATES)))
    source = template.example_values
    assert source is not None
    changed = _changed(plain(source), data)
    if template.schema.accepts(changed):
        assert _is_valid(changed, template.schema.document)


def _changed(document: Any, data: st.DataObject) -> Any:
    """A document with one of its values replaced, deleted or given another name."""
    changed = within = deepcopy(document)
    for _ in range(data.draw(st.integers(0, 3))):
        keys = [key for key in within if isinstance(within[key], dict) and within[key]]
        if not keys:
            break
        within = within[data.draw(st.sampled_from(keys))]
    key = data.draw(st.sampled_from(list(within)))
    value = within.pop(key)
    match data.draw(st.sampled_from(["replace", "delete", "rename"])):
        case "replace":
            within[key] = data.draw(_INSTANCES)
        case "rename":
            within[data.draw(_NAMES)] = value
    return changed


@pytest.mark.parametrize("text", ["a: {b: 1}", "a: [x, y]", "a: 0.5", "a: ~", "a: true"])
def test_an_unknown_keyword_is_never_certain(text: str) -> None:
    value, _ = parse_yaml(text, "x.yaml")
    assert value is not None
    assert Schema({"type": "object"}).accepts(plain(value))
    assert not Schema({"type": "object", "maxProperties": 5}).accepts(plain(value))


def test_a_run_without_problems_does_not_load_jsonschema_rs(tmp_path: Path) -> None:
    example = ROOT / "templates/mass-line-summary/example.yaml"
    program = (
        "import sys; from speechgen.__main__ import run; "
        "sys.argv = ['speechgen', 'generate', sys.argv[1], '-o', 'out']\n"
        "try: run()\nfinally: print('jsonschema_rs' in sys.modules)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program, str(example)],
        cwd=tmp_path,
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert finished.stdout.splitlines()[-1] == "False"
