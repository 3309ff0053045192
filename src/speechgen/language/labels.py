"""The texts of the review page and of preview's pages; English by default."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechgen.model import Severity, Spoken


class Labels(NamedTuple):
    """The texts of a page. `rules` are the names of rules by code, in languages other than English."""

    review: str = "Review"
    to_speech: str = "Speech"
    to_problems: str = "Problems"
    to_values: str = "Values"
    all_units: str = "All units"
    clean: str = "Speech only"
    whole: str = "Back to review"
    changed: str = "edited by hand (checked by speechgen check):"
    problems: str = "Problems"
    no_problems: str = "No problems."
    not_checked: str = "Not checked (--no-check)."
    values: str = "Values"
    value: str = "Value"
    words: str = "In the file"
    used: str = "Used"
    unused: str = "unused"
    overrode: str = "instead of"
    in_file: str = "In the file"
    template_line: str = "Template"
    fix: str = "What to do"
    here: str = "show"
    amount: str = "{amount} words, "
    minutes: str = "about {minutes} minutes"
    thousands: str = ","
    length_heading: str = "Length"
    unit: str = "Unit"
    problem_count: str = "Problems"
    state: str = "State"
    alike: str = "Similarity to another speech"
    broken: str = "This unit has no speech yet"
    follows: str = "This page is updated when files change"
    reading: str = "Reading the units…"
    lost: str = "The preview has stopped; this page is no longer updated"
    missing: str = "Unit not found"
    layers: Mapping[str, str] = {"unit": "unit file", "workspace": "workspace", "template": "template default"}
    severities: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "hint"}
    states: Mapping[str, str] = {
        "ready": "ready",
        "warnings": "has warnings",
        "errors": "has errors",
        "broken": "no speech",
    }
    rules: Mapping[str, str] = {}

    def length(self, spoken: Spoken) -> str:
        """How long a speech is: `2,421字，约13分钟（12—16）`."""
        figure = f"{spoken.amount:,}".replace(",", self.thousands)
        amount, minutes = self.amount.format(amount=figure), self.in_minutes(spoken)
        return f"{amount}{minutes} ({_whole(spoken.quickest)}–{_whole(spoken.slowest)})"

    def in_minutes(self, spoken: Spoken) -> str:
        """The minutes that a speech takes at the usual rate."""
        return self.minutes.format(minutes=_whole(spoken.minutes))


def _whole(minutes: Decimal) -> Decimal:
    return minutes.quantize(Decimal(1), ROUND_HALF_UP)
