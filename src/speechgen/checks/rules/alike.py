"""Speeches of two units that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts


@rule("alike", languages=EVERY_LANGUAGE)
def alike(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Two units' speeches are nearer to one another than the set share.

    The template's own words are left out of the count: of a generated speech only the words from its unit file are
    compared, of a finished one what its template does not say. The share is `share:` under `check:` in speechgen.yaml,
    0.6 by default: speeches of one template have some 0.3 in common, copies 0.95. The speeches of one run are compared:
    of the whole workspace, or of the files that are named.

    Finds: a unit file that was copied from another one, with the name and a few figures changed.

    Leaves alone: two units with the same parts, each with points and figures of its own.
    """
    near = facts.comparison.alike if facts.comparison else None
    if near is not None:
        at = max(draft.text.find(near.passage.split("\n")[0]), 0)
        passage = near.passage if len(near.passage) <= 40 else f"{near.passage[:24]}…{near.passage[-12:]}"
        message = (
            f"{near.share:.0%} of its own words are those of {near.other}; "
            f"the longest passage in common has {len(near.passage)} characters: {passage}"
        )
        yield Finding(at, at + len(near.passage), message, "write each unit's points and figures for itself")


def same_metrics(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """All figures of the unit file are those of another one: most likely it was copied, and they were left."""
    if facts.comparison and facts.comparison.same_metrics and facts.metrics:
        message = f"all metrics are equal to those of {facts.comparison.same_metrics}"
        yield Finding(0, 0, message, "correct them, if the file was copied", place=facts.metrics[0].place)
