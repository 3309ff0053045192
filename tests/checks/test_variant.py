"""variant: a phrase that is said three times, and once almost so."""

from __future__ import annotations

import pytest

from speechgen.checks.facts import Facts
from speechgen.checks.rules import RULES

from .rules import draft, findings, found

CODE = "variant"


@pytest.mark.parametrize(
    ("said", "other", "reported"),
    [
        ("打造全国知名的康养胜地", "打造国内知名的康养胜地", "打造国内知名的康养胜地"),
        ("开展清廉机关创建活动", "开展清廉机关创优活动", "开展清廉机关创优活动"),
        ("奋力开创清江高水平发展的新局面", "奋力开创清江高质量发展的新局面", "奋力开创清江高质量发展"),
        ("召开清江建设总结大会", "召开清江建设总结会议", "召开清江建设总结会议"),
        ("深入开展创先争优活动", "深入开展争先创优活动", "深入开展争先创优活动"),
        ("推进清江机关党支部共建", "推进清江机关党支部共健", "推进清江机关党支部共健"),
    ],
)
def test_a_phrase_in_another_form_is_a_warning(said: str, other: str, reported: str) -> None:
    text = f"我们{said}。¶各县{said}，有成效。¶今年{said}。¶下一步，还要{other}，抓紧抓好。"
    assert [each for each in found(CODE, text) if reported in each or each in reported]
    assert {each.severity or RULES[CODE].severity for each in findings(CODE, text)} == {"warning"}
    assert [each.replacement for each in findings(CODE, text)] == [None] * len(findings(CODE, text))


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("召开全省经济工作会议", "召开全市经济工作会议"),
        ("完成第一季度建设任务", "完成第二季度建设任务"),
        ("规模以上工业发展很快", "规模以上企业发展很快"),
        ("一般公共预算收入增长", "一般公共预算支出增长"),
        ("抓好项目建设和管理工作", "抓好项目建设与管理工作"),
    ],
)
def test_another_thing_is_not_reported(said: str, other: str) -> None:
    text = f"我们{said}。¶各县{said}。¶今年{said}。¶下一步，{other}。"
    assert found(CODE, text) == []


def test_twice_is_not_enough_and_two_other_forms_are_none() -> None:
    assert found(CODE, "清廉机关创建活动好。清廉机关创建活动多。清廉机关创优活动好。") == []
    text = "清廉机关创建活动好。" * 3 + "清廉机关创优活动好。清廉机关创新活动好。"
    assert found(CODE, text) == []


def test_names_and_wrong_forms_of_set_phrases_are_left_to_other_rules() -> None:
    text = "清江市水务局来了。清江市水务局好。清江市水务局在。清江市水雾局也来了。"
    assert found(CODE, text, "mentions: [清江市水雾局]") == []
    text = "我们要立说立行抓整改。大家立说立行抓整改。都立说立行抓整改。他们立说力行抓整改。"
    assert found(CODE, text) == []
    assert found("fixed-phrase", text) == ["立说力行"]


def test_a_text_without_repeated_phrases_has_none() -> None:
    assert list(RULES[CODE].find(draft("今天开会。大家都来。"), Facts())) == []
