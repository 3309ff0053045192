"""Where each value of a unit came from, what it overrode, and where the speech says it."""

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
    """What one layer gives for a value: `words` as they stand in its file."""

    layer: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Explanation:
    """One value: what holds, then what it overrode (highest first), and the template's lines that say it."""

    path: str
    holds: LayerValue
    overrode: tuple[LayerValue, ...]
    said: tuple[Place, ...]


def explain(context: UnitContext, speech: Speech | None) -> Iterator[Explanation]:
    """Each value of a unit, in the order of its files. `speech` is None where it cannot be rendered."""
    scalars = [(layer.name, dict(_scalars(layer.values))) for layer in context.layers]
    said: dict[str, list[Place]] = {}
    for run in speech.runs() if speech else ():
        if run.source.path is not None and run.source.template not in said.setdefault(run.source.path, []):
            said[run.source.path].append(run.source.template)
    for path, value in _scalars(context.values):
        given = [
            LayerValue(name, _words(each[path]), each[path].place) for name, each in reversed(scalars) if path in each
        ]
        own = LayerValue("unit", _words(value), value.place)
        holds = next((each for each in given if each.place == value.place), own)
        overrode = tuple(each for each in given if each is not holds)
        places = [place for name, places in said.items() if is_about(name, path) for place in places]
        yield Explanation(path, holds, overrode, tuple(dict.fromkeys(places)))


def _scalars(value: Value, path: str = "") -> Iterator[tuple[str, Value]]:
    """The scalars below a value, each with its path. A list is replaced as one, so it is one value here."""
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


def is_about(said: str, path: str) -> bool:
    """Whether what a run says, by its data path, is the value at `path`, part of it, or made of it."""
    return said == path or said.startswith((f"{path}.", f"{path}[")) or path.startswith(f"{said}.")
