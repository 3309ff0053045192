"""name-post: one person with two posts, or two people in one post."""

from __future__ import annotations

import pytest

from .rules import findings, found

UNIT = """
unit: {name: 市环境保护局, short: 市环保局, head: {post: 局党组书记、局长, name: 陈志远}}
people: [{name: 李明, post: 副局长}, {name: 王炜, post: 办公室主任}]
group: {name: 市委第四督导组, leader: {post: 组长, name: 沈国栋}}
"""


@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        ("副局长陈志远同志讲了话。", "陈志远", None),
        ("局党组副书记陈志远同志讲了话。", "陈志远", None),
        ("局党组书记、副局长陈志远同志讲了话。", "陈志远", None),
        ("院长陈志远同志讲了话。", "陈志远", "warning"),
        ("局长李明同志讲了话。", "李明", None),
        ("总工程师李明同志讲了话。", "李明", "warning"),
        ("李明局长讲了话。", "李明", "warning"),
        ("局长王建国同志讲了话。", "王建国", None),
        ("局长王建国带头讲党课。", "王建国", "warning"),
        ("局党组书记王建国同志讲了话。", "王建国", None),
        ("市环保局局长王建国同志讲了话。", "王建国", None),
        ("书记王建国同志讲了话。", "王建国", "warning"),
        ("市委第四督导组组长张强同志讲了话。", "张强", None),
        ("市委第四督导组副组长沈国栋同志讲了话。", "沈国栋", None),
        ("办公室主任张丽同志讲了话。", "张丽", "warning"),
    ],
)
def test_differences_from_the_unit_file_are_found(text: str, name: str, severity: str | None) -> None:
    (finding,) = findings("name-post", text, UNIT)
    assert found("name-post", text, UNIT) == [name]
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "局党组书记、局长陈志远同志讲了话，局长陈志远同志、党组书记陈志远同志、陈志远局长、陈志远书记带头。",
        "副局长李明同志、副局长王建国同志、副局长赵刚同志都来了。",
        "市委书记高志强同志、市财政局局长张强同志、县委书记刘洋同志都来了。",
        "原局长王建国同志、老局长赵刚同志、时任局长钱进同志都来了。",
        "组长沈国栋同志、督导组组长沈国栋同志。",
        "局长陈志远同志说，苏书记、陆镇长都支持。",
        "任长霞局长的事迹感人，廖俊波书记的事迹感人。",
    ],
)
def test_what_agrees_with_the_unit_file_is_not_reported(text: str) -> None:
    assert [each.message for each in findings("name-post", text, UNIT) if each.severity is None] == []


HEAD = "在市水务局总结大会上的讲话\n市委第四督导组组长　沈国栋\n\n同志们：\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("局长陈志远同志讲了话。副局长陈志远同志也来了。", ["陈志远"]),
        ("局长陈志远同志讲了话。局长李明同志也来了。", ["李明"]),
        ("局党组书记陈志远同志讲了话。党组书记李明同志也来了。", ["李明"]),
        ("局党组书记、局长陈志远同志讲了话。局长陈志远同志、党组书记陈志远同志带头。", []),
        ("局长陈志远同志讲了话。副局长李明同志、副局长王伟同志也来了。", []),
        ("石桥镇党委书记高志强同志、白杨乡党委书记张伟同志、村党支部书记李刚同志、村党支部书记王刚同志。", []),
        ("市委书记高志强同志、局党组书记陈志远同志、市纪委书记张伟同志。", []),
    ],
)
def test_without_a_unit_file_the_speech_is_compared_with_itself(text: str, names: list[str]) -> None:
    assert found("name-post", HEAD + text, whole=True) == names


def test_a_misspelt_name_is_reported_by_near_name_only() -> None:
    assert found("name-post", "局长陈致远同志讲了话。", UNIT) == []
    assert found("near-name", "局长陈致远同志讲了话。", UNIT) == ["陈致远"]


@pytest.mark.parametrize(
    ("host", "severity"),
    [
        ("host: {post: 局党组书记、局长, name: 陈志元}", ["error"]),
        ("host: {post: 局长, name: 王建国}", ["warning"]),
        ("host: {post: 副局长, name: 陈志元}", []),
        ("host: {post: 局党组书记、局长, name: 陈志远}", []),
        ("people: [{post: 市委书记, name: 陈志元}]", []),
    ],
)
def test_the_unit_file_is_compared_with_itself(host: str, severity: list[str]) -> None:
    unit = f"unit: {{name: 市环境保护局, head: {{post: 局党组书记、局长, name: 陈志远}}}}\n{host}\n"
    reported = findings("name-post", "同志们讲了话。", unit)
    assert [each.severity or "error" for each in reported] == severity
    assert [each.place and each.place.line for each in reported] == [2] * len(severity)


GUESTS = """
unit: {name: 柳溪县教育局, short: 县教育局, head: {post: 局长, name: 张立稳}}
group: {name: 指导检查组, leader: {post: 组长, name: 罗明远}}
people: [{name: 田禾, post: 副馆长}, {name: 粟明丽, post: 学院党委副书记}]
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("会议由馆长（主任）田禾主持。", ["田禾"]),
        ("会议由副馆长（副主任）田禾主持。", []),
        ("学院党委书记粟明丽，辅导员都来了。", ["粟明丽"]),
        ("学院党委副书记粟明丽，辅导员都来了。", []),
        ("出席的有评估专家组副组长程伯安。会议由评估专家组副组长、原江州医科大学副校长程伯安教授主持。", []),
        ("出席的有评估专家组副组长程伯安。会议由评估专家组组长、原江州医科大学副校长程伯安教授主持。", ["程伯安"]),
        ("县委派出了以县人事局副局长罗明远同志为组长的指导检查组。", []),
        ("市指导检查组组长陈勇同志讲了话。", []),
        ("副组长罗明远同志讲了话。", ["罗明远"]),
    ],
)
def test_posts_are_read_in_brackets_before_titles_and_of_other_offices(text: str, words: list[str]) -> None:
    assert found("name-post", text, GUESTS) == words
