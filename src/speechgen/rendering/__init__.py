"""Rendering: template and values to a speech.

In: a `UnitContext`. Out: a `Speech` whose runs know where their words came from, or the problems that prevent it.
Imports `workspace` and the rooms below.
"""

from __future__ import annotations

from speechgen.rendering.errors import template_problem
from speechgen.rendering.provenance import Explanation, LayerValue, explain, is_about
from speechgen.rendering.render import HEAD, render, render_context

__all__ = [
    "HEAD",
    "Explanation",
    "LayerValue",
    "explain",
    "is_about",
    "render",
    "render_context",
    "template_problem",
]
