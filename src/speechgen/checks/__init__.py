"""The rules of `speechgen check`. A rule is a function with its manual page, in the module of its family.

To add one: write it, and name it in `RULES`. The list, the explanation, the settings' schema, and the README's table
come from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.checks.alike import alike, same_metrics
from speechgen.checks.characters.rare_character import rare_character
from speechgen.checks.days.date import date
from speechgen.checks.facts import Facts, Given, facts_of
from speechgen.checks.figures.figure import figure
from speechgen.checks.length import length
from speechgen.checks.lists.count import count
from speechgen.checks.lists.ordinal import ordinal
from speechgen.checks.names.foreign_unit import foreign_unit
from speechgen.checks.names.level import level
from speechgen.checks.names.name_post import name_post
from speechgen.checks.names.near_name import near_name
from speechgen.checks.names.own_name import own_name
from speechgen.checks.placeholders.placeholder import placeholder
from speechgen.checks.punctuation.punctuation import punctuation
from speechgen.checks.repeats.repeat import repeat
from speechgen.checks.rule import Draft, Find, Finding, Rule
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
