"""Validate values by JSON Schema 2020-12, with the position of each problem."""

from typing import TYPE_CHECKING

from speechgen.model import lazy_names
from speechgen.reading.schema.certainly_valid import is_certainly_a_schema
from speechgen.reading.schema.document import (
    DRAFT,
    Json,
    JsonSchema,
    export,
    is_declared,
    leaves,
    property_at,
    schema_at,
)
from speechgen.reading.schema.paths import (
    find,
    missing_place,
    named,
    path_for_people,
    path_from_people,
    path_steps,
    paths_above,
    place_of,
    value_at,
)
from speechgen.reading.schema.strict import read_strictly
from speechgen.reading.schema.suggestions import nearest, titled
from speechgen.reading.schema.validate import Schema, plain

if TYPE_CHECKING:
    from speechgen.reading.schema.errors import unknown_choice
    from speechgen.reading.schema.missing import missing_value

__all__ = [
    "DRAFT",
    "Json",
    "JsonSchema",
    "Schema",
    "export",
    "find",
    "is_certainly_a_schema",
    "is_declared",
    "leaves",
    "missing_place",
    "missing_value",
    "named",
    "nearest",
    "path_for_people",
    "path_from_people",
    "path_steps",
    "paths_above",
    "place_of",
    "plain",
    "property_at",
    "read_strictly",
    "schema_at",
    "titled",
    "unknown_choice",
    "value_at",
]

__getattr__ = lazy_names(__name__, {"missing_value": "missing", "unknown_choice": "errors"})
