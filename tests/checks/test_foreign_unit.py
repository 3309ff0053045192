"""foreign-unit: other units' names in this unit's speech."""

from __future__ import annotations

import pickle

import pytest

from speechgen.checks.facts import Facts
from speechgen.checks.other_units import OtherUnits

from .rules import facts, findings, found

WATER = """
unit: {name: 市水务局, aliases: [水务局]}
group: {name: 市委第四督导组}
mentions: [市财政局, 市发展和改革委员会]
"""
WORKSPACE = OtherUnits(
    {
        "市水务局": ("units/水务.yaml",),
        "水务局": ("units/水务.yaml",),
        "市住房和城乡建设局": ("units/住建.yaml",),
        "市住建局": ("units/住建.yaml",),
        "建设局": ("units/住建.yaml",),
        "青石镇": ("units/青石.yaml",),
        "青石": ("units/青石.yaml",),
        "市第一中学": ("units/一中.yaml",),
        "一中": ("units/一中.yaml",),
        "市人民医院": ("units/医院.yaml",),
        "医院": ("units/医院.yaml",),
        "全院": ("units/医院.yaml",),
        "县委": ("units/县.yaml",),
        "局办公室": ("units/住建.yaml",),
        "河湾村": ("units/青石.yaml",),
        "Harrowmere College": ("units/harrowmere.yaml",),
        "the College": ("units/harrowmere.yaml",),
        "Le Foyer": ("units/foyer.yaml",),
    }
)


def in_workspace(unit_file: str) -> Facts:
    return facts(unit_file)._replace(others=WORKSPACE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市住房和城乡建设局抓得紧，市住建局的经验值得学习。", ["市住房和城乡建设局", "市住建局"]),
        ("青石镇的干部来了，在青石召开了会议。", ["青石镇", "青石"]),
        ("市一中的校园里，河湾村的田埂上。", ["市一中", "河湾村"]),
        ("市住建局，市住建局，还是市住建局，市住建局，市住建局。", ["市住建局"] * 5),
    ],
)
def test_every_place_that_names_another_unit_of_the_workspace_is_found(text: str, names: list[str]) -> None:
    assert found("foreign-unit", text, in_workspace(WATER)) == names


@pytest.mark.parametrize(
    "text",
    [
        "市水务局、水务局。",
        "我们的医院、全院职工、县委的部署、局办公室的同志。",
        "在青石县税务局，青石路上，石桥村小学旁。",
        "十八届一中全会，一中心三基地。",
    ],
)
def test_common_names_and_parts_of_longer_names_are_not_errors(text: str) -> None:
    assert [each.message for each in findings("foreign-unit", text, in_workspace(WATER)) if each.severity is None] == []


def test_a_name_within_a_longer_one_is_not_reported() -> None:
    unit_file = "unit: {name: 市自然资源局}\nmentions: [市城乡建设局]"
    assert found("foreign-unit", "市城乡建设局的同志来了。", in_workspace(unit_file)) == []


def test_units_under_mentions_are_not_reported() -> None:
    text = "市住建局的同志来了。"
    assert found("foreign-unit", text, in_workspace("unit: {name: 市水务局}\nmentions: [市住建局]")) == []


def test_a_name_in_prose_of_the_unit_file_is_a_warning_because_it_may_be_copied() -> None:
    unit_file = "unit: {name: 市水务局}\nevaluation: [{text: 抓整改，市住建局做到了件件有着落。}]"
    (finding,) = findings("foreign-unit", "抓整改，市住建局做到了件件有着落。", in_workspace(unit_file))
    assert finding.severity == "warning"


def test_the_message_has_the_other_units_file() -> None:
    (finding,) = findings("foreign-unit", "市住建局抓得紧。", in_workspace(WATER))
    assert finding.message == "市住建局 is another unit (units/住建.yaml)"
    assert finding.severity is None


def test_units_are_found_in_english_speeches() -> None:
    text = "Ladies and gentlemen of Northmoor School, I came from Harrowmere College. The College of Art, the College."
    unit_file = "unit: {name: Northmoor School}"
    assert found("foreign-unit", text, in_workspace(unit_file)) == ["Harrowmere College"]


def test_a_letter_with_an_accent_continues_a_name() -> None:
    unit_file = "{unit: {name: Northmoor School}}"
    text = "I came from Le Foyerès to Northmoor School, and not from Le Foyer."
    [one] = findings("foreign-unit", text, in_workspace(unit_file))
    assert one.message == "Le Foyer is another unit (units/foyer.yaml)"


def test_without_a_unit_file_the_names_of_the_unit_in_the_title_are_not_reported() -> None:
    nobody = Facts()._replace(others=WORKSPACE)
    text = "在市住建局总结大会上的讲话\n\n同志们：\n市住房和城乡建设局抓得紧，市住建局抓得实，青石镇的同志也来了。"
    assert found("foreign-unit", text, nobody, whole=True) == ["青石镇"]
    assert found("foreign-unit", "市住建局抓得紧。", nobody) == []


def test_the_index_of_other_units_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(WORKSPACE))  # noqa: S301 - our own
    assert [named.name for named in copy.find("市住建局")] == ["市住建局"]
    assert copy.owners("市住建局") == ("units/住建.yaml",)


@pytest.mark.parametrize(
    "text",
    [
        "下面，我就住建局开展教育实践活动情况讲两个方面的意见。",
        "一、对市住建局教育实践活动的评价",
        "感谢市住建局党组和全体干部职工的大力支持。",
        "我们相信，市住建局一定会取得更大的成绩。",
        "对城关镇教育实践活动的总体评价是好的。",
    ],
)
def test_another_name_where_the_units_own_is_needed_is_an_error(text: str) -> None:
    (finding,) = findings("foreign-unit", text, WATER)
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "刚才，李明同志代表市住建局作了总结。",
        "希望市住建局继续抓好整改。",
        "群众对市住建局的评价是好的。",
        "感谢市住建局给予大力支持。",
        "为市住建局开展好活动作出了示范。",
    ],
)
def test_another_name_where_only_likely_the_units_own_is_needed_is_a_warning(text: str) -> None:
    (finding,) = findings("foreign-unit", text, WATER)
    assert finding.severity == "warning"


def test_a_county_may_speak_of_its_towns_and_bureaus() -> None:
    text = "刚才，李红同志代表城关镇表了态。县财政局党组高度重视，白云镇上下一条心，县第二小学也来了。"
    assert found("foreign-unit", text, "unit: {name: 白水县}") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市卫健委把问题列成清单。", "市卫健委"),
        ("城关镇把问题列成清单。", "城关镇"),
        ("东风街道从一开始就抓得紧。", "东风街道"),
        ("市第三中学抓得紧。", "市第三中学"),
        ("市第二人民医院抓得紧。", "市第二人民医院"),
        ("市交投集团抓得紧。", "市交投集团"),
        ("江北区人民法院抓得紧。", "江北区人民法院"),
        ("市检察院抓得紧。", "市检察院"),
        ("清河县抓得紧。", "清河县"),
    ],
)
def test_an_organisation_that_is_not_in_the_unit_file_is_a_warning(text: str, name: str) -> None:
    (finding,) = findings("foreign-unit", text, WATER)
    assert found("foreign-unit", text, WATER) == [name]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "市水务局、水务局、我局、本局、贵局。",
        "请市财政局、财政局、市发改委支持。",
        "党中央、国务院、省委、市委、县委、市政府、市纪委、市委组织部、省水利厅、国家发展改革委。",
        "要顾全大局，优化布局，各局、全市各镇、各县区、有关学校、医院都要配合。",
        "县水务局、各县区水务局要跟上。",
        "市城管局、市园林局、市公安局、市人社局等部门都来了。",
        "我们到河口镇、柳树乡看了两座泵站。",
        "我当过市林业局的科长。",
    ],
)
def test_superior_and_merely_mentioned_organisations_are_not_reported(text: str) -> None:
    assert found("foreign-unit", text, WATER) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("我就住建局开展教育实践活动情况讲两点意见。请市财政局支持。", ["住建局"]),
        ("一、对市住建局教育实践活动的评价", ["市住建局"]),
        ("市水务局抓得紧，水务局党组抓得实。市财政局也来了。", []),
    ],
)
def test_without_a_unit_file_the_unit_is_that_of_the_title(text: str, names: list[str]) -> None:
    head = "在市水务局教育实践活动总结大会上的讲话\n市委第四督导组组长　沈国栋\n\n同志们：\n"
    assert found("foreign-unit", head + text, whole=True) == names


def test_a_blank_in_the_title_counts_as_the_unit() -> None:
    text = "在XX局教育实践活动总结大会上的讲话\n\n同志们：\n我就住建局开展教育实践活动情况讲两点意见。"
    assert found("foreign-unit", text, whole=True) == ["住建局"]


def test_a_title_that_names_another_unit_is_an_error() -> None:
    text = "在市财政局教育实践活动总结大会上的讲话\n\n同志们：\n市水务局抓得紧。"
    (finding,) = findings("foreign-unit", text, WATER, whole=True)
    assert finding.severity == "error"
