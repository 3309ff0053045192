"""The values and chosen parts of a unit file that its speech does not use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from speechgen.model import Given
from speechgen.reading import path_steps, paths_above, value_at
from speechgen.template import FOR_RULES, OTHER_CONDITION, WORDINGS
from speechgen.workspace import part_file

if TYPE_CHECKING:
    from speechgen.model import Speech
    from speechgen.reading import Value
    from speechgen.template import Template, TemplateFile, ValueReference
    from speechgen.workspace import UnitContext

# Not meant for the speech alone: the template's name, and values that rules read, such as the day of the meeting.
_NEVER_PRINTED = ("template", WORDINGS, "unit.aliases", "unit.subordinates", "dates.meeting", *FOR_RULES)
_SWITCHES = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))


class _Chosen(NamedTuple):
    """A part that the unit file chooses: its path in the unit file, its file in the template, its own values."""

    path: str
    item: Value
    part: TemplateFile
    values: Value | None


def unused_values(context: UnitContext, speech: Speech) -> Iterator[Given]:
    """Yield the values of the unit file, and the parts that it chooses, that no run of its speech shows.

    A value that no run shows still counts as used if the speech template or a chosen part reads it under conditions
    that hold, for example to compare it or to compute with it.
    """
    unit, template = context.unit, context.template
    assert template is not None  # noqa: S101 - the speech was rendered from it
    sources = {run.source for run in speech.runs()}
    printed = _Paths(path for source in sources for path in source.paths)
    files = {source.template.file for source in sources}
    text = speech.text
    chosen = list(_chosen(context))
    values = [each for each in _values(unit.own, template.manifest.lists) if not each[0].startswith(_NEVER_PRINTED)]
    for each in chosen:
        if each.part.shown not in files:
            yield Given(each.path, str(each.part.front["title"].content), each.item.key_place)
        elif each.values is not None:
            values += _values(each.values, (), each.path)
    missing = [(path, value) for path, value in values if not printed.cover(path) and not _is_in_text(value, text)]
    read = _Paths(_read_paths(template, context.values, chosen, _Paths(path for path, _ in missing)))
    for path, value in missing:
        if not read.cover(path):
            yield Given(path, "" if isinstance(value.content, (dict, list)) else str(value.content), value.key_place)


def _values(value: Value, left_out: Iterable[str], path: str = "") -> Iterator[tuple[str, Value]]:
    """Yield the values below `value` that a speech can show; a list of scalars and a metric count as one value each.

    Switches (true, false) are left out.
    """
    content = value.content
    if isinstance(content, dict) and (not path.startswith("metrics.") or path == "metrics"):
        for key, child in content.items():
            if path or key not in left_out:
                yield from _values(child, left_out, f"{path}.{key}" if path else key)
    elif isinstance(content, list) and any(isinstance(item.content, dict) for item in content):
        for index, item in enumerate(content):
            yield from _values(item, left_out, f"{path}[{index}]")
    elif content is not None and not (value.plain and isinstance(content, str) and content in _SWITCHES):
        yield path, value


def _chosen(context: UnitContext) -> Iterator[_Chosen]:
    """Yield the parts that the unit file chooses, each in the unit's wording."""
    assert context.template is not None  # noqa: S101 - the speech was rendered from it
    for list_name, parts in context.template.parts.items():
        items = value_at(context.unit.own, [list_name])
        for index, item in enumerate(items.content if items and isinstance(items.content, list) else []):
            path = f"{list_name}[{index}]"
            if isinstance(item.content, str) and item.content in parts:
                yield _Chosen(path, item, part_file(context, list_name, item.content), None)
            for name, values in item.content.items() if isinstance(item.content, dict) else ():
                if name in parts:
                    yield _Chosen(f"{path}.{name}", values, part_file(context, list_name, name), values)


def _read_paths(template: Template, given: Value, chosen: Iterable[_Chosen], wanted: _Paths) -> Iterator[str]:
    """Yield the wanted paths that the speech template or a chosen part certainly reads."""
    yield from _certain_reads(template.references(template.speech), [given], wanted)
    for each in chosen:
        own = [given] if each.values is None else [each.values, given]
        yield from _certain_reads(template.references(each.part), own, wanted)
        yield from _certain_reads(template.own_references(each.part), own, wanted, f"{each.path}.")


def _certain_reads(
    references: Iterable[ValueReference], given: list[Value], wanted: _Paths, prefix: str = ""
) -> Iterator[str]:
    """Yield the paths of the references whose conditions hold: every value that a condition needs is given."""
    for reference in references:
        if wanted.cover(prefix + reference.path) and all(
            each != OTHER_CONDITION and any(value_at(values, path_steps(each)) for values in given)
            for each in reference.conditions
        ):
            yield prefix + reference.path


class _Paths:
    """A set of data paths that can be asked whether it covers a path: has it, a path above it, or a path below it."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = set(paths)
        self._above = frozenset().union(*[_with_those_above(path, ".[") for path in self._paths])

    def cover(self, path: str) -> bool:
        # A property of a list, such as its length, does not cover its items.
        return path in self._above or not self._paths.isdisjoint(_with_those_above(path, "."))


@lru_cache(maxsize=4096)
def _with_those_above(path: str, marks: str) -> tuple[str, ...]:
    """The path and all paths above it, split at the marks: `host.name` gives `host.name` and `host`."""
    return (path, *paths_above(path, marks))


def _is_in_text(value: Value, text: str) -> bool:
    """Whether the speech has the same words from another value, as `unit.head.name` may be the same as `host.name`."""
    words = value.content
    return isinstance(words, str) and len(words) > 1 and not words.replace(".", "").isdigit() and words in text
