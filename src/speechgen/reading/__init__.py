"""Reading YAML 1.2 with positions, validating it by JSON Schema, and reporting errors in plain words.

In: a file or its bytes. Out: a `Value` with its file, line and column; problems. Imports `model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names
from speechgen.reading.encoding import decode, encoding_of
from speechgen.reading.merging import merge
from speechgen.reading.numerals import CHINESE_NUMERALS, SCALES, read_numeral
from speechgen.reading.regular_file import read_file
from speechgen.reading.schema import (
    DRAFT,
    Json,
    JsonSchema,
    Schema,
    export,
    find,
    is_certainly_a_schema,
    is_declared,
    leaves,
    missing_place,
    named,
    nearest,
    path_for_people,
    path_from_people,
    path_steps,
    paths_above,
    place_of,
    plain,
    property_at,
    read_strictly,
    schema_at,
    titled,
    value_at,
)
from speechgen.reading.yaml_dump import flow
from speechgen.reading.yaml_file import Value, parse_yaml, read_bytes, read_text, read_yaml

if TYPE_CHECKING:
    from speechgen.reading.schema import missing_value, unknown_choice

__all__ = [
    "CHINESE_NUMERALS",
    "DRAFT",
    "SCALES",
    "Json",
    "JsonSchema",
    "Schema",
    "Value",
    "decode",
    "encoding_of",
    "export",
    "find",
    "flow",
    "is_certainly_a_schema",
    "is_declared",
    "leaves",
    "merge",
    "missing_place",
    "missing_value",
    "named",
    "nearest",
    "parse_yaml",
    "path_for_people",
    "path_from_people",
    "path_steps",
    "paths_above",
    "place_of",
    "plain",
    "property_at",
    "read_bytes",
    "read_file",
    "read_numeral",
    "read_strictly",
    "read_text",
    "read_yaml",
    "schema_at",
    "titled",
    "unknown_choice",
    "value_at",
]

__getattr__ = lazy_names(__name__, {"missing_value": "schema", "unknown_choice": "schema"})
