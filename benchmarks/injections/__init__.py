"""Realistic defects to inject into clean speeches, by the rule that must find them.

Written independently of `speechgen.checks`: only from the description of each rule, without looking at its patterns.
To add a kind of defect, write its generator in the module of its rule and add it to that module's table.
"""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.injections import (
    campaigns,
    characters,
    contradictions,
    copies,
    counts,
    dates,
    figures,
    kinds_of_units,
    markdown,
    names,
    ordinals,
    people,
    phrases,
    placeholders,
    punctuation,
    relative_days,
    stale,
    typed_marks,
    unit_files,
    unused,
    without_unit_file,
    wording,
)
from benchmarks.injections.injected import Kinds
from benchmarks.injections.workspaces import Prepare

KINDS: Mapping[str, Kinds] = {
    "placeholder": placeholders.PLACEHOLDER,
    "foreign-unit": names.FOREIGN_UNIT,
    "level": {**names.LEVEL, **kinds_of_units.OFFICES},
    "own-name": {**names.OWN_NAME, **kinds_of_units.ENDINGS, **without_unit_file.WITHOUT_UNIT_FILE},
    "near-name": people.NEAR_NAME,
    "name-post": people.NAME_POST,
    "count": counts.COUNT,
    "ordinal": ordinals.ORDINAL,
    "figure": {**figures.FIGURE, **contradictions.CONTRADICTIONS},
    "date": {**dates.DATE, **phrases.DATE, **campaigns.CAMPAIGNS, **relative_days.RELATIVE_DAYS, **stale.STALE},
    "repeat": wording.REPEAT,
    "fixed-phrase": phrases.FIXED_PHRASE,
    "variant": phrases.VARIANT,
    "punctuation": {**punctuation.PUNCTUATION, **typed_marks.TYPED_MARKS},
    "markup": markdown.MARKUP,
    "length": wording.LENGTH,
    "rare-character": characters.RARE_CHARACTER,
}

# Defects that need unit files or several speeches.
IN_FILES: Mapping[str, tuple[Prepare, ...]] = {
    "foreign-unit": unit_files.FOREIGN_UNIT,
    "level": unit_files.LEVEL,
    "near-name": unit_files.NEAR_NAME,
    "name-post": unit_files.NAME_POST,
    "figure": (copies.same_figures, *unit_files.FIGURE),
    "markup": unit_files.MARKUP,
    "unused": (unused.metric_added, unused.part_taken_out, unused.part_nowhere),
    "alike": copies.ALIKE,
}

# In the order of the README's table.
CODES = (*list(KINDS)[:-2], "unused", *list(KINDS)[-2:], "alike")
