"""own-name: names that are almost those of the unit, of its leading body, of the group and of the campaign."""

from __future__ import annotations

import pytest

from .rules import findings, found

UNIVERSITY = "unit: {name: 江州理工大学, short: 江理工, aliases: [江州理工]}"
COLLEGE = "unit: {name: 江州大学城市规划与建筑学院, short: 城建学院}"
PLAIN_UNIVERSITY = "unit: {name: 淮安大学, short: 淮大}"
POLYTECHNIC = "unit: {name: 淮安师范大学, short: 淮师大}"
HOSPITAL = "unit: {name: 柳溪县医院, short: 县医院}"
NUMBERED = "unit: {name: 江州医科大学附属第三医院, short: 江医三院, aliases: [三院]}"
KINDERGARTEN = "unit: {name: 东湖幼儿园, short: 东湖园}"
COMMITTEE = "unit: {name: 市直机关工委}"
AUDIT = "unit: {name: 青禾区审计局, short: 区审计局}"


@pytest.mark.parametrize(
    ("unit", "text", "words"),
    [
        (COLLEGE, "江州大学建筑与城市规划学院举行了典礼。", "江州大学建筑与城市规划学院"),
        (COLLEGE, "今年建筑规划与城市学院招生二百人。", "建筑规划与城市学院"),
        (UNIVERSITY, "江州理工学院迎来了校庆。", "江州理工学院"),
        (PLAIN_UNIVERSITY, "作为淮安民族大学校长，我向大家表示祝贺。", "淮安民族大学"),
        (PLAIN_UNIVERSITY, "这是淮安农业大学的光荣。", "淮安农业大学"),
        (POLYTECHNIC, "我们淮安大学的今天来之不易。", "淮安大学"),
        (POLYTECHNIC, "这就是淮安工商大学的未来！", "淮安工商大学"),
        (NUMBERED, "江医二院的明天会更好。", "江医二院"),
        (KINDERGARTEN, "没有大家，就没有西湖园的今天。", "西湖园"),
        (COMMITTEE, "市直机关党工委高度重视。", "市直机关党工委"),
    ],
)
def test_a_name_that_is_almost_the_units_is_reported_where_its_own_is_expected(
    unit: str, text: str, words: str
) -> None:
    assert found("own-name", text, unit) == [words]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (COLLEGE, "江州大学城市规划与建筑学院、土木工程学院都来了。"),
        (PLAIN_UNIVERSITY, "淮安师范大学、淮安民族大学的老师来交流。"),
        (PLAIN_UNIVERSITY, "我和淮安师范大学的同学们一起学习。"),
        (PLAIN_UNIVERSITY, "他毕业于淮安农业大学，去年来到我校。淮安农业大学的导师推荐了他。"),
        (NUMBERED, "我们同江医二院建立了医联体。"),
        (HOSPITAL, "县中医院派来了三位专家。"),
        (KINDERGARTEN, "孩子们参观了西湖园。"),
        (COMMITTEE, "市直机关党委要抓好落实。"),
        (AUDIT, "根据区委审计委员会批准的计划，区审计局开展了审计。"),
        ("unit: {name: 江州大学, short: 江大}", "我们同江州大学浙江学院合作。江大医学院也来了。"),
    ],
)
def test_other_units_with_a_similar_name_are_not_reported(unit: str, text: str) -> None:
    assert found("own-name", text, unit) == []


@pytest.mark.parametrize("words", ["县妇联党总支", "县妇联党委"])
def test_the_leading_body_after_a_name_of_the_unit_has_one_form(words: str) -> None:
    women = "{unit: {name: 柳溪县妇女联合会, short: 县妇联}, leading_body: {name: 县妇联党支部}}"
    assert found("own-name", f"要把{words}建设好。", women) == [words]


OFFICE = "{unit: {name: 柳溪市政协机关, short: 市政协机关}, leading_body: {name: 市政协机关党组}}"


def test_an_office_has_a_party_committee_besides_its_party_group() -> None:
    assert found("own-name", "他代表市政协机关党委班子作检查。", OFFICE) == ["市政协机关党委"]
    assert found("own-name", "市政协机关党委书记主持了党日活动。", OFFICE) == []


VISIT = """
group: {name: 巡视组}
unit: {name: 青禾区, aliases: [青禾]}
"""
CHECK = """
unit: {name: 柳溪县教育局, short: 县教育局}
group: {name: 指导检查组, leader: {post: 组长, name: 罗明远}}
"""


def test_a_group_without_a_number_has_its_own_task() -> None:
    text = "这次巡视是一次体检。巡视工作很重要。巡视整改要抓好。巡察组反馈的问题，要改。"
    assert found("own-name", text, VISIT) == ["巡察组"]
    assert found("own-name", "县委派来了以罗明远同志为组长的督查组。", CHECK) == ["督查组"]


@pytest.mark.parametrize(
    "text",
    [
        "这次巡视是一次体检。巡视工作很重要。巡视整改要抓好。区委成立了督导组。",
        "这次巡视是一次体检。巡视工作很重要。巡视整改要抓好。督导组到各镇督导，督导要见效。",
        "这次巡视是一次体检。巡视工作很重要。巡视整改要抓好。国资企业督查组也来过。",
    ],
)
def test_groups_that_others_set_up_are_not_the_speakers(text: str) -> None:
    assert found("own-name", text, VISIT) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("中央扫黑办河北特派督导组", "中央扫黑办河南特派督导组"),
        ("水利部节水评估专家组", "水利厅节水评估专家组"),
        ("国务院安委会湖南综合检查组", "国务院安委会湖北综合检查组"),
    ],
)
def test_the_place_and_the_office_of_a_group_are_compared(name: str, words: str) -> None:
    unit = f"{{unit: {{name: 柳溪市}}, group: {{name: {name}}}}}"
    assert found("own-name", f"今天上午，{words}来到我市。", unit) == [words]
    assert found("own-name", f"今天上午，{name}来到我市。", unit) == []


def test_groups_that_are_listed_are_others() -> None:
    unit = "{unit: {name: 柳溪省}, group: {name: 中央第二巡视组}}"
    assert found("own-name", "中央第二巡视组、第六巡视组、第八巡视组分别进驻三省。", unit) == []
    assert found("own-name", "中央第六巡视组对大家表示感谢。", unit) == ["中央第六巡视组"]


EDUCATION = "{unit: {name: 柳溪县}, campaign: {name: 学习贯彻新思想主题教育, short: 主题教育}}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("各办公室和各组履职尽责，为第二批党史学习教育的开展打下基础。", ["党史学习教育"]),
        ("县主题教育办公室和各组履职尽责，为第二批党史学习教育打下基础。", ["党史学习教育"]),
        ("认真总结了“三讲”教育活动。", ["“三讲”教育活动"]),
        ("把主题教育和党史学习教育结合起来。", []),
        ("要把党史学习教育、主题教育的成果用好。", []),
        ("要发扬党史学习教育的成果。", []),
    ],
)
def test_another_campaign_is_reported_unless_it_is_linked_to_the_speechs_own(text: str, words: list[str]) -> None:
    assert found("own-name", text, EDUCATION) == words


def test_names_that_may_be_others_are_warnings() -> None:
    (finding,) = findings("own-name", "这是淮安农业大学的光荣。", PLAIN_UNIVERSITY)
    assert finding.severity == "warning"
