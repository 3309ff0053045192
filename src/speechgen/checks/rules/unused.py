"""Values and parts of a unit file that its speech does not use."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.messages import translated
from speechgen.model import Severity
from speechgen.reading import path_for_people


@rule("unused", severity="warning", languages=EVERY_LANGUAGE)
def unused(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A value in the unit file that the speech does not use, or a chosen part that the template does not print.

    Whoever entered the value expects it in the speech; usually the part that uses it is not chosen. A metric, a date or
    a part is a warning; a value that describes the unit in general (`unit`, `organisers`, …) is a hint. Left alone are
    values that rules use (`aliases`, `subordinates`, `mentions`, `people`, `minutes`, the day of the meeting),
    switches, and values that a template only computes with. Edited speeches are not checked: what they leave out was
    left out on purpose.

    Finds, in the unit file: `metrics: {households: 468}`, if no chosen part uses `households`.

    Leaves alone: `metrics: {letters: 2413}`, which the speech renders as 2400余份.
    """
    for given in facts.unused:
        fix = translated("choose a part that uses it, or delete it")
        path = path_for_people(given.path)
        message = (
            translated(
                "{path} ({words}) is in the unit file, but the speech does not use it", path=path, words=given.words
            )
            if given.words
            else translated("{path} is in the unit file, but the speech does not use it", path=path)
        )
        severity: Severity | None = (
            None if given.path.startswith(("metrics.", "dates.")) or "[" in given.path else "hint"
        )
        yield Finding(0, 0, message, fix, severity=severity, place=given.place)
