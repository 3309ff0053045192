"""Another unit's names, head or leading body in the values of a unit file, whether or not the speech prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Finding
from speechgen.messages import marked, translated

if TYPE_CHECKING:
    from speechgen.checks.rules.names.foreign_words import Foreign


def foreign_values(facts: Facts, language: str) -> Iterator[Finding]:
    """The findings, each at its value; one for each value and kind of word."""
    if facts.others is None:
        return
    from speechgen.checks.rules.names.foreign_words import foreign_words  # only where there are other units

    reported: set[tuple[str, str]] = set()
    found = list(foreign_words(facts))
    bodies = [each for each in found if each.kind == "leading body"]
    for each in found:
        is_in_body = each.kind == "name" and any(_overlap(each, body) for body in bodies)  # 石桥镇 in 石桥镇党委
        if (each.given.path, each.kind) not in reported and not is_in_body:
            reported.add((each.given.path, each.kind))
            yield _finding(each)


def _overlap(one: Foreign, other: Foreign) -> bool:
    return one.given.path == other.given.path and one.start < other.end and other.start < one.end


_MESSAGES = {
    "name": marked("{words} is another unit ({file})"),
    "head": marked("{words} is the head of another unit ({file})"),
    "leading body": marked("{words} is the leading body of another unit ({file})"),
}
_FIXES = {
    "name": marked("write this unit's; if the other is meant, add it to mentions in the unit file"),
    "head": marked(
        "write the name that belongs here; if this person is meant, add the name to people in the unit file"
    ),
    "leading body": marked("write this unit's; if the other is meant, add it to mentions in the unit file"),
}


def _finding(foreign: Foreign) -> Finding:
    from speechgen.checks.rules.names.own_words import is_own_name

    given, start, end, kind, file, severity = foreign
    message = translated(_MESSAGES[kind], words=given.words[start:end], file=file)
    fix = translated("write the unit's own name") if is_own_name(given.path) else translated(_FIXES[kind])
    return Finding(0, 0, message, fix, severity=severity, place=given.place)
