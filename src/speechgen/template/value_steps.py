"""From the paths that templates read to those of unit files: `dates.started.month` is part of `dates.started`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechgen.reading import JsonSchema, is_declared, schema_at
from speechgen.template.attributes import CHANGE, DAY, METRIC

if TYPE_CHECKING:
    from speechgen.template.template import Template


def value_steps(template: Template, steps: Sequence[str | int]) -> Sequence[str | int] | None:
    """The path in the unit file of the value that a template reads at `steps`; None if it is not declared."""
    if steps[0] == "metrics" and len(steps) == 3 and steps[1] in template.manifest.metrics:
        is_change = template.manifest.metrics[str(steps[1])].change
        return steps[:2] if steps[2] in (CHANGE if is_change else METRIC) else None
    return own_value_steps(template.document, steps)


def parts_of_value(template: Template, steps: Sequence[str | int]) -> Sequence[str]:
    """What a template can read of the figure or the day at `steps`; nothing of other values."""
    if steps[0] == "metrics" and len(steps) == 2 and steps[1] in template.manifest.metrics:
        return list(CHANGE if template.manifest.metrics[str(steps[1])].change else METRIC)
    return list(DAY) if schema_at(template.document, steps).get("format") in ("date", "month") else ()


def own_value_steps(schema: JsonSchema, steps: Sequence[str | int]) -> Sequence[str | int] | None:
    """As `value_steps`, for the values that one schema declares, such as those of a part."""
    if len(steps) > 1 and steps[-1] in DAY and schema_at(schema, steps[:-1]).get("format") in ("date", "month"):
        return steps[:-1]
    return steps if is_declared(schema, steps) else None
