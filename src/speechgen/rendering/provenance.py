"""Provenance: the layer that each value of a unit came from, what it overrode, and where the speech prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechgen.model import Place
from speechgen.reading import path_steps, value_at
from speechgen.rendering.related_paths import RelatedPaths

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
    template that print it. `empty` are the keys of higher layers that are left empty, and so inherit it.
    """

    path: str
    effective: LayerValue
    overrode: tuple[LayerValue, ...]
    printed_by: tuple[Place, ...]
    empty: tuple[LayerValue, ...] = ()


def explain(context: UnitContext, speech: Speech | None) -> Iterator[Explanation]:
    """The origin of each value of a unit, in the order of its files. `speech` is None if it cannot be rendered."""
    printed_by = _printed_by(speech)
    printed = RelatedPaths(printed_by)
    for keys, value in _scalars(context.values):
        path = ".".join(keys)
        given, empty = _in_layers(context, keys)
        own = LayerValue("unit", _words(value), value.place)
        effective = next((each for each in given if each.place == value.place), own)
        overrode = tuple(each for each in given if each is not effective)
        is_inherited = value.content is not None or value.is_null
        yield Explanation(
            path, effective, overrode, _places_of(path, printed, printed_by), tuple(empty) if is_inherited else ()
        )


def explain_item(context: UnitContext, speech: Speech | None, path: str) -> Explanation | None:
    """The origin of a value in a list, such as `people[0].name`; None if there is no such value."""
    steps = path_steps(path)
    value = value_at(context.values, steps)
    if value is None:
        return None
    layers = [
        layer.name for layer in context.layers if (own := value_at(layer.values, steps)) and own.place == value.place
    ]
    effective = LayerValue(layers[-1] if layers else "unit", _words(value), value.place)
    printed_by = _printed_by(speech)
    return Explanation(path, effective, (), _places_of(path, RelatedPaths(printed_by), printed_by))


def _printed_by(speech: Speech | None) -> dict[str, dict[Place, None]]:
    """The lines of the template that print each data path, in their order: the keys of a dict."""
    printed_by: dict[str, dict[Place, None]] = {}
    for run in speech.runs() if speech else ():
        for path in run.source.paths:
            printed_by.setdefault(path, {})[run.source.template] = None
    return printed_by


def _places_of(path: str, printed: RelatedPaths, printed_by: Mapping[str, Iterable[Place]]) -> tuple[Place, ...]:
    names = printed.about(path)
    whole_list = path.rpartition("[")[0] if path.endswith("]") else path
    if whole_list != path and whole_list in printed_by:
        names.append(whole_list)
    return tuple(dict.fromkeys(place for name in names for place in printed_by[name]))


def _scalars(value: Value, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Value]]:
    """The scalars in a value, each with its keys. A list counts as a scalar: layers replace lists as a whole."""
    if isinstance(value.content, dict) and (value.content or not keys):
        for key, child in value.content.items():
            yield from _scalars(child, (*keys, key))
    else:
        yield keys, value


def _in_layers(context: UnitContext, keys: tuple[str, ...]) -> tuple[list[LayerValue], list[LayerValue]]:
    """What each layer gives for a value, highest first; the empty keys in the layers above the first that gives it."""
    given: list[LayerValue] = []
    empty: list[LayerValue] = []
    for layer in reversed(context.layers):
        value = _at_or_above(layer.values, keys)
        if value is None:
            continue
        if value.content is not None or value.is_null:
            given.append(LayerValue(layer.name, _words(value), value.place))
        elif not given:
            empty.append(LayerValue(layer.name, "", value.key_place))
    return given, empty


def _at_or_above(value: Value, keys: tuple[str, ...]) -> Value | None:
    """The value at some keys, or the empty value or null above it; None if there is neither."""
    for key in keys:
        if value.content is None:
            return value
        child = value.content.get(key) if isinstance(value.content, dict) else None
        if child is None:
            return None
        value = child
    return value


def _words(value: Value) -> str:
    content = value.content
    if isinstance(content, list):
        return "[" + ", ".join(_words(item) for item in content) + "]"
    if isinstance(content, dict):
        return "{" + ", ".join(f"{key}: {_words(child)}" for key, child in content.items()) + "}"
    return content.strip() if content is not None else "~" if value.is_null else ""
