"""The layers of a unit's values, and how they are merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from speechgen.reading import Value, merge

if TYPE_CHECKING:
    from speechgen.template import Template
    from speechgen.workspace.unit import Unit


class Layer(NamedTuple):
    """The values of one layer: `template`, `workspace` or `unit`."""

    name: str
    values: Value


def layers_of(unit: Unit, template: Template | None) -> Iterator[Layer]:
    """Yield the layers, lowest first: the template's defaults, the workspace's shared values, the unit file."""
    if template is not None:
        yield Layer("template", template.defaults)
    if unit.workspace and unit.workspace.shared is not None:
        yield Layer("workspace", unit.workspace.shared)
    yield Layer("unit", unit.own)


def merged(layers: Iterable[Layer]) -> Value:
    """The values of all layers, given lowest first, merged."""
    base, *higher = [layer.values for layer in layers]
    for values in higher:
        base = merge(base, values)
    return base
