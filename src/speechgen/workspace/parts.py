"""The parts that a unit file chooses for its lists: by name, by name with their own values, or written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from speechgen.messages import joined_words, translated
from speechgen.model import Items, Origin, Place, Problem, Record, SpeechgenError, Text, with_fix
from speechgen.reading import find, merge, missing_place, named, path_for_people, path_steps, titled, value_at
from speechgen.template import defaults_of, with_item_defaults

if TYPE_CHECKING:
    from speechgen.reading import Value
    from speechgen.template import Template


class Choice(NamedTuple):
    """One item of a list. `name` is a part of the template; None if the part is written out, in `values`."""

    name: str | None
    values: Record
    place: Place


def chosen_parts(
    template: Template, data: Record, source: Value, own: Value
) -> tuple[dict[str, list[Choice]], list[Problem]]:
    """The chosen parts of each list, in the unit's order, and their problems.

    `data` was read from `source`, the values of all layers; a missing list is reported in the unit's `own` file.
    """
    choices: dict[str, list[Choice]] = {}
    problems: list[Problem] = []
    for list_name in template.manifest.lists:
        items = data.get(list_name)
        chosen = choices[list_name] = []
        for item in items if isinstance(items, Items) else []:
            if isinstance(item, (Text, Record)):
                choice, found = _choice(template, list_name, item, source)
                chosen += [choice] if choice is not None else []
                problems += found
        problems += _repeated(list_name, chosen)
        problems += _missing_list(template, list_name, source, own)
    return choices, problems


def missing_part_value(
    own: Value, values: Value, list_name: str, choice: Choice, steps: Sequence[str | int], reason: str
) -> Problem:
    """The problem of a missing value of a chosen part, at `steps` of the part's own values, in the unit's `own` file.

    `values` are those of all layers. If another file chooses the part, its place there is the problem's source.
    `reason` says what needs the value.
    """
    _, name = find(own, steps)
    listed = find(values, [list_name])[0].content
    items = listed if isinstance(listed, list) else []
    index = next((index for index, item in enumerate(items) if item.place == choice.place), 0)
    path = f"{list_name}[{index}].{choice.name}.{name}"
    message = with_fix(_missing(path_for_people(name)), reason)
    form = f"{choice.name}: {{{_nested(steps)}}}"
    if choice.place.file == own.file:
        return Problem(choice.place, "missing-value", message, translated("write {form}", form=form), path=path)
    fix = translated("write {list}: in this file, with {form}", list=list_name, form=form)
    place = missing_place(own, [list_name])
    return Problem(place, "missing-value", message, fix, source=choice.place, path=path)


def _missing(name: str) -> str:
    return translated("{name} is missing", name=name)


def _nested(steps: Sequence[str | int]) -> str:
    key, *below = (str(step) for step in steps if isinstance(step, str))
    return f"{key}: {{{_nested(below)}}}" if below else f"{key}: …"


def _choice(
    template: Template, list_name: str, item: Text | Record, source: Value
) -> tuple[Choice | None, list[Problem]]:
    origin = item._origin
    assert origin is not None  # noqa: S101 - read from a file
    path, place = origin.path, origin.place
    if isinstance(item, Text):
        return _named(template, list_name, str(item), origin)
    written = value_at(source, path_steps(path))
    assert written is not None  # noqa: S101 - `item` was read from it
    assert isinstance(written.content, dict)  # noqa: S101 - and is a mapping
    keys = list(written.content)
    if "title" in keys or "text" in keys:
        return _written_out(item, path, place, keys)
    if len(keys) != 1:
        fix = _one_part_fix(template, list_name, written.content)
        message = translated("{item} must name exactly one part", item=path_for_people(path))
        return None, [Problem(place, "one-part", message, fix)]
    name, value = keys[0], written.content[keys[0]]
    if name not in template.parts[list_name] or value.content is None:
        return _named(template, list_name, name, Origin(path, value.key_place))
    own, problems = _own_values(template, list_name, name, value, path)
    return Choice(name, own, place), problems


def _one_part_fix(template: Template, list_name: str, keys: dict[str, Value]) -> str:
    """What to do about an item with several keys: values of a part that are not indented, or several parts."""
    part, *others = keys
    if not keys.keys() & template.parts[list_name].keys():
        parts = titled(_titles(template, list_name))
        return translated("write title: and text: for a part of your own, or choose from: {choices}", choices=parts)
    if part in template.parts[list_name] and keys[part].content is None:
        own = template.part_schema(list_name, part).document.get("properties", {})
        if own.keys() >= set(others):
            return translated("indent the lines below {part} by two more spaces: they are its values", part=part)
    return translated("write each part as a separate item that begins with -")


def _named(template: Template, list_name: str, name: str, origin: Origin) -> tuple[Choice | None, list[Problem]]:
    """A part that is chosen by its name alone, and its problem."""
    if name in template.parts[list_name]:
        own, problems = _own_values(template, list_name, name, None, origin.path)
        return Choice(name, own, origin.place), problems
    from speechgen.reading import unknown_choice

    return None, [unknown_choice(origin.path, name, _titles(template, list_name), origin.place)]


def _own_values(
    template: Template, list_name: str, name: str, given: Value | None, path: str
) -> tuple[Record, list[Problem]]:
    """A part's own values, with the defaults that it declares, and their problems."""
    declared = template.own_declared(list_name, name)
    defaults = defaults_of(declared) if declared is not None else None
    if given is not None and declared is not None:
        given = with_item_defaults(merge(defaults, given) if defaults is not None else given, declared)
    value = given or defaults
    return (Record(), []) if value is None else template.part_schema(list_name, name).read(value, f"{path}.{name}")


def _titles(template: Template, list_name: str) -> dict[str, str]:
    """The title of each part of a list. A part that cannot be read has none here: it is reported when it is chosen."""
    titles = {}
    for name in template.parts[list_name]:
        try:
            titles[name] = template.parts[list_name][name].title
        except SpeechgenError:
            titles[name] = ""
    return titles


def _written_out(item: Record, path: str, place: Place, keys: list[str]) -> tuple[Choice | None, list[Problem]]:
    """A part that is written out in the unit file, and its problems."""
    problems = [
        Problem(
            place,
            "missing-value",
            _missing(path_for_people(f"{path}.{key}")),
            translated("add it: {key}:", key=key),
            path=f"{path}.{key}",
        )
        for key in ("title", "text")
        if key not in item
    ]
    problems += [
        Problem(
            place,
            "unknown-key",
            translated("{name} has no key {key}", name=path_for_people(path), key=key),
            translated("known keys: {names}", names=joined_words(("title", "text"))),
        )
        for key in keys
        if key not in ("title", "text")
    ]
    return (None if problems else Choice(None, item, place)), problems


def _repeated(list_name: str, choices: list[Choice]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for choice in choices:
        if choice.name is None:
            continue
        if choice.name in first:
            message = translated(
                "{list} contains {part} twice; it is first in line {line}",
                list=list_name,
                part=choice.name,
                line=first[choice.name].line,
            )
            yield Problem(choice.place, "repeated-part", message, translated("delete it, or choose another part"))
        first.setdefault(choice.name, choice.place)


def _missing_list(template: Template, list_name: str, source: Value, own: Value) -> Iterator[Problem]:
    if template.manifest.lists[list_name].minimum and value_at(source, [list_name]) is None:
        fix = translated("choose from: {names}", names=titled(_titles(template, list_name)))
        place = missing_place(own, [list_name])
        title = str(template.document["properties"][list_name].get("title", ""))
        yield Problem(place, "missing-value", _missing(named(list_name, title)), fix, path=list_name)
