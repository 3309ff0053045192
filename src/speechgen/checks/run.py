"""Runs the rules over a speech: each finding becomes a problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from speechgen.checks.places import problem_of
from speechgen.checks.rule import Draft
from speechgen.checks.rules import COMPARISONS
from speechgen.checks.settings import Settings

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.model import Problem, Speech


def run_rules(
    speech: Speech,
    facts: Facts,
    settings: Settings | None = None,
    *,
    written: Callable[[], Speech] | None = None,
    names: Sequence[str] = (),
) -> list[Problem]:
    """Every problem that the rules find in a speech.

    `written` gives a rendered speech as it is in its file, read back, so that problems have their places there; an
    edited speech knows its places itself. `names` are the names of its files for the settings' `paths`. With
    `facts.comparison` only the rules that compare speeches are asked.
    """
    settings = settings or Settings()
    draft = Draft(speech)
    facts = replace(facts, rate=settings.rate.get(speech.language))
    problems = []
    in_file: Speech | None = None
    for rule, severity in settings.rules(*names).items():
        find = COMPARISONS.get(rule.code) if facts.comparison else rule.find
        if find is None or speech.language not in rule.languages:
            continue
        for finding in find(draft, facts):
            if in_file is None:
                in_file = written() if written else speech
            problems.append(problem_of(rule, finding, severity, draft, in_file, facts, is_rendered=written is not None))
    return problems
