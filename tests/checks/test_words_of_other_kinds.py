"""level and own-name: leading bodies, parts and governments of other kinds of units, each reported by one rule."""

from __future__ import annotations

import pytest

from .rules import findings, found

SCHOOL = """
unit: {name: 临江市第三中学, short: 临江三中}
leading_body: {name: 校党委}
mentions: [市教育局]
"""
COURT = "{unit: {name: 岚山区人民法院, short: 区法院}, leading_body: {name: 院党组}}"
HOSPITAL = "{unit: {name: 望海市第二人民医院, short: 市二院}, leading_body: {name: 院党委}}"
TOWN = "{unit: {name: 柳河镇}, leading_body: {name: 镇党委}, group: {name: 区委第二巡察组}}"
PROVINCE = "{unit: {name: 东江省人民政府, short: 省政府}}"
REGION = "{unit: {name: 西岭自治区人民政府, short: 自治区政府}}"
EDUCATION = "{unit: {name: 临江市教育局, short: 市教育局}, leading_body: {name: 局党委}}"


@pytest.mark.parametrize(
    ("unit_file", "text", "words"),
    [
        (SCHOOL, "局党委研究决定，今年抓好三件事。", ["局党委"]),
        (SCHOOL, "我局高度重视，全镇党员干部要带头。", ["我局", "全镇"]),
        (SCHOOL, "按照市教育局党委的统一部署，" + "我们认真学习，" * 10 + "动员全局党员干部投入创建。", ["全局"]),
        (HOSPITAL, "希望校工会发挥作用，请局团委配合。", ["校工会", "局团委"]),
        (COURT, "希望全局各单位抓好落实。", ["全局"]),
        (TOWN, "县委要扛牢责任，请县政府支持。", ["县委", "县政府"]),
        (PROVINCE, "我代表市政府，向大会报告工作。", ["市政府"]),
        (PROVINCE, "我市粮食产量增长。", ["我市"]),
    ],
)
def test_words_of_other_kinds_of_units_are_found(unit_file: str, text: str, words: list[str]) -> None:
    assert found("level", text, unit_file) == words


@pytest.mark.parametrize(
    ("unit_file", "text"),
    [
        (SCHOOL, "教师要履行党组织赋予的责任，进行党委换届，推行党委领导下的校长负责制，执行党委决定。"),
        (SCHOOL, "省总工会党组成员、省教育厅党组成员、市教育研究院党总支书记、文学院党总支的同志来了。"),
        (SCHOOL, "带队医务人员：张燕。感谢市教育局，局领导很关心。"),
        (TOWN, "区委巡察办来了，区政府也来了人。"),
        (PROVINCE, "我代表省政府报告工作，全省上下团结一心。"),
        (REGION, "我区经济稳中有进，全区上下团结一心。"),
        (EDUCATION, "各校要抓好本校的整改，全校师生都要参加。"),
    ],
)
def test_words_of_this_unit_and_verbs_are_not_reported(unit_file: str, text: str) -> None:
    assert found("level", text, unit_file) == []


def test_the_heads_own_line_tells_that_the_speaker_is_not_the_groups() -> None:
    unit_file = "{unit: {name: 临江三中, head: {post: 校长, name: 王琛}}, group: {name: 市教育局党委第一指导组}}"
    by_head = "在总结大会上的讲话¶临江三中校长　王　琛¶¶同志们：¶我局高度重视。"
    assert found("level", by_head, unit_file, whole=True) == ["我局"]
    assert found("level", "我局高度重视。", unit_file) == []


@pytest.mark.parametrize(
    ("unit_file", "text", "words"),
    [
        (SCHOOL, "校党组研究决定，学校党总支成立以来抓得紧。", ["校党组", "学校党总支"]),
        (COURT, "院党委高度重视。", ["院党委"]),
        (COURT, "在市中院党组的坚强领导下，我们完成了任务。", ["市中院党组"]),
        (SCHOOL, "《临江市第三中学党支部考核办法》印发，学校党支部书记述职。", []),
        (COURT, "在市委领导、省高院指导下，按照省高院党组的部署。", []),
    ],
)
def test_a_wrong_leading_body_is_reported_by_own_name_alone(unit_file: str, text: str, words: list[str]) -> None:
    assert found("own-name", text, unit_file) == words
    assert found("level", text, unit_file) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("按照教育实践活动的安排和部署，今天对我乡的主题教育活动进行总结。", ["主题教育"]),
        ("这次党史学习教育收获很大，与教育实践活动一样。", ["党史学习教育"]),
        ("巩固主题教育成果，抓好教育实践活动。", []),
    ],
)
def test_the_units_own_campaign_is_not_another_one(text: str, words: list[str]) -> None:
    unit_file = "{unit: {name: 石门乡}, campaign: {name: 党的群众路线教育实践活动, short: 教育实践活动}}"
    assert found("own-name", text, unit_file) == words


def test_a_campaign_of_months_is_named_in_full() -> None:
    unit_file = "{unit: {name: 临江三中}, campaign: {name: 主题教育}}"
    assert found("own-name", "回顾四个多月的专题教育，开展安全专题教育。", unit_file) == ["专题教育"]
    assert [each.severity for each in findings("own-name", "回顾半年来的专题教育。", unit_file)] == ["warning"]
