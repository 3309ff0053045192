"""A unit with its template: everything that rendering, rules and review pages need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from speechgen.model import Figure, Record
from speechgen.reading import Schema, value_at
from speechgen.template import WORDINGS, WordingChoice, with_item_defaults
from speechgen.workspace.comments import comment_problems
from speechgen.workspace.figures_year import with_figures_year
from speechgen.workspace.layers import Layer, layers_of, merged
from speechgen.workspace.metrics import with_metrics
from speechgen.workspace.one_item import one_item_problems
from speechgen.workspace.parts import Choice, chosen_parts
from speechgen.workspace.stray_brackets import stray_bracket_problems

if TYPE_CHECKING:
    from speechgen.model import Problem
    from speechgen.reading import Value
    from speechgen.template import Template, TemplateFile
    from speechgen.workspace.unit import Unit

_ANY = Schema({"type": "object"})


class UnitContext(NamedTuple):
    """One unit, read once: its files are not read again.

    `layers` are the sources of its values, lowest first; `values` the merged values with their places; `data` what
    templates get, with figures as metrics; `choices` the parts chosen for each list; `problems` those of its values.
    `template` is None if it is not known or cannot be loaded; figures then are not converted to metrics.
    """

    unit: Unit
    template: Template | None
    layers: tuple[Layer, ...]
    values: Value
    data: Record
    choices: Mapping[str, list[Choice]]
    problems: tuple[Problem, ...] = ()

    @property
    def wordings(self) -> WordingChoice | None:
        """The wordings that the unit's name chooses, or its file sets; None without a template."""
        if self.template is None:
            return None
        name, fixed = self.data.get("unit"), self.data.get(WORDINGS)
        return WordingChoice(
            self.template.folder,
            str(name.get("name", "")) if isinstance(name, Record) else "",
            {key: int(each) for key, each in fixed.items() if isinstance(each, Figure)}
            if isinstance(fixed, Record)
            else {},
        )


def unit_context(unit: Unit, template: Template | None) -> UnitContext:
    """The context of a unit. Raises SpeechgenError if a part that it chooses cannot be read."""
    layers = tuple(layers_of(unit, template))
    values = merged(layers)
    if template is None:
        data, _ = _ANY.read(values)
        return UnitContext(unit, None, layers, values, data, {})
    values = with_item_defaults(values, template.manifest.declared)
    data, problems = template.schema.read(values, own=unit.own)
    choices, choice_problems = chosen_parts(template, data, values, unit.own)
    data, metric_problems = with_metrics(with_figures_year(data), template.manifest.metrics, template.language)
    problems = [*_without_consequences(problems, choice_problems, values, template), *choice_problems, *metric_problems]
    places = {problem.place for problem in problems}
    warnings = (
        *one_item_problems(unit),
        *comment_problems(unit, lambda: template.document),
        *stray_bracket_problems(unit),
    )
    problems += [each for each in warnings if each.place not in places]
    return UnitContext(unit, template, layers, values, data, choices, tuple(problems))


def _without_consequences(
    problems: Sequence[Problem], choice_problems: Sequence[Problem], values: Value, template: Template
) -> Iterator[Problem]:
    """The problems without those of lists that are too short, if an item of the list is reported itself."""
    reported = {problem.place for problem in choice_problems if problem.path is None}
    lists = [value_at(values, [name]) for name in template.manifest.lists]
    wrong = {
        each.place
        for each in lists
        if each is not None and isinstance(each.content, list) and any(item.place in reported for item in each.content)
    }
    yield from (each for each in problems if each.code != "list-length" or each.place not in wrong)


def part_file(context: UnitContext, list_name: str, name: str) -> TemplateFile:
    """The file of the unit's wording of a part. Raises KeyError if there is none, SpeechgenError if unreadable."""
    template, wordings = context.template, context.wordings
    if template is None or wordings is None:
        raise KeyError(name)
    first = template.parts[list_name][name]
    return template.folder.read(wordings.file(first.name)) or first
