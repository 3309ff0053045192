"""Templates: manifest, files, the sandbox that renders them, the values that they require.

In: a template's folder. Out: a `Template`. Imports `language`, `reading`, `model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names
from speechgen.template.bytecode import bytecode_cache
from speechgen.template.declared_values import declared_values
from speechgen.template.defaults import defaults_of, with_item_defaults
from speechgen.template.files import COMMON, SUFFIX, Folder, TemplateFile
from speechgen.template.find import FileChange, file_changes, find_template
from speechgen.template.limits import MAX_CHARACTERS, LimitError, too_long
from speechgen.template.manifest import FOR_RULES, WORDINGS, Manifest, MetricDeclaration, read_manifest
from speechgen.template.manifest_schema import manifest_document
from speechgen.template.missing_values import MissingUseError, UnknownMacroError
from speechgen.template.render_state import BLANK, PrintedValue, PrintFailure
from speechgen.template.sandbox import FIELD
from speechgen.template.source_lines import LINE_BREAK, PARAGRAPH_END, without_hard_line_end
from speechgen.template.source_markers import LINE, LINE_END, NUMBER_END, VALUE, VALUE_END, marked_text
from speechgen.template.template import SPEECH, Template, load_template, own_values, own_values_problems
from speechgen.template.value_steps import own_value_steps, value_steps
from speechgen.template.wordings import WordingChoice, without_number, wording_of

if TYPE_CHECKING:
    from speechgen.template.directions import tests_direction
    from speechgen.template.filter_reference import Entry, Example, filter_names, reference
    from speechgen.template.misnamed import misnamed_files
    from speechgen.template.references import OTHER_CONDITION, ValueReference
    from speechgen.template.requirements import (
        Requirement,
        described_values,
        required_part_values,
        required_values,
    )
    from speechgen.template.syntax import parse, syntax_problem
    from speechgen.template.titles import with_title
    from speechgen.template.unknown_names import PART_VALUES, missing_file, unknown_macro, unknown_value
    from speechgen.template.value_references import included, uses

__all__ = [
    "BLANK",
    "COMMON",
    "FIELD",
    "FOR_RULES",
    "LINE",
    "LINE_BREAK",
    "LINE_END",
    "MAX_CHARACTERS",
    "NUMBER_END",
    "OTHER_CONDITION",
    "PARAGRAPH_END",
    "PART_VALUES",
    "SPEECH",
    "SUFFIX",
    "VALUE",
    "VALUE_END",
    "WORDINGS",
    "Entry",
    "Example",
    "FileChange",
    "Folder",
    "LimitError",
    "Manifest",
    "MetricDeclaration",
    "MissingUseError",
    "PrintFailure",
    "PrintedValue",
    "Requirement",
    "Template",
    "TemplateFile",
    "UnknownMacroError",
    "ValueReference",
    "WordingChoice",
    "bytecode_cache",
    "declared_values",
    "defaults_of",
    "described_values",
    "file_changes",
    "filter_names",
    "find_template",
    "included",
    "load_template",
    "manifest_document",
    "marked_text",
    "misnamed_files",
    "missing_file",
    "own_value_steps",
    "own_values",
    "own_values_problems",
    "parse",
    "read_manifest",
    "reference",
    "required_part_values",
    "required_values",
    "syntax_problem",
    "tests_direction",
    "too_long",
    "unknown_macro",
    "unknown_value",
    "uses",
    "value_steps",
    "with_item_defaults",
    "with_title",
    "without_hard_line_end",
    "without_number",
    "wording_of",
]

__getattr__ = lazy_names(
    __name__,
    {
        "PART_VALUES": "unknown_names",
        "misnamed_files": "misnamed",
        "missing_file": "unknown_names",
        "parse": "syntax",
        "syntax_problem": "syntax",
        "tests_direction": "directions",
        "unknown_macro": "unknown_names",
        "unknown_value": "unknown_names",
        "Entry": "filter_reference",
        "Example": "filter_reference",
        "OTHER_CONDITION": "references",
        "Requirement": "requirements",
        "described_values": "requirements",
        "required_part_values": "requirements",
        "required_values": "requirements",
        "filter_names": "filter_reference",
        "reference": "filter_reference",
        "ValueReference": "references",
        "with_title": "titles",
        "included": "value_references",
        "uses": "value_references",
    },
)
