"""The parts that a unit file chooses for its lists: by name, by name with values of their own, or written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechgen.problem import Place, Problem
from speechgen.schema import find
from speechgen.values import Items, Record, Text

if TYPE_CHECKING:
    from speechgen.template import Template
    from speechgen.yamlfile import Value


@dataclass(frozen=True, slots=True)
class Choice:
    """One item of a list. `name` is a part of the template; None where `values` holds its title and text."""

    name: str | None
    values: Record
    place: Place


def chosen_parts(template: Template, data: Record, source: Value) -> tuple[dict[str, list[Choice]], list[Problem]]:
    """Each list's choices, in the unit's order, and what is wrong with them."""
    choices: dict[str, list[Choice]] = {}
    problems: list[Problem] = []
    for list_name in template.manifest.lists:
        items = data.get(list_name)
        chosen = choices[list_name] = []
        for item in items if isinstance(items, Items) else []:
            choice = _choice(item) if isinstance(item, (Text, Record)) else None
            if isinstance(choice, Problem):
                problems.append(choice)
            elif choice is not None:
                chosen.append(choice)
        problems += _repeated(list_name, chosen)
        problems += _missing_list(template, list_name, source)
    return choices, problems


def _choice(item: Text | Record) -> Choice | Problem:
    origin = item._origin
    assert origin is not None  # noqa: S101 - read from a file
    if isinstance(item, Text):
        return Choice(str(item), Record(), origin.place)
    keys = list(item)
    if "title" in item or "text" in item:
        for key in ("title", "text"):
            if key not in item:
                return Problem(origin.place, "missing-value", f"{origin.path}.{key} is missing", f"add it: {key}:")
        if len(keys) == 2:
            return Choice(None, item, origin.place)
    values = item[keys[0]] if keys else None
    if len(keys) != 1 or not isinstance(values, Record):
        mend = "write each part as an item of its own, beginning with -"
        return Problem(origin.place, "one-part", f"{origin.path} must name one part", mend)
    return Choice(keys[0], values, origin.place)


def _repeated(list_name: str, choices: list[Choice]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for choice in choices:
        if choice.name is None:
            continue
        if choice.name in first:
            message = f"{list_name} chooses {choice.name} twice, first in line {first[choice.name].line}"
            yield Problem(choice.place, "repeated-part", message, "choose another part, or delete this one")
        first.setdefault(choice.name, choice.place)


def _missing_list(template: Template, list_name: str, source: Value) -> Iterator[Problem]:
    value, _ = find(source, [list_name])
    if template.manifest.lists[list_name].minimum and (value is source or value.content is None):
        parts = ", ".join(template.parts[list_name])
        yield Problem(value.key_place, "missing-value", f"{list_name} is missing", f"choose from: {parts}")
