"""A template: its manifest, its parts, and the sandbox in which it is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.language import Language, language
from speechgen.model import (
    MANIFEST,
    TEMPLATES,
    Place,
    Problem,
    SpeechgenError,
    bundled_templates,
    show,
    template_folders,
)
from speechgen.reading import JsonSchema, Schema, Value, nearest, plain, read_yaml, value_at
from speechgen.template.files import SUFFIX, Folder, Parts, TemplateFile
from speechgen.template.manifest import Manifest, read_manifest, schema_problems
from speechgen.template.unit_schema import unit_schema

if TYPE_CHECKING:
    from speechgen.template.reads import Read
    from speechgen.template.sandbox import Sandbox

SPEECH = f"speech{SUFFIX}"
EXAMPLE = "example.yaml"


@dataclass(eq=False)
class Template:
    """A template that has been read. Its Jinja is compiled when it is first rendered.

    `parts` holds, for each list, its parts by name.
    """

    name: str
    folder: Folder
    manifest: Manifest
    speech: TemplateFile
    parts: Mapping[str, Mapping[str, TemplateFile]]
    _part_schemas: dict[tuple[str, str], Schema] = field(default_factory=dict, init=False, repr=False)
    _walked: dict[str, tuple[list[Read], list[Read]]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def schema(self) -> Schema:
        """The schema of a unit file, but for what parts declare for themselves: see `part_schema`."""
        return Schema(unit_schema(self.manifest, {name: dict.fromkeys(parts) for name, parts in self.parts.items()}))

    @cached_property
    def document(self) -> JsonSchema:
        """The whole JSON Schema of a unit file."""
        own = {
            list_name: {name: own_values(part) for name, part in parts.items()}
            for list_name, parts in self.parts.items()
        }
        return unit_schema(self.manifest, own)

    def part_schema(self, list_name: str, name: str) -> Schema:
        """The schema of a part's own values. Raises SpeechgenError where it is not valid."""
        if (list_name, name) not in self._part_schemas:
            part = self.parts[list_name][name]
            problems = own_values_problems(part)
            if problems:
                raise SpeechgenError(problems)
            self._part_schemas[list_name, name] = Schema({"type": "object", "properties": own_values(part)})
        return self._part_schemas[list_name, name]

    @cached_property
    def language(self) -> Language:
        """The language's filters and habits."""
        return language(self.manifest.language)

    @cached_property
    def defaults(self) -> Value:
        """The values that the template's schema gives by `default`: the lowest layer."""
        values = value_at(self.manifest.source, ["values"])
        defaults = _defaults(values) if values is not None else None
        return defaults or Value.mapping({}, f"{self.folder.shown}/{MANIFEST}")

    @cached_property
    def sandbox(self) -> Sandbox:
        """The Jinja environment of this template."""
        from speechgen.template.bytecode import bytecode_cache
        from speechgen.template.sandbox import Sandbox

        return Sandbox(self.folder, self.language, bytecode_cache())

    def files(self) -> Iterator[TemplateFile]:
        """The frame, then every part."""
        yield self.speech
        for parts in self.parts.values():
            yield from parts.values()

    def reads(self, file: TemplateFile) -> list[Read]:
        """What the frame or a part reads of the unit's values, files that it includes too.

        Raises jinja2.TemplateSyntaxError.
        """
        return self._reads(file)[0]

    def own_reads(self, file: TemplateFile) -> list[Read]:
        """What a part reads of its own values. Raises jinja2.TemplateSyntaxError."""
        return self._reads(file)[1]

    def _reads(self, file: TemplateFile) -> tuple[list[Read], list[Read]]:
        """Both, walked once: the rules ask for them at each unit."""
        from speechgen.template.reads import reads

        if file.name not in self._walked:
            own = own_values(file)
            both = list(reads(self.folder, file))
            self._walked[file.name] = (
                [read for read in both if read.name not in own],
                [read for read in both if read.name in own],
            )
        return self._walked[file.name]

    @cached_property
    def example_values(self) -> Value | None:
        """The values of the template's example; None where it has none that can be read."""
        return read_yaml(self.example, f"{self.folder.shown}/{EXAMPLE}")[0]

    @property
    def example(self) -> Path:
        """The complete unit file that documents and tests the template."""
        return self.folder.path / EXAMPLE


def load_template(name: str | Path, *, workspace: Path | None = None, base: Path | None = None) -> Template:
    """The template called `name`, or in the folder `name`.

    Looked for in the workspace's `templates/`, then as a path (from `base`, the current folder by default), then among
    the bundled templates. Raises SpeechgenError where there is none, or its files have problems.
    """
    folder = _find(str(name), workspace, base or Path())
    manifest = read_manifest(folder.path, folder.shown)
    speech = folder.read(SPEECH)
    if speech is None:
        problem = Problem(Place(f"{folder.shown}/{SPEECH}"), "template-missing-file", "the template has no such file")
        raise SpeechgenError([problem])
    parts = {list_name: Parts(folder, list_name) for list_name in manifest.lists}
    return Template(folder.path.name, folder, manifest, speech, parts)


def own_values(part: TemplateFile) -> Mapping[str, JsonSchema]:
    """The properties that a part declares for itself in its front matter."""
    values = part.front.get("values")
    declared = plain(values) if values else None
    return declared if isinstance(declared, dict) else {}  # type: ignore[return-value]  # each checked as JSON Schema


def own_values_problems(part: TemplateFile) -> list[Problem]:
    """What is wrong with the values that a part declares for itself."""
    values = part.front.get("values")
    return list(schema_problems(Value.mapping({"properties": values}, values.file))) if values else []


def _find(name: str, workspace: Path | None, base: Path) -> Folder:
    named = template_folders(workspace)
    by_path = base / name
    own = workspace / TEMPLATES / name if workspace else None
    if own is not None and named.get(name) == own:
        path, shown = own, show(own)
    elif (by_path / MANIFEST).is_file():
        path, shown = by_path, show(by_path)
    elif name in named:
        path, shown = named[name], name
    else:
        near = nearest(name, list(named))
        fix = f"did you mean {near}?" if near else f"there are: {', '.join(named)}"
        raise SpeechgenError([Problem(Place(name), "unknown-template", "there is no template of this name", fix)])
    return Folder(path, shown, bundled_templates())


def _defaults(schema: Value) -> Value | None:
    """The tree of `default`s in a JSON Schema, each at its own place in `template.yaml`."""
    content = schema.content
    if not isinstance(content, dict):
        return None
    if "default" in content:
        return content["default"]
    properties = content.get("properties")
    if properties is None or not isinstance(properties.content, dict):
        return None
    children = {name: default for name, child in properties.content.items() if (default := _defaults(child))}
    return Value.mapping(children, schema.file, schema.line, schema.column) if children else None
