"""Defects as they happen in offices, to be put into clean speeches: for each rule the kinds of defect that it is for.

Written from the issue's table of rules alone: nothing here is shared with `speechgen.checks`, and no pattern of a rule
was looked at. To add a kind, write its generator in the module of its family and name it in that module's table.
"""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.injections import (
    characters,
    copies,
    counts,
    dates,
    figures,
    names,
    ordinals,
    people,
    placeholders,
    punctuation,
    unsaid,
    wording,
)
from benchmarks.injections.injected import Kinds
from benchmarks.injections.workspaces import Prepare

KINDS: Mapping[str, Kinds] = {
    "placeholder": placeholders.PLACEHOLDER,
    "foreign-unit": names.FOREIGN_UNIT,
    "level": names.LEVEL,
    "own-name": names.OWN_NAME,
    "near-name": people.NEAR_NAME,
    "name-post": people.NAME_POST,
    "count": counts.COUNT,
    "ordinal": ordinals.ORDINAL,
    "figure": figures.FIGURE,
    "date": dates.DATE,
    "repeat": wording.REPEAT,
    "punctuation": punctuation.PUNCTUATION,
    "length": wording.LENGTH,
    "rare-character": characters.RARE_CHARACTER,
}

# What needs unit files or several speeches.
IN_FILES: Mapping[str, tuple[Prepare, ...]] = {
    "figure": (copies.same_figures,),
    "unused": (unsaid.metric_added, unsaid.part_taken_out, unsaid.part_nowhere),
    "alike": copies.ALIKE,
}

# In the order of the table.
CODES = (*list(KINDS)[:-2], "unused", *list(KINDS)[-2:], "alike")
