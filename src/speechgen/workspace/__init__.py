"""Workspaces and units: settings, unit files, layers, and the text of a new unit file.

In: `speechgen.yaml`, a unit file, a template. Out: a `UnitContext`, created once per unit. Imports `template` and the
rooms below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names
from speechgen.workspace.context import UnitContext, part_file, unit_context
from speechgen.workspace.parts import Choice, missing_part_value
from speechgen.workspace.settings import (
    DEFAULT_FORMATS,
    DEFAULT_OUTPUT,
    Paper,
    Workspace,
    default_template,
    find_workspace,
    read_workspace,
    settings_document,
)
from speechgen.workspace.unit import Unit, load_unit, read_unit, template_problem

if TYPE_CHECKING:
    from speechgen.workspace.editor_schema import schema_for_editors
    from speechgen.workspace.scaffold import SCHEMA_COMMENT, unit_file

__all__ = [
    "DEFAULT_FORMATS",
    "DEFAULT_OUTPUT",
    "SCHEMA_COMMENT",
    "Choice",
    "Paper",
    "Unit",
    "UnitContext",
    "Workspace",
    "default_template",
    "find_workspace",
    "load_unit",
    "missing_part_value",
    "part_file",
    "read_unit",
    "read_workspace",
    "schema_for_editors",
    "settings_document",
    "template_problem",
    "unit_context",
    "unit_file",
]

__getattr__ = lazy_names(
    __name__,
    {
        "SCHEMA_COMMENT": "scaffold",
        "schema_for_editors": "editor_schema",
        "unit_file": "scaffold",
    },
)
