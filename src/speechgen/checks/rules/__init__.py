"""The rules of `speechgen check`. A rule is a function whose docstring is its manual page, in a package by topic.

They import what a rule gets from the engine (`checks/rule.py`, `checks/facts.py` and what facts consist of), and
nothing that runs rules.
"""

from __future__ import annotations

from speechgen.checks.rule import Rule
from speechgen.checks.rules.installed import codes_for, installed_codes, rule_named
from speechgen.checks.rules.table import COMPARISONS, IN_VALUES, RULES

__all__ = ["COMPARISONS", "IN_VALUES", "RULES", "Rule", "codes_for", "installed_codes", "rule_named"]
