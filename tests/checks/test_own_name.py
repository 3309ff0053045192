"""own-name: wrong names of the unit, the group, the leading body and the campaign."""

from __future__ import annotations

import pytest

from .rules import findings, found

HOUSING = """
unit: {name: 市住房和城乡建设局, short: 市住建局, aliases: [住建局]}
group: {name: 市委第四督导组, short: 第四督导组, leader: {post: 组长, name: 沈国栋}}
leading_body: {name: 局党组}
campaign: {name: 党的群众路线教育实践活动, short: 教育实践活动}
"""
HEAD = "在市住建局教育实践活动总结大会上的讲话\n{author}　沈国栋\n2014年10月22日\n\n同志们：\n住建局抓得紧。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市住建委、市住建厅、市住房和城乡建设委员会都抓得紧。", ["市住建委", "市住建厅", "市住房和城乡建设委员会"]),
        ("住房城乡建设局、市建设局、市城建局。", ["住房城乡建设局", "市建设局", "市城建局"]),
        ("第三督导组对大家表示感谢。", ["第三督导组"]),
        ("下面，我代表市委第三督导组讲几点意见。", ["市委第三督导组"]),
        ("我代表省委第四督导组、市委第四巡察组。", ["省委第四督导组", "市委第四巡察组"]),
        ("我代表市委巡察组讲几点意见。", ["市委巡察组"]),
        ("局党委高度重视，市住建局党委抓得紧。", ["局党委", "市住建局党委"]),
        ("群众路线实践教育活动搞得好。", ["群众路线实践教育活动"]),
        ("这次主题教育搞得好。", ["主题教育"]),
        ("教育实践工作搞得好，学习实践活动搞得好。", ["教育实践工作", "学习实践活动"]),
        ("市住房事务局、市住建事务局。", ["市住建事务局"]),
    ],
)
def test_wrong_names_are_found(text: str, words: list[str]) -> None:
    assert found("own-name", text, HOUSING) == words


@pytest.mark.parametrize(
    "text",
    [
        "市住房和城乡建设局、市住建局、住建局、住房和城乡建设局、我局、本局。",
        "省住建厅、各县住建局、县住建局、市规划局。",
        "市委第四督导组、第四督导组、第4督导组、我们督导组、市委督导组。",
        "中央第三巡视组、省委督导组都指出过。",
        "第三、第四督导组分别检查机关和学校，市委第一、第二、第三督导组也来了，第一组、第二督导组先走。",
        "第三至第五督导组下去了，第2、第3督导组刚回来。",
        "局党组、各级党委、机关党委、党委（党组）。",
        "党的群众路线教育实践活动、教育实践活动。",
        "巩固主题教育成果，把党史学习教育同教育实践活动结合起来。",
    ],
)
def test_the_units_own_names_and_other_organisations_are_not_reported(text: str) -> None:
    assert found("own-name", text, HOUSING) == []


@pytest.mark.parametrize(
    ("author", "words"),
    [
        ("市委第四督导组组长", []),
        ("市委第四督导组副组长", ["市委第四督导组副组长"]),
        ("市委第三督导组组长", ["市委第三督导组组长"]),
        ("市委第四巡察组组长", ["市委第四巡察组组长"]),
        ("省委第四督导组组长", ["省委第四督导组组长"]),
    ],
)
def test_the_authors_line_is_compared_with_the_file(author: str, words: list[str]) -> None:
    assert found("own-name", HEAD.format(author=author), HOUSING, whole=True) == words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("市委督导组组长在XX局总结大会上的讲话", ["市委督导组组长"]),
        ("市委第四督导组副组长在XX局总结大会上的讲话", []),
        ("中央督导组副组长在XX局总结大会上的讲话", ["中央督导组副组长"]),
        ("市委巡察组副组长在XX局总结大会上的讲话", ["市委巡察组副组长"]),
        ("市委第二督导组副组长在XX局总结大会上的讲话", ["市委第二督导组副组长"]),
    ],
)
def test_title_and_authors_line_are_compared_without_a_file(title: str, words: list[str]) -> None:
    text = f"{title}\n市委第四督导组副组长　沈国栋\n2014年10月22日\n\n同志们：\n大家辛苦了。"
    assert found("own-name", text, whole=True) == words


@pytest.mark.parametrize(
    ("group", "text", "words"),
    [
        ("市综合考核第三组", "市综合考核第七组从9日起开展考核。", ["市综合考核第七组"]),
        ("市政府教育督导组", "市政府教育巡察组一行9人来到学校。", ["市政府教育巡察组"]),
        ("市综合考核第三组", "市综合考核第三组、督导组。", []),
    ],
)
def test_groups_with_unusual_names(group: str, text: str, words: list[str]) -> None:
    assert found("own-name", text, f"unit: {{name: 望溪市第七中学}}\ngroup: {{name: {group}}}") == words


@pytest.mark.parametrize(
    ("campaign", "text", "words"),
    [
        ("作风建设提升年活动", "作风建设提升年行动要抓好。", ["作风建设提升年行动"]),
        ("安全生产治本攻坚三年行动", "安全生产治本攻坚三年专项行动要抓好。", ["安全生产治本攻坚三年专项行动"]),
        ("作风建设提升年活动", "开展作风建设提升年活动作动员，提升年活动要抓好。", []),
    ],
)
def test_wrong_names_of_a_local_campaign(campaign: str, text: str, words: list[str]) -> None:
    assert found("own-name", text, f"unit: {{name: 市水务局}}\ncampaign: {{name: {campaign}}}") == words


def test_a_leading_body_without_a_name_before_it() -> None:
    unit_file = "unit: {name: 经开区管委会}\nleading_body: {name: 党工委}"
    assert found("own-name", "我们听取了党委的汇报。各级党委、党委（党组）都要抓。", unit_file) == ["党委"]


def test_two_short_names_for_one_organisation() -> None:
    text = "在市住房和城乡建设局会上的讲话\n\n同志们：\n市住建局抓得紧，住建局抓得实，市建设局抓得好。"
    (finding,) = findings("own-name", text, whole=True)
    assert finding.message == "市建设局 and 住建局 are two names of one organisation"


def test_two_leading_bodies_in_one_speech() -> None:
    text = "在市水务局会上的讲话\n\n同志们：\n局党组抓得紧。局党组抓得实。局党组抓得好。局党委也抓。"
    assert found("own-name", text, whole=True) == ["局党委"]


@pytest.mark.parametrize(
    ("unit", "text", "words"),
    [
        ("城南街道", "银杏街道是老城区。银杏街道的巷道改了一半。", ["城南街道"]),
        ("城南街道", "银杏街道是老城区，桂花街道也是。银杏街道先改。", []),  # may be about several
        ("城南街道", "银杏街道走在前面。我们街道要跟上。", []),
        ("城南街道", "城南街道要学银杏街道，银杏街道走在前面。", []),
    ],
)
def test_a_title_that_names_another_unit_than_a_short_speech(unit: str, text: str, words: list[str]) -> None:
    assert found("own-name", f"在{unit}反馈会上的讲话\n\n同志们：\n{text}", whole=True) == words


def test_a_title_that_names_another_unit_than_the_speech() -> None:
    text = (
        "在市财政局会上的讲话\n\n同志们：\n一、对市税务局教育实践活动的评价\n市税务局上下一条心。"
        "我们相信，市税务局一定会做得更好。"
    )
    assert found("own-name", text, whole=True) == ["市财政局"]


@pytest.mark.parametrize(
    ("unit_file", "text", "words"),
    [
        ("unit: {name: 岚溪县}", "岚溪市抓得紧，岚溪区也抓。", ["岚溪市", "岚溪区"]),
        ("unit: {name: 青石镇, aliases: [青石]}", "青石乡抓得紧，青石街道也抓。", ["青石乡", "青石街道"]),
        ("unit: {name: 岚川市林业局, short: 市林业局}", "市林业委抓得紧，林业局也抓，省林业厅指导。", ["市林业委"]),
    ],
)
def test_the_units_name_with_the_suffix_of_another_kind_of_unit(unit_file: str, text: str, words: list[str]) -> None:
    assert found("own-name", text, unit_file) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("青禾里小学党总支抓得紧，学校党总支书记周青同志作了表态。", ["青禾里小学党总支", "学校党总支"]),
        (
            "2014年度校党委民主生活会开得好，整改方案报校党组，我受校党总支委托作报告。",
            ["校党委", "校党组", "校党总支"],
        ),
        ("青禾里小学党支部抓得紧，柳湾小学党总支也来了，《青禾里小学党总支工作规则》已经废止。", []),
    ],
)
def test_the_leading_body_after_a_name_that_only_the_unit_file_knows(text: str, words: list[str]) -> None:
    school = "unit: {name: 青禾里小学}\nleading_body: {name: 校党支部}"
    assert found("own-name", text, school) == words
