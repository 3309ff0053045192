"""The words of the review page and of preview's pages. English unless a language has its own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechgen.model import Severity, Spoken


class Labels(NamedTuple):
    """The words of a page. `rules` are names for the rules, where their codes are not words of the language."""

    review: str = "Review"
    to_speech: str = "Speech"
    to_problems: str = "Problems"
    to_values: str = "Values"
    all_units: str = "All units"
    clean: str = "Speech only"
    whole: str = "Back to review"
    changed: str = "changed by a person (speechgen check looks at it):"
    problems: str = "Problems"
    no_problems: str = "No problems."
    not_checked: str = "Not checked (--no-check)."
    values: str = "Values"
    value: str = "Value"
    words: str = "In the file"
    said: str = "Said"
    unsaid: str = "never said"
    overrode: str = "instead of"
    in_file: str = "In the file"
    template_line: str = "Template"
    fix: str = "What to do"
    here: str = "see it"
    amount: str = "{amount} words, "
    minutes: str = "some {minutes} minutes"
    length_heading: str = "Length"
    unit: str = "Unit"
    problem_count: str = "Problems"
    state: str = "State"
    alike: str = "Likeness to another speech"
    broken: str = "This unit has no speech yet"
    follows: str = "This page follows the files as they change"
    reading: str = "Reading the units…"
    lost: str = "The preview has stopped: this page no longer follows the files"
    missing: str = "There is no such unit"
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
        amount, minutes = self.amount.format(amount=f"{spoken.amount:,}"), self.in_minutes(spoken)
        return f"{amount}{minutes} ({_whole(spoken.quickest)}–{_whole(spoken.slowest)})"

    def in_minutes(self, spoken: Spoken) -> str:
        """The minutes that a speech takes at the usual rate."""
        return self.minutes.format(minutes=_whole(spoken.minutes))


def _whole(minutes: Decimal) -> Decimal:
    return minutes.quantize(Decimal(1), ROUND_HALF_UP)
