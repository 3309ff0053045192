"""Similar speeches, and identical metrics, across units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts


@rule("alike", languages=EVERY_LANGUAGE)
def alike(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """Speeches of two units with too much text in common.

    The template's own text does not count: of a generated speech only the text from its unit file is compared, of an
    edited speech only what is not in the template. The limit is `share:` under `check:` in speechgen.yaml, 0.6 by
    default. Speeches of one template usually have about 0.3 in common, copies 0.95. All speeches of one run are
    compared: those of the whole workspace, or those named on the command line.

    Finds: a unit file that was copied from another one, with only the name and a few figures changed.

    Leaves alone: two units with the same parts, each with its own points and figures.
    """
    similar = facts.comparison.alike if facts.comparison else None
    if similar is not None:
        at = max(draft.text.find(similar.passage.split("\n")[0]), 0)
        passage = similar.passage if len(similar.passage) <= 40 else f"{similar.passage[:24]}…{similar.passage[-12:]}"
        message = (
            f"{similar.share:.0%} of the text, without the template's, is the same as in {similar.other}; "
            f"the longest passage in common has {len(similar.passage)} characters: {passage}"
        )
        yield Finding(at, at + len(similar.passage), message, "rewrite the points and figures for this unit")


def same_metrics(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """All metrics of the unit file equal those of another: it was probably copied without changing them."""
    if facts.comparison and facts.comparison.same_metrics and facts.metrics:
        message = f"all metrics are equal to those of {facts.comparison.same_metrics}"
        yield Finding(0, 0, message, "if the file was copied, enter this unit's figures", place=facts.metrics[0].place)
