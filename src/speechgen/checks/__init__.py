"""The rules of `speechgen check`. A rule is a function with its manual page, in the module of its family.

To add one: write it, and name it in `RULES`. The list, the explanation, the settings' schema, and the README's table
come from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.checks.alike import alike, same_metrics
from speechgen.checks.characters import rare_character
from speechgen.checks.counts import count
from speechgen.checks.days import date
from speechgen.checks.facts import Facts, Given, facts_of
from speechgen.checks.figures import figure
from speechgen.checks.length import length
from speechgen.checks.level import level
from speechgen.checks.ordinals import ordinal
from speechgen.checks.names import own_name
from speechgen.checks.near import near_name
from speechgen.checks.people import name_post
from speechgen.checks.placeholders import placeholder
from speechgen.checks.punctuation import punctuation
from speechgen.checks.repeats import repeat
from speechgen.checks.rule import Draft, Find, Finding, Rule
from speechgen.checks.units import foreign_unit
from speechgen.checks.unused import unused

__all__ = ["BESIDE", "RULES", "Draft", "Facts", "Finding", "Given", "Rule", "facts_of"]

# By code, in the order in which the README has them.
RULES: Mapping[str, Rule] = {
    each.code: each
    for each in (
        placeholder,
        foreign_unit,
        level,
        own_name,
        near_name,
        name_post,
        count,
        ordinal,
        figure,
        date,
        repeat,
        punctuation,
        unused,
        length,
        rare_character,
        alike,
    )
}

# What is asked of a speech once more, when it is known what is near to it; by the code that it is told under.
BESIDE: Mapping[str, Find] = {"alike": alike.find, "figure": same_metrics}
