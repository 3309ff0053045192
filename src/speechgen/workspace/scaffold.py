"""A new unit file: every value of its template, with its title, an example and whether it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from speechgen.reading import JsonSchema, flow, path_steps, plain, value_at
from speechgen.template import WORDINGS, Requirement, own_values, required_part_values, required_values

if TYPE_CHECKING:
    from speechgen.reading import Value
    from speechgen.template import Template

SCHEMA_COMMENT = "# yaml-language-server: $schema={}"


def unit_file(
    template: Template, name: str, *, template_name: str | None, shared: Value | None, schema_path: str
) -> str:
    """The text of a new unit file for the unit called `name`.

    `template_name` is written into it, unless the workspace names the template. `shared` are the workspace's values:
    keys that have one are commented out. `schema_path` leads from the unit file to the JSON Schema that editors read.
    """
    lines = _Scaffold(template, name, shared).lines(template_name, schema_path)
    return "".join(f"{line}\n" for line in lines)


class _Scaffold:
    """Lines to fill in are comments without a space after the `#`: without it they are aligned, in any editor."""

    def __init__(self, template: Template, name: str, shared: Value | None) -> None:
        self._template = template
        self._unit_name = name
        self._shared = shared
        self._needs = required_values(template)
        self._words = template.language.scaffold_words

    def lines(self, template_name: str | None, schema_path: str) -> Iterator[str]:
        """The whole file, line by line."""
        yield SCHEMA_COMMENT.format(schema_path)
        yield "# " + self._words.intro.format(title=self._template.manifest.title)
        if template_name is not None:
            yield f"template: {flow(template_name)}"
        for key, schema in self._template.document["properties"].items():
            if key in self._template.manifest.lists:
                yield ""
                yield from self._parts(key, schema)
            elif key != "template":
                yield ""
                yield from self._value(key, schema, key, "")

    def _value(self, key: str, schema: JsonSchema, path: str, indent: str) -> Iterator[str]:
        properties = schema.get("properties")
        if (
            not properties
            or path == WORDINGS
            or path in (f"metrics.{name}" for name in self._template.manifest.metrics)
        ):
            yield from self._leaf(key, schema, path, indent)
            return
        if title := schema.get("title"):
            yield f"{indent}# {title}"
        yield f"{indent}{key}:"
        for name, child in properties.items():
            yield from self._value(name, child, f"{path}.{name}", f"{indent}  ")

    def _leaf(self, key: str, schema: JsonSchema, path: str, indent: str) -> Iterator[str]:
        shared = self._shared_value(path)
        need = self._needs.get(path, Requirement())
        yield f"{indent}# {self._notes(schema, path, need, shared)}"
        if path == "unit.name":
            yield f"{indent}{key}: {flow(self._unit_name)}"
        elif need.always and shared is None and "default" not in schema:
            yield f"{indent}{key}:"
        else:  # without the example: uncommenting the line must not put another unit's words into the speech
            yield f"{indent}#{key}:"

    def _notes(self, schema: JsonSchema, path: str, need: Requirement, shared: Value | None) -> str:
        """A value's title, whether it is needed, and an example."""
        notes = [str(schema.get("title", path)), self._need(schema, need, shared)]
        example = flow(_example(self._template, schema, path))
        if example:
            notes.append(f"{self._words.example} {example}")
        return self._words.joint.join(notes)

    def _need(self, schema: JsonSchema, need: Requirement, shared: Value | None) -> str:
        if shared is not None:
            return self._words.shared.format(place=f"{shared.file}:{shared.line}")
        if "default" in schema:
            return self._words.default.format(value=flow(schema["default"]))
        if need.always:
            return self._words.needed
        if need.parts:
            return self._words.needed_by.format(parts=self._words.parts_joint.join(need.parts))
        return self._words.optional

    def _shared_value(self, path: str) -> Value | None:
        """The workspace's value at `path`."""
        return value_at(self._shared, path_steps(path)) if self._shared is not None else None

    def _parts(self, list_name: str, declared: JsonSchema) -> Iterator[str]:
        minimum = self._template.manifest.lists[list_name].minimum
        shared = self._shared_value(list_name)
        need = self._need({}, Requirement(always=minimum > 0), shared)
        yield f"# {declared['title']}{self._words.joint}{need}"
        yield f"# {self._words.parts}"
        yield f"{list_name}:" if minimum and shared is None else f"#{list_name}:"
        for name in self._in_order(list_name):
            part = self._template.parts[list_name][name]
            own = own_values(part)
            yield f"  #- {name}{':' if own else ''}   # {part.title}"
            needed = required_part_values(self._template, part)
            for key, schema in own.items():
                notes = self._notes(schema, key, needed.get(key, Requirement()), None)
                yield f"      #{key}:   # {notes}"

    def _in_order(self, list_name: str) -> list[str]:
        """The list's parts: those of the template's example first, in its order."""
        parts = self._template.parts[list_name]
        example = self._template.example_values
        value = value_at(example, [list_name]) if example is not None else None
        chosen = value.content if value is not None and isinstance(value.content, list) else []
        names = [
            str(next(iter(each.content), "") if isinstance(each.content, dict) else each.content) for each in chosen
        ]
        return [name for name in dict.fromkeys([*names, *parts]) if name in parts]


def _example(template: Template, schema: JsonSchema, path: str) -> Any:
    """The schema's example, or the value from the template's example."""
    if examples := schema.get("examples"):
        return examples[0]
    if schema.get("properties"):
        return {
            name: _example(template, child, f"{path}.{name}") for name, child in schema.get("properties", {}).items()
        }
    source = template.example_values
    value = value_at(source, path_steps(path)) if source is not None else None
    return plain(value) if value is not None else None
