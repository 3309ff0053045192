"""A unit with its template: everything that rendering, rules and review pages need to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from speechgen.reading import Schema
from speechgen.workspace.layers import Layer, layers_of, merged
from speechgen.workspace.metrics import with_metrics
from speechgen.workspace.parts import Choice, chosen_parts

if TYPE_CHECKING:
    from speechgen.model import Problem, Record
    from speechgen.reading import Value
    from speechgen.template import Template
    from speechgen.workspace.unit import Unit

_ANY = Schema({"type": "object"})


class UnitContext(NamedTuple):
    """One unit, read once and handed down: nothing below reads its files again.

    `layers` are where its values come from, lowest first; `values` all of them merged, each with its place; `data` what
    templates are given, figures as metrics; `choices` the parts of each list. `problems` are those of its values.
    `template` is None where the unit is known without one: its figures then have no titles.
    """

    unit: Unit
    template: Template | None
    layers: tuple[Layer, ...]
    values: Value
    data: Record
    choices: Mapping[str, list[Choice]]
    problems: tuple[Problem, ...] = ()


def unit_context(unit: Unit, template: Template | None) -> UnitContext:
    """The unit's context. Raises SpeechgenError where a part that it chooses cannot be read."""
    layers = tuple(layers_of(unit, template))
    values = merged(layers)
    if template is None:
        data, _ = _ANY.read(values)
        return UnitContext(unit, None, layers, values, data, {})
    data, problems = template.schema.read(values)
    choices, choice_problems = chosen_parts(template, data, values)
    data, metric_problems = with_metrics(data, template.manifest.metrics, template.language)
    return UnitContext(unit, template, layers, values, data, choices, (*problems, *choice_problems, *metric_problems))
