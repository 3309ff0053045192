"""The engine of `speechgen check`: runs the rules and locates their findings in files.

In: a `Speech` and the `UnitContext` that it is about. Out: problems, located in the speech file and the unit file.
Imports `formats` and the rooms below. The rules themselves are in `rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.checker import Checked, Checker
from speechgen.checks.facts import unit_facts
from speechgen.checks.rules.length import spoken
from speechgen.checks.settings import check_document, read_settings
from speechgen.checks.unused_values import unused_values
from speechgen.checks.written import written_file
from speechgen.model import lazy_names

if TYPE_CHECKING:
    from speechgen.checks.bytes_on_disk import BytesOnDisk
    from speechgen.checks.check_speech import check
    from speechgen.checks.comparison import Comparison, exact_metrics
    from speechgen.checks.fix import fixes
    from speechgen.checks.other_units import names_of_units
    from speechgen.checks.template_marks import marks_of

__all__ = [
    "BytesOnDisk",
    "Checked",
    "Checker",
    "Comparison",
    "check",
    "check_document",
    "exact_metrics",
    "fixes",
    "marks_of",
    "names_of_units",
    "read_settings",
    "spoken",
    "unit_facts",
    "unused_values",
    "written_file",
]

__getattr__ = lazy_names(
    __name__,
    {
        "BytesOnDisk": "bytes_on_disk",
        "Comparison": "comparison",
        "exact_metrics": "comparison",
        "check": "check_speech",
        "fixes": "fix",
        "marks_of": "template_marks",
        "names_of_units": "other_units",
    },
)
