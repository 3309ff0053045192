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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "参观了楚王含光剑。¶楚王含光剑闻名于世。¶大家围着楚王含光剑细看。¶讲解员介绍楚王含洸剑，引人入胜。",
            "楚王含洸剑",
        ),
        ("参观了楚王含光剑。¶楚王含光剑闻名于世。¶大家看着楚王含光剑。¶千年不锈的吴王含光剑，引人入胜。", "吴王含光剑"),
        ("深入开展创先争优活动。¶以创先争优为动力。¶创先争优，重在行动。¶教书育人、创先创优、树立榜样。", "创先创优"),
        ("安全生产工作很重要。" * 8 + "公司的安全施工工作有进步。", "安全施工工作"),
        ("评估专家组来了。评估专家组座谈。评估专家组反馈。他说，评估检查组严格按照标准办事。", "评估检查组"),
        ("作为清江毕业研究生，合格的清江毕业研究生，优秀的清江毕业研究生。你们是清江应届研究生。", "清江应届研究生"),
        (
            "推进医药购销专项治理。¶医药购销专项治理的成效。¶抓好医药购销专项治理。¶推动医药购销专项行动向纵深发展。",
            "医药购销专项行动",
        ),
        ("“广场上的读书课”开讲。¶参加“广场上的读书课”。¶这次“球场上的读书课”很好。", "球场上的读书课"),
    ],
)
def test_a_word_of_a_name_or_of_the_topic_that_was_exchanged_is_a_warning(text: str, words: str) -> None:
    assert [each for each in found(CODE, text) if words in each or each in words]
    assert {each.severity or RULES[CODE].severity for each in findings(CODE, text)} == {"warning"}


@pytest.mark.parametrize(
    "text",
    [
        "“广场上的读书课”开讲。¶参加“广场上的读书课”。¶还有“舞台上的科学课”。",
        "“清江市文明单位”两家。¶学习“清江市文明单位”。¶还有“清江省文明单位”。",
        "市级各部门都到了。¶各级各部门都要抓。¶各级各部门都要管。¶各级各部门都要看。",
        "重点做好三件事。¶重点做好宣传。¶重点做好组织。¶重点做好保障。¶重点抓好落实。",
        "抓好安全生产工作。¶安全生产工作。¶部署安全生产工作。¶"
        + "大家都来说一说各自的看法和打算，" * 400
        + "安全防护工作。",
    ],
)
def test_names_of_other_things_are_left_alone(text: str) -> None:
    assert found(CODE, text) == []
