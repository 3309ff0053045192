"""The problems of each rule for the examples on its manual page, as text files in `tests/goldens/rules/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from speechgen.checks.rule import Rule
from speechgen.checks.rules import RULES

from .rules import draft, findings, fixed
from .test_manual_pages import WITH_EXAMPLES


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_the_problems_of_a_rule_for_its_examples(code: str, golden: Callable[[str, str], None]) -> None:
    golden(f"rules/{code}.txt", "\n".join(_lines(RULES[code])) + "\n")


def _lines(rule: Rule) -> Iterator[str]:
    for example in [*rule.examples("Finds"), *rule.examples("Leaves alone")]:
        yield example
        text = draft(example.replace("¶", "\n")).text
        for found in findings(rule.code, example, rule.facts):
            fix = f"; {found.fix}" if found.fix else ""
            yield f"    {found.severity or rule.severity} {text[found.start : found.end]}: {found.message}{fix}"
    for example in rule.examples("Fixes"):
        before = example.split(" → ")[0]
        yield f"{before}\n    → {fixed(rule.code, before, rule.facts)}"
