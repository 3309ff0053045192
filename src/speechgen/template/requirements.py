"""Which values a template requires: derived from what it reads, for new unit files and `speechgen templates NAME`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from speechgen.messages import joined_words, translated
from speechgen.reading import flow, leaves, path_steps, property_at
from speechgen.template.manifest import WORDINGS
from speechgen.template.template import own_values
from speechgen.template.value_steps import own_value_steps, value_steps

if TYPE_CHECKING:
    from speechgen.template import Template
    from speechgen.template.files import TemplateFile


@dataclass(slots=True)
class Requirement:
    """When a value is required: `always`, or only with the `parts` named. Neither: it is optional."""

    always: bool = False
    parts: list[str] = field(default_factory=list)


def required_values(template: Template) -> Mapping[str, Requirement]:
    """The requirement of each value that the template reads, by data path. Raises SpeechgenError."""
    required: dict[str, Requirement] = {"unit.name": Requirement(always=True)}
    for reference in template.references(template.speech):
        required.setdefault(_value_path(template, reference.path), Requirement()).always |= reference.is_required
    for parts in template.parts.values():
        for name, file in parts.items():
            for reference in chain.from_iterable(map(template.references, template.wordings(file))):
                requirement = required.setdefault(_value_path(template, reference.path), Requirement())
                if reference.is_required and name not in requirement.parts:
                    requirement.parts.append(name)
    required.pop("dates.figures_year", None)  # follows from the day of the meeting
    return required


def _value_path(template: Template, read: str) -> str:
    """The path of the value that a template reads: `dates.started` for `dates.started.month`."""
    steps = path_steps(read)
    value = value_steps(template, steps)
    return read.rpartition(".")[0] if value is not None and len(value) < len(steps) else read


def required_part_values(template: Template, file: TemplateFile) -> Mapping[str, Requirement]:
    """The requirement of each value that a part declares for itself, by name."""
    required: dict[str, Requirement] = {}
    own = {"properties": own_values(file)}
    for reference in chain.from_iterable(map(template.own_references, template.wordings(file))):
        steps = path_steps(reference.path)
        is_part_of_day = len(own_value_steps(own, steps) or steps) < len(steps)
        path = reference.path.rpartition(".")[0] if is_part_of_day else reference.path
        required.setdefault(path, Requirement()).always |= reference.is_required
    return required


class DescribedValue(NamedTuple):
    """A value of a template as `speechgen templates NAME` lists it. `needed` is when it is required, in words."""

    path: str
    title: str
    needed: str
    example: str


_STEPS = {"metrics": 2, WORDINGS: 1}  # of a path that is described as one value


def described_values(template: Template) -> list[DescribedValue]:
    """Every value that a unit file can have, except lists of parts, in the order of the schema."""
    required = required_values(template)
    document = template.document
    described = []
    paths = dict.fromkeys(".".join(path.split(".")[: _STEPS.get(path.split(".")[0])]) for path in leaves(document))
    for path in paths:
        if path == "template" or path in template.manifest.lists:
            continue
        declared = property_at(document, path)
        examples = declared.get("examples") or [""]
        needed = translated("has a default") if "default" in declared else _in_words(required.get(path, Requirement()))
        described.append(DescribedValue(path, str(declared.get("title", "")), needed, flow(examples[0])))
    return described


def _in_words(requirement: Requirement) -> str:
    if requirement.always:
        return translated("needed")
    parts = joined_words(requirement.parts)
    return translated("needed by {parts}", parts=parts) if parts else translated("optional")
