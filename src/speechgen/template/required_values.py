"""Which values a template needs: told from what it reads, for scaffolds and for `speechgen templates NAME`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from speechgen.reading import flow, leaves, property_at

if TYPE_CHECKING:
    from speechgen.template import Template
    from speechgen.template.files import TemplateFile


@dataclass(slots=True)
class Need:
    """Who needs a value: the whole speech, some parts, or nobody, where every read stands under a condition."""

    always: bool = False
    parts: list[str] = field(default_factory=list)


def needs(template: Template) -> Mapping[str, Need]:
    """The need for each value that the template reads, by its path. Raises jinja2.TemplateSyntaxError."""
    found: dict[str, Need] = {"unit.name": Need(always=True)}
    for read in template.reads(template.speech):
        found.setdefault(read.path, Need()).always |= read.needed
    for parts in template.parts.values():
        for name, file in parts.items():
            for read in template.reads(file):
                need = found.setdefault(read.path, Need())
                if read.needed and name not in need.parts:
                    need.parts.append(name)
    return found


def own_needs(template: Template, file: TemplateFile) -> Mapping[str, Need]:
    """The need of a part for its own values, by their names."""
    found: dict[str, Need] = {}
    for read in template.own_reads(file):
        found.setdefault(read.path, Need()).always |= read.needed
    return found


class DescribedValue(NamedTuple):
    """A value of a template, as people are told of it. `needed` says when it is."""

    path: str
    title: str
    needed: str
    example: str


def described_values(template: Template) -> list[DescribedValue]:
    """Every value that a unit file can have, lists of parts apart, in the order of the schema."""
    known = needs(template)
    document = template.document
    described = []
    paths = dict.fromkeys(
        ".".join(path.split(".")[:2]) if path.startswith("metrics.") else path for path in leaves(document)
    )
    for path in paths:
        if path == "template" or path in template.manifest.lists:
            continue
        declared = property_at(document, path)
        need = known.get(path, Need())
        needed = "needed" if need.always else f"needed by {', '.join(need.parts)}" if need.parts else "optional"
        if "default" in declared:
            needed = "has a default"
        examples = declared.get("examples") or [""]
        described.append(DescribedValue(path, str(declared.get("title", "")), needed, flow(examples[0])))
    return described
