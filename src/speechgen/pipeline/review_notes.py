"""What the review page shows with a speech: its unit's values, what the rules found, how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks import read_settings, spoken, unused_values
from speechgen.formats import Notes
from speechgen.reading import property_at
from speechgen.rendering import explain

if TYPE_CHECKING:
    from speechgen.checks import Checked
    from speechgen.model import Speech
    from speechgen.reading import JsonSchema
    from speechgen.workspace import UnitContext


_EVERY_UNIT_HAS = ("unit", "dates", "metrics")  # groups whose own titles tell nothing


def review_notes(context: UnitContext, speech: Speech, checked: Checked | None) -> Notes:
    """The notes to a unit's speech. `checked` is None where the rules were not asked."""
    unit, template = context.unit, context.template
    assert template is not None  # noqa: S101 - it has been rendered
    settings, _ = read_settings(unit.workspace.check if unit.workspace else None)
    values = tuple(explain(context, speech))
    titles = {each.path: _title(template.schema.document, each.path) for each in values}
    return Notes(
        unit=unit.shown,
        values=values,
        titles={path: title for path, title in titles.items() if title},
        unused_values=checked.unused if checked else tuple(unused_values(context, speech)),
        problems=checked.problems if checked else None,
        spoken=spoken(speech, settings.rate[speech.language]),
    )


def _title(document: JsonSchema, path: str) -> str:
    """What the template calls a value, after what it calls the values that it is part of: 督导组 · 讲话的人 · 姓名."""
    steps = path.split(".")
    first = 1 if steps[0] in _EVERY_UNIT_HAS else 0
    above = [property_at(document, ".".join(steps[: number + 1])).get("title") for number in range(first, len(steps))]
    return " · ".join(str(title) for title in above if title)
