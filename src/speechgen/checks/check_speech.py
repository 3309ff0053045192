"""The Python API for checking one speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts, unit_facts
from speechgen.checks.run import run_rules
from speechgen.checks.settings import read_settings
from speechgen.model import SpeechgenError
from speechgen.reading import value_at
from speechgen.template import load_template
from speechgen.workspace import Unit, unit_context

if TYPE_CHECKING:
    from speechgen.model import Problem, Speech


def check(speech: Speech, unit: Unit | None = None) -> list[Problem]:
    """The problems that the rules find in a speech; with `unit`, it is also checked against the unit file.

    Problems are located in the file that the speech was read from; those of a rendered speech, in its template. Raises
    SpeechgenError if the unit's template or its workspace's settings cannot be read.
    """
    if unit is None:
        return run_rules(speech, Facts())
    is_named = value_at(unit.own, ["template"]) is not None or (unit.workspace and unit.workspace.template)
    template = None
    if is_named:
        name, base = unit.template
        template = load_template(name, workspace=unit.workspace.root if unit.workspace else None, base=base)
    settings, problems = read_settings(unit.workspace.check if unit.workspace else None)
    if problems:
        raise SpeechgenError(problems)
    return run_rules(speech, unit_facts(unit_context(unit, template)), settings)
