"""What the review page shows beside a speech: its unit's values, what the rules found, how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.length import spoken
from speechgen.checks.settings import read_settings
from speechgen.explain import explain
from speechgen.formats import Notes
from speechgen.schema import property_at
from speechgen.unsaid import never_said

if TYPE_CHECKING:
    from speechgen.review import Review
    from speechgen.schema import JsonSchema
    from speechgen.speech import Speech
    from speechgen.template import Template
    from speechgen.workspace import Unit


_EVERY_UNIT_HAS = ("unit", "dates", "metrics")  # groups whose own titles tell nothing


def notes(unit: Unit, template: Template, speech: Speech, review: Review | None) -> Notes:
    """The notes to a unit's speech. `review` is None where the rules were not asked."""
    settings, _ = read_settings(unit.workspace.check if unit.workspace else None)
    values = tuple(explain(unit.layers(template), unit.values(template), speech))
    titles = {each.path: _title(template.schema.document, each.path) for each in values}
    return Notes(
        unit=unit.shown,
        values=values,
        titles={path: title for path, title in titles.items() if title},
        unsaid=review.unsaid if review else tuple(never_said(template, unit, speech)),
        problems=(*review.problems, *review.beside) if review else None,
        spoken=spoken(speech, settings.rate[speech.language]),
    )


def _title(document: JsonSchema, path: str) -> str:
    """What the template calls a value, after what it calls the values that it is part of: 督导组 · 讲话的人 · 姓名."""
    steps = path.split(".")
    first = 1 if steps[0] in _EVERY_UNIT_HAS else 0
    above = [property_at(document, ".".join(steps[: number + 1])).get("title") for number in range(first, len(steps))]
    return " · ".join(str(title) for title in above if title)
