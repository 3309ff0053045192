"""Values and parts of a unit file that its speech never says."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.model import Severity


@rule("unused", severity="warning", languages=EVERY_LANGUAGE)
def unused(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A value in the unit file that the speech never says, or a chosen part that the template prints nowhere.

    Somebody took the trouble to write it down and expects to hear it; most often the part that would say it is not
    chosen. What describes the unit whatever its speech says (`unit`, `organisers`, …) is a hint, a metric, a date or a
    part a warning. Values that are there for rules alone (`aliases`, `subordinates`, `mentions`, `people`, `minutes`),
    switches, and values that a template only computes with are left alone. For unit files only: what a finished speech
    leaves out was left out on purpose.

    Finds, in the unit file: `metrics: {households: 468}`, where no chosen part speaks of households.

    Leaves alone: `metrics: {letters: 2413}`, which the speech says as 2400余份.
    """
    for given in facts.unused:
        words = f" ({given.words})" if given.words else ""
        fix = "choose a part that says it, or delete it"
        message = f"{given.path}{words} is in the file, and the speech never says it"
        severity: Severity | None = (
            None if given.path.startswith(("metrics.", "dates.")) or "[" in given.path else "hint"
        )
        yield Finding(0, 0, message, fix, severity=severity, place=given.place)
