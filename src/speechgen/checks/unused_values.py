"""Which of a unit file's values and chosen parts its speech never says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from speechgen.model import Given
from speechgen.reading import path_steps, value_at
from speechgen.template import FOR_RULES, OTHER_CONDITION

if TYPE_CHECKING:
    from speechgen.model import Speech
    from speechgen.reading import Value
    from speechgen.template import Template, TemplateFile, ValueReference
    from speechgen.workspace import UnitContext

# What is not there to be said: the template's name, and what rules alone read.
_NOT_SAID = ("template", "unit.aliases", "unit.subordinates", *FOR_RULES)
_SWITCHES = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))


class _Chosen(NamedTuple):
    """A part that the unit file chooses: its path in the file, its file in the template, its own values."""

    path: str
    item: Value
    part: TemplateFile
    values: Value | None


def unused_values(context: UnitContext, speech: Speech) -> Iterator[Given]:
    """The values of the unit's own file, and the parts that it chooses, which no run of its speech shows.

    A value is used, though no run shows it, where the frame or a chosen part reads it under conditions that hold: to
    compare it, or to compute with it.
    """
    unit, template = context.unit, context.template
    assert template is not None  # noqa: S101 - it has been rendered
    said = _Paths(run.source.path for run in speech.runs() if run.source.path is not None)
    files = {run.source.template.file for run in speech.runs()}
    text = speech.text
    chosen = list(_chosen(template, unit.own))
    values = [each for each in _values(unit.own, template.manifest.lists) if not each[0].startswith(_NOT_SAID)]
    for each in chosen:
        if each.part.shown not in files:
            yield Given(each.path, str(each.part.front["title"].content), each.item.key_place)
        elif each.values is not None:
            values += _values(each.values, (), each.path)
    unsaid = [(path, value) for path, value in values if not said.are_about(path) and not _stands_in(value, text)]
    used = _Paths(_used(template, context.values, chosen, _Paths(path for path, _ in unsaid)))
    for path, value in unsaid:
        if not used.are_about(path):
            yield Given(path, "" if isinstance(value.content, (dict, list)) else str(value.content), value.key_place)


def _values(value: Value, left_out: Iterable[str], path: str = "") -> Iterator[tuple[str, Value]]:
    """The values below one that can be said, a list of words as one, a metric as one; not switches."""
    content = value.content
    if isinstance(content, dict) and (not path.startswith("metrics.") or path == "metrics"):
        for key, child in content.items():
            if path or key not in left_out:
                yield from _values(child, left_out, f"{path}.{key}" if path else key)
    elif isinstance(content, list) and any(isinstance(item.content, dict) for item in content):
        for index, item in enumerate(content):
            yield from _values(item, left_out, f"{path}[{index}]")
    elif content is not None and not (value.plain and content in _SWITCHES):
        yield path, value


def _chosen(template: Template, own: Value) -> Iterator[_Chosen]:
    for list_name, parts in template.parts.items():
        items = value_at(own, [list_name])
        for index, item in enumerate(items.content if items and isinstance(items.content, list) else []):
            path = f"{list_name}[{index}]"
            if isinstance(item.content, str) and item.content in parts:
                yield _Chosen(path, item, parts[item.content], None)
            for name, values in item.content.items() if isinstance(item.content, dict) else ():
                if name in parts:
                    yield _Chosen(f"{path}.{name}", values, parts[name], values)


def _used(template: Template, given: Value, chosen: Iterable[_Chosen], wanted: _Paths) -> Iterator[str]:
    """Of the wanted paths those that the frame and the chosen parts read for sure."""
    yield from _reached(template.references(template.speech), [given], wanted)
    for each in chosen:
        own = [given] if each.values is None else [each.values, given]
        yield from _reached(template.references(each.part), own, wanted)
        yield from _reached(template.own_references(each.part), own, wanted, f"{each.path}.")


def _reached(
    references: Iterable[ValueReference], given: list[Value], wanted: _Paths, prefix: str = ""
) -> Iterator[str]:
    """The reads whose conditions hold, as far as they are known: each says which values it needs to be there."""
    for reference in references:
        if wanted.are_about(prefix + reference.path) and all(
            each != OTHER_CONDITION and any(value_at(values, path_steps(each)) for values in given)
            for each in reference.conditions
        ):
            yield prefix + reference.path


class _Paths:
    """Some data paths: whether one of them is a value, part of it, or what it is part of."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = set(paths)
        self._above = {above for path in self._paths for above in _with_those_above(path, "[.[]")}

    def are_about(self, path: str) -> bool:
        # What is said of a list, such as its length, says nothing of its items.
        return path in self._above or not self._paths.isdisjoint(_with_those_above(path, "[.]"))


@lru_cache(maxsize=4096)
def _with_those_above(path: str, marks: str) -> tuple[str, ...]:
    """`host` and `host.name`: a path, and the values that it is part of, where one of the marks parts them."""
    return (path, *(path[: mark.start()] for mark in re.finditer(marks, path)))


def _stands_in(value: Value, text: str) -> bool:
    """Whether another value says the same words, as `host.name` does for `unit.head.name`."""
    words = value.content
    return isinstance(words, str) and len(words) > 1 and not words.replace(".", "").isdigit() and words in text
