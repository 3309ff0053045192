"""Rendering: template and values to a speech.

In: a `UnitContext`. Out: a `Speech` whose runs know where their words came from, or the problems that prevent it.
Imports `workspace` and the rooms below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names
from speechgen.rendering.block_syntax import ListLevels, alignments, cells, is_delimiter_row
from speechgen.rendering.render import HEAD, TEMPLATE_ERRORS, render, render_context

if TYPE_CHECKING:
    from speechgen.rendering.errors import template_problem
    from speechgen.rendering.own_words import own_words_problems
    from speechgen.rendering.provenance import Explanation, LayerValue, explain, explain_item
    from speechgen.rendering.related_paths import RelatedPaths

__all__ = [
    "HEAD",
    "TEMPLATE_ERRORS",
    "Explanation",
    "LayerValue",
    "ListLevels",
    "RelatedPaths",
    "alignments",
    "cells",
    "explain",
    "explain_item",
    "is_delimiter_row",
    "own_words_problems",
    "render",
    "render_context",
    "template_problem",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Explanation": "provenance",
        "LayerValue": "provenance",
        "explain": "provenance",
        "explain_item": "provenance",
        "RelatedPaths": "related_paths",
        "own_words_problems": "own_words",
        "template_problem": "errors",
    },
)
