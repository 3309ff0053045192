"""Rules of other installed packages: their entry points in the group `speechgen.rules`.

An entry point's name is the rule's code, its value what the decorator `rule` returns. Such a rule runs where the
settings name it, and only then is it looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from speechgen.checks.rule import Draft, Finding, Rule
from speechgen.checks.rules.table import RULES
from speechgen.model import failed, load, not_loaded, offered

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts

GROUP = "speechgen.rules"


def installed_codes() -> tuple[str, ...]:
    """The codes of the rules that other installed packages offer."""
    return tuple(code for code in offered(GROUP) if code not in RULES)


def codes_for(asked: Iterable[str]) -> tuple[str, ...]:
    """The codes of the program's rules, and those of other packages too if it lacks one that is asked for."""
    return tuple(RULES) if RULES.keys() >= set(asked) else (*RULES, *installed_codes())


@cache
def _installed(code: str) -> Rule | None:
    point = offered(GROUP).get(code)
    if point is None:
        return None
    found = load("rule", point)
    if not isinstance(found, Rule):
        raise not_loaded("rule", point, "it is not a rule: decorate it with speechgen.checks.rule.rule")
    if found.code != code:
        raise not_loaded("rule", point, f"its own code is {found.code}")

    def find(draft: Draft, facts: Facts) -> Iterator[Finding]:
        try:
            yield from found.find(draft, facts)
        except Exception as error:  # the package's code
            raise failed("rule", point, error) from error

    return found._replace(find=find)


def rule_named(code: str) -> Rule | None:
    """The rule with this code; None if there is none. Raises SpeechgenError if a package's cannot be loaded."""
    return RULES.get(code) or _installed(code)
