"""Provenance: the layer that each value of a unit came from, what it overrode, and where the speech prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechgen.model import Place

if TYPE_CHECKING:
    from speechgen.model import Speech
    from speechgen.reading import Value
    from speechgen.workspace import UnitContext


@dataclass(frozen=True, slots=True)
class LayerValue:
    """A value in one layer, with its `words` as written in the file."""

    layer: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Explanation:
    """The origin of one value: the `effective` layer's, what it overrode (highest layer first), and the lines of the
    template that print it.
    """

    path: str
    effective: LayerValue
    overrode: tuple[LayerValue, ...]
    printed_by: tuple[Place, ...]


def explain(context: UnitContext, speech: Speech | None) -> Iterator[Explanation]:
    """The origin of each value of a unit, in the order of its files. `speech` is None if it cannot be rendered."""
    scalars = [(layer.name, dict(_scalars(layer.values))) for layer in context.layers]
    printed_by: dict[str, list[Place]] = {}
    for run in speech.runs() if speech else ():
        if run.source.path is not None and run.source.template not in printed_by.setdefault(run.source.path, []):
            printed_by[run.source.path].append(run.source.template)
    for path, value in _scalars(context.values):
        given = [
            LayerValue(name, _words(each[path]), each[path].place) for name, each in reversed(scalars) if path in each
        ]
        own = LayerValue("unit", _words(value), value.place)
        effective = next((each for each in given if each.place == value.place), own)
        overrode = tuple(each for each in given if each is not effective)
        places = [place for name, places in printed_by.items() if is_about(name, path) for place in places]
        yield Explanation(path, effective, overrode, tuple(dict.fromkeys(places)))


def _scalars(value: Value, path: str = "") -> Iterator[tuple[str, Value]]:
    """The scalars in a value, each with its path. A list counts as a scalar: layers replace lists as a whole."""
    if isinstance(value.content, dict) and (value.content or not path):
        for key, child in value.content.items():
            yield from _scalars(child, f"{path}.{key}" if path else key)
    else:
        yield path, value


def _words(value: Value) -> str:
    content = value.content
    if isinstance(content, list):
        return "[" + ", ".join(_words(item) for item in content) + "]"
    if isinstance(content, dict):
        return "{" + ", ".join(f"{key}: {_words(child)}" for key, child in content.items()) + "}"
    return "" if content is None else content.strip()


def is_about(printed: str, path: str) -> bool:
    """Whether a run with the data path `printed` prints the value at `path`, part of it, or what contains it."""
    return printed == path or printed.startswith((f"{path}.", f"{path}[")) or path.startswith(f"{printed}.")
