"""The JSON Schema of a template's unit files for editors, which know neither layers nor what a template reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.reading import export, path_steps, property_at, value_at
from speechgen.template import required_part_values, required_values

if TYPE_CHECKING:
    from speechgen.reading import Value
    from speechgen.template import Template


def schema_for_editors(template: Template, shared: Value | None) -> str:
    """The schema as JSON. `shared` are the workspace's values: with them, or with a default, a unit's may be empty."""
    return export(template.document, frozenset(_needed(template, shared))) + "\n"


def _needed(template: Template, shared: Value | None) -> Iterator[str]:
    """The paths of the values that a unit file must give; those of parts below `LIST[].PART`."""
    lists = template.manifest.lists
    always = [path for path, need in required_values(template).items() if need.always]
    for path in (*always, *(name for name, declared in lists.items() if declared.minimum)):
        is_shared = shared is not None and value_at(shared, path_steps(path)) is not None
        if not is_shared and "default" not in property_at(template.document, path):
            yield path
    for list_name, parts in template.parts.items():
        yield from (f"{list_name}[].{key}" for key in ("title", "text"))
        for name, part in parts.items():
            for path, need in required_part_values(template, part).items():
                if need.always:
                    yield f"{list_name}[].{name}.{path}"
