"""Run the rules on a speech and turn their findings into located problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from speechgen.checks.places import problem_of
from speechgen.checks.rule import Draft
from speechgen.checks.rules import COMPARISONS, IN_VALUES
from speechgen.checks.settings import Settings
from speechgen.model import Problem

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.model import Speech


def run_rules(
    speech: Speech,
    facts: Facts,
    settings: Settings | None = None,
    *,
    draft: Draft | None = None,
    read_back: Callable[[], Speech] | None = None,
    names: Sequence[str] = (),
) -> list[Problem]:
    """All problems that the rules find in a speech.

    `read_back` returns a rendered speech as read back from its written file, to locate problems there; it is called
    only if there are findings in the speech. An edited speech has its places already. `names` are matched against
    `paths:` in the settings. `draft` is the speech as a draft, if there is one. With `facts.comparison`, only the rules
    that compare speeches are run.
    """
    settings = settings or Settings()
    draft = draft or Draft(speech)
    facts = _with_settings(facts, settings, speech.language)
    problems = []
    in_file: Draft | None = None
    for rule, severity in settings.rules(*names):
        find = COMPARISONS.get(rule.code) if facts.comparison else rule.find
        if find is None or not rule.is_for(speech.language):
            continue
        for finding in find(draft, facts):
            if in_file is None and finding.place is None:
                in_file = Draft(read_back()) if read_back else draft
            problems.append(
                problem_of(rule, finding, severity, draft, in_file or draft, facts, is_rendered=read_back is not None)
            )
    return problems


def _with_settings(facts: Facts, settings: Settings, language: str) -> Facts:
    """The facts with what rules know from the settings; the same object, which keeps what it computes, if nothing."""
    rate = settings.rate.get(language)
    campaigns, sessions, phrases = settings.campaigns, settings.sessions, settings.phrases
    if (rate, campaigns, sessions, phrases) == (facts.rate, facts.campaigns, facts.sessions, facts.phrases):
        return facts
    return facts._replace(rate=rate, campaigns=campaigns, sessions=sessions, phrases=phrases)


def check_values(
    facts: Facts, settings: Settings | None = None, *, language: str, names: Sequence[str] = ()
) -> list[Problem]:
    """All problems that the rules find in the values of a unit file; no speech is needed.

    `names` are matched against `paths:` in the settings.
    """
    problems = []
    for rule, severity in (settings or Settings()).rules(*names):
        find = IN_VALUES.get(rule.code)
        for finding in find(facts, language) if find is not None and rule.is_for(language) else ():
            if finding.place is not None:
                level = severity or finding.severity or rule.severity
                problems.append(Problem(finding.place, rule.code, finding.message, finding.fix, level))
    return problems
