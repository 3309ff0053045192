"""Every rule's manual page: its examples are reported, left alone and fixed as stated."""

from __future__ import annotations

import pytest

from speechgen.checks.rules import RULES

from .rules import findings, fixed, found

# These need a unit file or other speeches, so their examples cannot be run; see test_unused.py and test_alike.py.
WITHOUT_EXAMPLES = ("unused", "alike")
WITH_EXAMPLES = [code for code in RULES if code not in WITHOUT_EXAMPLES]
FINDS, LEAVES_ALONE, FIXES = (
    [(code, example) for code in WITH_EXAMPLES for example in RULES[code].examples(section)]
    for section in ("Finds", "Leaves alone", "Fixes")
)


def test_every_rule_has_examples_that_are_run() -> None:
    assert set(WITHOUT_EXAMPLES) < set(RULES)
    assert {code for code, _ in FINDS} == {code for code, _ in LEAVES_ALONE} == set(RULES) - set(WITHOUT_EXAMPLES)
    assert {code for code, _ in FIXES} == {code for code, rule in RULES.items() if "Fixes:" in rule.page}


@pytest.mark.parametrize(("code", "example"), FINDS)
def test_the_examples_under_finds_are_reported(code: str, example: str) -> None:
    assert found(code, example, RULES[code].facts)


@pytest.mark.parametrize(("code", "example"), LEAVES_ALONE)
def test_the_examples_under_leaves_alone_are_not_reported(code: str, example: str) -> None:
    assert found(code, example, RULES[code].facts) == []


@pytest.mark.parametrize(("code", "example"), FIXES)
def test_the_examples_under_fixes_are_fixed(code: str, example: str) -> None:
    before, after = example.split(" → ")
    assert fixed(code, before, RULES[code].facts) == after
    assert not [each for each in findings(code, after, RULES[code].facts) if each.replacement is not None]


@pytest.mark.parametrize("code", RULES)
def test_a_page_has_a_summary_and_a_paragraph(code: str) -> None:
    summary, blank, paragraph = RULES[code].page.split("\n")[:3]
    assert summary.endswith(".")
    assert blank == ""
    assert len(paragraph) > 20
