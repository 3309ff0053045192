"""Plain data that all packages share: values, the speech, problems, names and locations of files.

In: nothing. Out: `Problem`, `Speech`, the values that templates get, the locations of workspaces and templates. Imports
no other package of ours but `messages`, and reads no files but those in the user's cache folder.
"""

from __future__ import annotations

from speechgen.model.entry_points import PackageError, failed, load, not_loaded, offered
from speechgen.model.extras import require_extra
from speechgen.model.facts import Given, Spoken
from speechgen.model.lazy import lazy_names
from speechgen.model.paths import (
    MANIFEST,
    SETTINGS,
    TEMPLATES,
    UNIT_SUFFIXES,
    UNITS,
    bundled_templates,
    leads_outside,
    misnamed_unit_files,
    real_path,
    show,
    template_names,
    unit_files,
    workspace_root,
)
from speechgen.model.pattern_store import keep_patterns_of_imports
from speechgen.model.patterns import lazily
from speechgen.model.problem import Edit, Place, Problem, Severity, SpeechgenError, Spot, shown, with_fix
from speechgen.model.speech import Kind, Paragraph, Run, Source, Speech, cells_of, without_marker
from speechgen.model.stray_files import intended_stem, is_stray, lock_file
from speechgen.model.user_cache import cache_folder, keep, kept
from speechgen.model.values import (
    Datum,
    Day,
    Figure,
    Items,
    Measured,
    Metric,
    Origin,
    Record,
    Text,
    days_in,
    joint_origin,
    origin_of,
)
from speechgen.model.visible import CONTROL, NONCHARACTER, visible

__all__ = [
    "CONTROL",
    "MANIFEST",
    "NONCHARACTER",
    "SETTINGS",
    "TEMPLATES",
    "UNITS",
    "UNIT_SUFFIXES",
    "Datum",
    "Day",
    "Edit",
    "Figure",
    "Given",
    "Items",
    "Kind",
    "Measured",
    "Metric",
    "Origin",
    "PackageError",
    "Paragraph",
    "Place",
    "Problem",
    "Record",
    "Run",
    "Severity",
    "Source",
    "Speech",
    "SpeechgenError",
    "Spoken",
    "Spot",
    "Text",
    "bundled_templates",
    "cache_folder",
    "cells_of",
    "days_in",
    "failed",
    "intended_stem",
    "is_stray",
    "joint_origin",
    "keep",
    "keep_patterns_of_imports",
    "kept",
    "lazily",
    "lazy_names",
    "leads_outside",
    "load",
    "lock_file",
    "misnamed_unit_files",
    "not_loaded",
    "offered",
    "origin_of",
    "real_path",
    "require_extra",
    "show",
    "shown",
    "template_names",
    "unit_files",
    "visible",
    "with_fix",
    "without_marker",
    "workspace_root",
]
