"""The template: its manifest, its files, its schemas, and the sandbox that renders it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.language import Language, language
from speechgen.messages import translated
from speechgen.model import MANIFEST, Place, Problem, SpeechgenError, leads_outside
from speechgen.reading import JsonSchema, Schema, Value, read_yaml
from speechgen.template.declared_values import declared_values, name_problems, schema_problems, values_schema
from speechgen.template.defaults import defaults_of
from speechgen.template.files import SUFFIX, Folder, Parts, TemplateFile
from speechgen.template.find import find_template
from speechgen.template.kept_manifest import KeptUnitFiles, UnitFiles
from speechgen.template.manifest import Manifest, read_manifest
from speechgen.template.wordings import first_wording, wording_counts

if TYPE_CHECKING:
    from speechgen.template.references import KeptReferences, ValueReference
    from speechgen.template.sandbox import Sandbox

SPEECH = f"speech{SUFFIX}"
EXAMPLE = "example.yaml"


class Template:
    """A loaded template. Its Jinja is compiled when it is first rendered. `parts` are its parts, by list and name."""

    def __init__(
        self,
        name: str,
        folder: Folder,
        manifest: Manifest,
        speech: TemplateFile,
        parts: Mapping[str, Mapping[str, TemplateFile]],
    ) -> None:
        self.name = name
        self.folder = folder
        self.manifest = manifest
        self.speech = speech
        self.parts = parts
        self._part_schemas: dict[tuple[str, str], Schema] = {}
        self._reference_cache: dict[str, tuple[list[ValueReference], list[ValueReference]]] = {}

    @cached_property
    def schema(self) -> Schema:
        """The schema of a unit file, without its parts, which are read when they are chosen: see `part_schema`."""
        return Schema(self._unit_files[0])

    @property
    def wording_counts(self) -> Mapping[str, int]:
        """How many wordings there are of each part and included file that has several."""
        return self._unit_files[1]

    @cached_property
    def _unit_files(self) -> UnitFiles:
        """`schema` and `wording_counts`."""
        kept = KeptUnitFiles(self.folder, self.manifest)
        found = kept.earlier()
        if found is None:
            from speechgen.template.unit_schema import unit_schema

            counts = wording_counts(self.folder, self.manifest.lists)
            found = unit_schema(self.manifest, wording_counts=counts), counts
            kept.keep(found)
        return found

    @cached_property
    def document(self) -> JsonSchema:
        """The complete JSON Schema of a unit file."""
        from speechgen.template.unit_schema import PartSchema, unit_schema

        parts = {
            list_name: {name: PartSchema(part.title, own_values(part)) for name, part in parts.items()}
            for list_name, parts in self.parts.items()
        }
        return unit_schema(self.manifest, parts, self.wording_counts)

    def part_schema(self, list_name: str, name: str) -> Schema:
        """The schema of a part's own values. Raises SpeechgenError if it is not valid."""
        if (list_name, name) not in self._part_schemas:
            part = self.parts[list_name][name]
            problems = own_values_problems(part)
            if problems:
                raise SpeechgenError(problems)
            self._part_schemas[list_name, name] = Schema(_own_schema(part))
        return self._part_schemas[list_name, name]

    def own_declared(self, list_name: str, name: str) -> Value | None:
        """What a part declares for its own values, as a JSON Schema with its places; None without any."""
        return declared_values(self.parts[list_name][name].front.get("values"))

    @cached_property
    def language(self) -> Language:
        """The language that the template is written in."""
        return language(self.manifest.language)

    @cached_property
    def defaults(self) -> Value:
        """The `default`s of the template's schema: the lowest layer."""
        defaults = defaults_of(self.manifest.declared)
        return defaults or Value.mapping({}, f"{self.folder.shown}/{MANIFEST}")

    @cached_property
    def sandbox(self) -> Sandbox:
        """The Jinja environment of this template."""
        from speechgen.template.bytecode import bytecode_cache
        from speechgen.template.sandbox import Sandbox

        return Sandbox(self.folder, self.language, bytecode_cache())

    def files(self) -> Iterator[TemplateFile]:
        """`speech.md.j2`, then every part in each of its wordings."""
        yield self.speech
        for parts in self.parts.values():
            for part in parts.values():
                yield from self.wordings(part)

    def wordings(self, part: TemplateFile) -> Iterator[TemplateFile]:
        """The wordings of a part, itself first."""
        for name in self.folder.wordings(part.name):
            file = self.folder.read(name)
            assert file is not None  # noqa: S101 - it has been located
            yield file

    def declaring(self, file: TemplateFile) -> TemplateFile:
        """The file that declares a part's own values: its first wording."""
        return self.folder.read(first_wording(self.folder, file.name)) or file

    def references(self, file: TemplateFile) -> list[ValueReference]:
        """The unit's values that a file reads, including in files that it includes.

        Raises SpeechgenError.
        """
        return self._references(file)[0]

    def own_references(self, file: TemplateFile) -> list[ValueReference]:
        """The part's own values that it reads. Raises SpeechgenError."""
        return self._references(file)[1]

    def _references(self, file: TemplateFile) -> tuple[list[ValueReference], list[ValueReference]]:
        """`references` and `own_references`, cached: the rules ask for them for each unit."""
        if file.name not in self._reference_cache:
            own = own_values(self.declaring(file))
            found = self._kept_references.of(file)
            self._reference_cache[file.name] = (
                [each for each in found if each.name not in own],
                [each for each in found if each.name in own],
            )
        return self._reference_cache[file.name]

    @cached_property
    def _kept_references(self) -> KeptReferences:
        from speechgen.template.references import KeptReferences

        return KeptReferences(self.folder)

    @cached_property
    def example_values(self) -> Value | None:
        """The values of the template's example; None if it cannot be read."""
        return read_yaml(self.example, self.folder.show(EXAMPLE))[0]

    @property
    def example(self) -> Path:
        """The path of `example.yaml`: a complete unit file that documents and tests the template."""
        return self.folder.locate(EXAMPLE) or self.folder.path / EXAMPLE


def load_template(name: str | Path, *, workspace: Path | None = None, base: Path | None = None) -> Template:
    """Load a template by name or by folder.

    See `find_template` for where it is looked for; `base` is the current folder by default. Raises SpeechgenError if
    there is none, or its files have problems.
    """
    folder = find_template(str(name), workspace, base or Path())
    manifest = read_manifest(folder)
    speech = folder.read(SPEECH)
    if speech is None:
        from speechgen.template.misnamed import misnamed_files

        message = translated("the template has no {file}", file=SPEECH)
        problem = Problem(Place(folder.show(SPEECH)), "template-missing-file", message)
        raise SpeechgenError(list(misnamed_files(folder)) or [problem])
    if folder.locate(EXAMPLE) is None and leads_outside(folder.path / EXAMPLE, folder.path):
        message, fix = translated("is a link out of the template's folder"), translated("replace it by the file")
        raise SpeechgenError([Problem(Place(folder.show(EXAMPLE)), "unreadable", message, fix)])
    parts = {list_name: Parts(folder, list_name) for list_name in manifest.lists}
    return Template(folder.path.name, folder, manifest, speech, parts)


def own_values(part: TemplateFile) -> Mapping[str, JsonSchema]:
    """The JSON Schemas of the values that a part declares in its front matter, by name."""
    properties: Mapping[str, JsonSchema] = _own_schema(part)["properties"]
    return properties


def own_values_problems(part: TemplateFile) -> list[Problem]:
    """The problems of the values that a part declares in its front matter."""
    declared = declared_values(part.front.get("values"))
    if declared is None:
        return []
    return [*schema_problems(declared, _own_schema(part)), *name_problems(Value.mapping({}, part.shown), declared)]


def _own_schema(part: TemplateFile) -> JsonSchema:
    """The JSON Schema of a part's own values; the front matter has been validated when the file was read."""
    return {"type": "object", **values_schema(part.values)}
