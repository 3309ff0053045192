"""What the commands run: plan, build, check, write, create, lint.

In: the command line's arguments. Out: files and problems, unit by unit. Imports `checks` and the rooms below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names
from speechgen.pipeline.build import Builder, Built, with_deferred_files
from speechgen.pipeline.check import check
from speechgen.pipeline.checkers import compare_other_years, prepare
from speechgen.pipeline.generate import Generation, Outcome
from speechgen.pipeline.named_files import named_units
from speechgen.pipeline.orphans import orphans, prune
from speechgen.pipeline.output import FolderTarget, OutputFolder, StreamTarget, Verdict, write
from speechgen.pipeline.plan import PlannedUnit, UsageError, plan_check, plan_units

if TYPE_CHECKING:
    from speechgen.pipeline.context import load_context
    from speechgen.pipeline.create import create_units, create_workspace
    from speechgen.pipeline.fix import fix_files, fixes_shown
    from speechgen.pipeline.lint import lint_template
    from speechgen.pipeline.new_template import copy_template, create_template
    from speechgen.pipeline.template_marks import fix_template
    from speechgen.pipeline.template_tests import update_tests

__all__ = [
    "Builder",
    "Built",
    "FolderTarget",
    "Generation",
    "Outcome",
    "OutputFolder",
    "PlannedUnit",
    "StreamTarget",
    "UsageError",
    "Verdict",
    "check",
    "compare_other_years",
    "copy_template",
    "create_template",
    "create_units",
    "create_workspace",
    "fix_files",
    "fix_template",
    "fixes_shown",
    "lint_template",
    "load_context",
    "named_units",
    "orphans",
    "plan_check",
    "plan_units",
    "prepare",
    "prune",
    "update_tests",
    "with_deferred_files",
    "write",
]

__getattr__ = lazy_names(
    __name__,
    {
        "lint_template": "lint",
        "fix_files": "fix",
        "fixes_shown": "fix",
        "copy_template": "new_template",
        "create_template": "new_template",
        "fix_template": "template_marks",
        "update_tests": "template_tests",
        "create_units": "create",
        "create_workspace": "create",
        "load_context": "context",
    },
)
