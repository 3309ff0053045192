"""The table of rules. To add one, write its module and its line in `RULES`, or install a package that offers it.

The list of rules, their explanations, the settings' schema and the README's table are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.checks.rule import Find, FindInValues, Rule
from speechgen.checks.rules.alike import alike, same_metrics
from speechgen.checks.rules.characters.rare_character import rare_character
from speechgen.checks.rules.days.date import date
from speechgen.checks.rules.figures.figure import figure
from speechgen.checks.rules.length import length
from speechgen.checks.rules.lists.count import count
from speechgen.checks.rules.lists.ordinal import ordinal
from speechgen.checks.rules.markup import markup, markup_in_values
from speechgen.checks.rules.names.foreign_unit import foreign_unit
from speechgen.checks.rules.names.foreign_values import foreign_values
from speechgen.checks.rules.names.level import level
from speechgen.checks.rules.names.level_values import level_values
from speechgen.checks.rules.names.name_post import name_post
from speechgen.checks.rules.names.near_name import near_name
from speechgen.checks.rules.names.near_values import near_values
from speechgen.checks.rules.names.own_name import own_name
from speechgen.checks.rules.phrases.fixed_phrase import fixed_phrase
from speechgen.checks.rules.phrases.variant import variant
from speechgen.checks.rules.placeholders.placeholder import placeholder
from speechgen.checks.rules.punctuation.punctuation import punctuation
from speechgen.checks.rules.repeats.repeat import repeat
from speechgen.checks.rules.unused import unused

# By code, in the order of the README.
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
        fixed_phrase,
        variant,
        repeat,
        punctuation,
        markup,
        unused,
        length,
        rare_character,
        alike,
    )
}

# The checks that need a comparison with other speeches, by the code that their problems have.
COMPARISONS: Mapping[str, Find] = {"alike": alike.find, "figure": same_metrics}

# The checks of the values of a unit file, which need no speech, by the code that their problems have.
IN_VALUES: Mapping[str, FindInValues] = {
    "foreign-unit": foreign_values,
    "level": level_values,
    "markup": markup_in_values,
    "near-name": near_values,
}
