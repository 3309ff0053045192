"""A template: its manifest, its files, the sandbox that runs them, the values that they need.

In: a template's folder. Out: a `Template`. Imports `language`, `reading`, `model`.
"""

from __future__ import annotations

from speechgen.template.bytecode import bytecode_cache
from speechgen.template.files import COMMON, SUFFIX, TemplateFile
from speechgen.template.ledger import BLANK, SIZE, LimitError, Said, Unsaid
from speechgen.template.manifest import MetricDeclaration, read_manifest
from speechgen.template.reads import ANY, Read, included
from speechgen.template.required_values import Need, described_values, needs, own_needs
from speechgen.template.sandbox import FIELD
from speechgen.template.source_markers import LINE, LINE_END, NUMBER_END, VALUE, VALUE_END, marked_line
from speechgen.template.template import SPEECH, Template, load_template, own_values, own_values_problems
from speechgen.template.unit_schema import FOR_RULES

__all__ = [
    "ANY",
    "BLANK",
    "COMMON",
    "FIELD",
    "FOR_RULES",
    "LINE",
    "LINE_END",
    "NUMBER_END",
    "SIZE",
    "SPEECH",
    "SUFFIX",
    "VALUE",
    "VALUE_END",
    "LimitError",
    "MetricDeclaration",
    "Need",
    "Read",
    "Said",
    "Template",
    "TemplateFile",
    "Unsaid",
    "bytecode_cache",
    "described_values",
    "included",
    "load_template",
    "marked_line",
    "needs",
    "own_needs",
    "own_values",
    "own_values_problems",
    "read_manifest",
]
