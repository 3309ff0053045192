"""The rules of `speechgen check`. A rule is a function with its manual page, in the module of its family.

To add one: write it, and name it in `RULES`. The list, the explanation, the settings' schema, and the README's table
come from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.checks.alike import alike
from speechgen.checks.facts import Facts, Given, facts_of
from speechgen.checks.placeholders import placeholder
from speechgen.checks.rule import Draft, Finding, Rule
from speechgen.checks.unused import unused

__all__ = ["RULES", "Draft", "Facts", "Finding", "Given", "Rule", "facts_of"]

# By code, in the order in which the README has them.
RULES: Mapping[str, Rule] = {each.code: each for each in (placeholder, unused, alike)}
