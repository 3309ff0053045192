"""What rules of words, marks and characters report in Chinese: no English is left in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from speechgen.checks.rules import RULES
from speechgen.messages import ENGLISH, choose

from ..messages.english import english_in
from .rules import findings

CODES = ("placeholder", "rare-character", "repeat", "punctuation", "markup", "fixed-phrase", "variant")


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh-CN")
    yield
    choose(ENGLISH)


@pytest.mark.parametrize("code", CODES)
def test_no_english_is_left_in_what_a_rule_reports(chinese: None, code: str) -> None:
    rule = RULES[code]
    found = [each for example in rule.examples("Finds") for each in findings(code, example, rule.facts)]
    assert found
    said = [words for each in found for words in (each.message, each.fix or "")]
    assert [words for words in said if english_in(words)] == []


def test_a_sentence_that_was_read_in_english_is_reported_in_chinese(chinese: None) -> None:
    sentence = "各支部要把学习教育与与推动工作结合起来，一项一项抓好落实，做到件件有回音、事事有着落，让群众满意。"
    choose(ENGLISH)
    assert [each.message for each in findings("repeat", sentence)] == ["与 is repeated"]
    choose("zh-CN")
    assert [each.message for each in findings("repeat", sentence)] == ["与重复了"]
