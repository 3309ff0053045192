"""Brackets that are left over in a value: `name: 市水利局}` after the rest of `{name: 市水利局}` was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import Problem
from speechgen.workspace.scalars import scalars

if TYPE_CHECKING:
    from speechgen.reading import Value
    from speechgen.workspace.unit import Unit

_PAIRS = (("{", "}"), ("[", "]"))


def stray_bracket_problems(unit: Unit) -> Iterator[Problem]:
    """The warnings about brackets without a partner in the unit file's values; quotes say that one is meant."""
    if any(unit.text.count(opening) != unit.text.count(closing) for opening, closing in _PAIRS):
        for value in scalars(unit.own):
            if value.plain and isinstance(value.content, str):
                yield from _in(value, value.content)


def _in(value: Value, text: str) -> Iterator[Problem]:
    for opening, closing in _PAIRS:
        if text.count(opening) == text.count(closing):
            continue
        sign, partner = (opening, closing) if text.count(opening) > text.count(closing) else (closing, opening)
        column = value.column + (text.rindex(sign) if sign == closing else text.index(sign))
        message = translated("the value has a {sign} without a {partner}", sign=sign, partner=partner)
        fix = translated("delete it, or put the value in quotes if it belongs there")
        yield Problem(value.place._replace(column=column), "stray-bracket", message, fix, "warning")
