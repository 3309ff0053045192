"""What a review page shows with a speech: the unit's values, the problems found, the reading time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks import read_settings, spoken, unused_values
from speechgen.formats import Notes
from speechgen.reading import paths_above, property_at
from speechgen.rendering import explain

if TYPE_CHECKING:
    from speechgen.checks import Checked
    from speechgen.model import Speech
    from speechgen.reading import JsonSchema
    from speechgen.workspace import UnitContext


_COMMON_GROUPS = ("unit", "dates", "metrics")  # whose titles are left out, as every unit has them


def review_notes(context: UnitContext, speech: Speech, checked: Checked | None) -> Notes:
    """The notes for a unit's speech. `checked` is None without rules."""
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
        spoken=spoken(speech, settings.rate.get(speech.language)),
    )


def _title(document: JsonSchema, path: str) -> str:
    """The title of a value, after the titles of the groups that contain it: 督导组 · 讲话的人 · 姓名."""
    groups = [each for each in paths_above(path, ".") if each not in _COMMON_GROUPS]
    titles = [property_at(document, each).get("title") for each in (*groups, path)]
    return " · ".join(str(title) for title in titles if title)
