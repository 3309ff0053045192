"""A unit with its template: everything that rendering, rules and review pages need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from speechgen.reading import Schema
from speechgen.workspace.figures_year import with_figures_year
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
    """One unit, read once: its files are not read again.

    `layers` are the sources of its values, lowest first; `values` the merged values with their places; `data` what
    templates get, with figures as metrics; `choices` the parts chosen for each list; `problems` those of its values.
    `template` is None if it is not known or cannot be loaded; figures then are not converted to metrics.
    """

    unit: Unit
    template: Template | None
    layers: tuple[Layer, ...]
    values: Value
    data: Record
    choices: Mapping[str, list[Choice]]
    problems: tuple[Problem, ...] = ()


def unit_context(unit: Unit, template: Template | None) -> UnitContext:
    """The context of a unit. Raises SpeechgenError if a part that it chooses cannot be read."""
    layers = tuple(layers_of(unit, template))
    values = merged(layers)
    if template is None:
        data, _ = _ANY.read(values)
        return UnitContext(unit, None, layers, values, data, {})
    data, problems = template.schema.read(values)
    choices, choice_problems = chosen_parts(template, data, values)
    data, metric_problems = with_metrics(with_figures_year(data), template.manifest.metrics, template.language)
    return UnitContext(unit, template, layers, values, data, choices, (*problems, *choice_problems, *metric_problems))
