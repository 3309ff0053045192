"""Which values a template needs: told from what it reads, for scaffolds and for `speechgen templates NAME`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
