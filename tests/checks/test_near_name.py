"""near-name: misspelt names of people and organisations."""

from __future__ import annotations

import pytest

from speechgen.checks.rules.names.typos import sound_alike, typos

from .rules import findings, found

UNIT = """
unit: {name: 市环境保护局, short: 市环保局, head: {post: 局党组书记、局长, name: 陈志远}}
people:
  - {name: 王伟, post: 副局长}
  - {name: 王炜, post: 科长}
  - {name: 苏向前, post: 副局长}
  - {name: 江海平, post: 科长}
  - {name: 田力, post: 副局长}
  - {name: 罗大同, post: 科长}
  - {name: 李某, post: 科长}
group: {name: 市委第四督导组, leader: {post: 组长, name: 沈国栋}}
campaign: {name: 党的群众路线教育实践活动, short: 教育实践活动}
authority: {campaign_group: 市委教育实践活动领导小组}
mentions: [市委组织部, 青石镇, 市财政局, 市人民医院]
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("局长陈致远同志作了总结。", "陈致远"),
        ("刚才，陈志元同志作了总结。", "陈志元"),
        ("局长陈致远带头。", "陈致远"),
        ("局长程志远同志带头。", "程志远"),
        ("陈志强同志讲了话。", "陈志强"),
        ("组长沈国梁同志讲了话。", "沈国梁"),
        ("刚才，陈远志同志讲了话。", "陈远志"),
        ("局长陈远同志讲了话。", "陈远"),
        ("陈志同志讲了话。", "陈志"),
        ("陈志志远同志讲了话。", "陈志志远"),
        ("局长陈志远远同志讲了话。", "陈志远远"),
        ("副局长田丽同志讲了话。", "田丽"),
        ("陈致源同志讲了话。", "陈致源"),
    ],
)
def test_a_misspelt_person_after_a_post_or_before_comrade_is_an_error(text: str, name: str) -> None:
    (finding,) = findings("near-name", text, UNIT)
    assert found("near-name", text, UNIT) == [name]
    assert finding.severity is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("沈国动带队来了。", "沈国动"), ("后来苏相前来了。", "苏相前"), ("会上，陈思远讲了话。", "陈思远")],
)
def test_a_misspelt_person_elsewhere_is_a_warning(text: str, name: str) -> None:
    (finding,) = findings("near-name", text, UNIT)
    assert found("near-name", text, UNIT) == [name]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "name",
    [
        "市环境宝护局",
        "市坏境保护局",
        "市环保护局",
        "市环境护保局",
        "市环境境保护局",
        "市环报局",
        "市委教育实践活动领导组",
        "教育实贱活动",
        "教育践实活动",
        "党的群众路线教育实验活动",
        "市委第四督异组",
        "市委第四督导族",
        "市委组只部",
        "市财证局",
        "市财局",
        "清石镇",
        "青时镇",
    ],
)
def test_a_misspelt_organisation_is_an_error(name: str) -> None:
    (finding,) = findings("near-name", f"请{name}继续抓好。", UNIT)
    assert finding.severity is None


@pytest.mark.parametrize(
    "text",
    [
        "副局长王伟同志、科长王炜同志都发了言。",
        "局长陈志远同志带头，志远同志还讲了党课，请志远同志再讲讲。",
        "陈志远等同志，罗大同同志，李某同志。",
        "迅速向前走，江水平稳，志在远方。",
        "县环境保护局、省环境保护厅、环境保护局、加强全市环境保护工作。",
        "市委第三督导组、市委宣传部、市人民法院、市体育局。",
        "市环境保护局局长、市环境保护局局党组、我市市委组织部、督导组组长。",
        "教育实践活动的成效、教育和实践活动、青石村、在青石的日子。",
        "习近平总书记、习近平同志。",
    ],
)
def test_other_names_and_other_words_are_not_reported(text: str) -> None:
    assert found("near-name", text, UNIT) == []


def test_a_group_without_a_number_is_not_read_into_the_work_that_it_does() -> None:
    unit = "group: {name: 国家教育督导检查组, short: 督导检查组}"
    assert found("near-name", "督导检查反馈意见说，督导检查是依法进行的，督导检查工作结束了。", unit) == []
    assert found("near-name", "督导检察组来了。", unit) == ["督导检察组"]


def test_a_typo_in_a_full_and_a_short_name_is_reported_once() -> None:
    (finding,) = findings("near-name", "市环境宝护局认真整改。", UNIT)
    assert finding.message == "市环境宝护局 looks like a misspelling of 市环境保护局 (unit.name): 宝 instead of 保"


ENGLISH = """
unit: {name: Harrowmere College, short: the College, head: {post: Principal, name: Joanna Pryce}}
people: [{name: Owen Fairclough, post: Vice Principal}]
mentions: [Northmoor Combined Authority]
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I thank Joanna Price and her team for the welcome that they gave us.", "Joanna Price"),
        ("We met Mr Faircloug in the morning, and then the students of the course.", "Faircloug"),
        ("The work of Harrowmere Collage has changed since we came here last year.", "Harrowmere Collage"),
        ("The Northmoor Combind Authority has paid for the new workshop this year.", "Northmoor Combind Authority"),
    ],
)
def test_misspelt_english_names_are_found(text: str, name: str) -> None:
    assert found("near-name", text, ENGLISH) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Joanna Pryce's team, Ms Pryce and Owen Fairclough gave us a warm welcome this week.",
        "The price of steel has risen, and colleges have to pay for what they need themselves.",
    ],
)
def test_english_words_are_not_reported(text: str) -> None:
    assert found("near-name", text, ENGLISH) == []


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("一市环境宝护局二", "市环境宝护局", "replaced"),
        ("一市环保护局二", "市环保护局", "missing"),
        ("一市环环境保护局二", "市环环境保护局", "added"),
        ("一市环境护保局二", "市环境护保局", "swapped"),
        ("一市环保境护局二", "市环保境护局", "swapped"),
    ],
)
def test_each_kind_of_typo(text: str, written: str, kind: str) -> None:
    assert (written, kind) in {(text[typo.start : typo.end], typo.kind) for typo in typos(text, "市环境保护局")}


def test_characters_that_sound_alike() -> None:
    assert sound_alike("志", "致")
    assert sound_alike("陈", "程")
    assert not sound_alike("志", "远")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市委书记高志强同志表扬过。", []),  # another person with the same given name
        ("副省长陈志到过学校。", []),
        ("高志强同志也来了。", ["高志强"]),
        ("党支部书记、校长高志强同志带头。", ["高志强"]),
        ("校长高志强带头。", ["高志强"]),
        ("程志强同志带头。", ["程志强"]),  # sounds alike
    ],
)
def test_another_surname_is_another_person_unless_the_post_is_the_same_or_it_sounds_alike(
    text: str, words: list[str]
) -> None:
    assert found("near-name", text, "unit: {name: 石桥镇中学, head: {post: 党支部书记、校长, name: 陈志强}}") == words


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("支部委员会", "支部委员会会用行动回答。"),
        ("县水利局党组", "县水利局党组组织了学习。"),
        ("县第二高中", "县第二高中中层干部多。"),
        ("县委办公室", "县委办公室室务会作了研究。"),
    ],
)
def test_a_word_that_begins_with_the_last_character_of_a_name_is_not_part_of_it(body: str, text: str) -> None:
    assert found("near-name", text, f"unit: {{name: 县水利局}}\nleading_body: {{name: {body}}}") == []
    assert found("near-name", f"{body}{body[-1]}。", f"unit: {{name: 县水利局}}\nleading_body: {{name: {body}}}") != []


READ_WRONGLY = """
unit: {name: 柳溪大学公共管理学院, short: 公管学院}
group: {name: 第二指导组, leader: {post: 组长, name: 余裔炯}}
people: [{name: 粟明丽, post: 副书记}, {name: 何宇, post: 党组书记、局长}]
"""


@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        ("余裔烔强调，要抓好落实。", "余裔烔", "warning"),
        ("栗明丽致辞指出，青年是未来。", "栗明丽", "warning"),
        ("党组书记、局长　何字", "何字", None),
    ],
)
def test_characters_that_look_alike_are_misread(text: str, name: str, severity: str | None) -> None:
    (finding,) = findings("near-name", text, READ_WRONGLY)
    assert found("near-name", text, READ_WRONGLY) == [name]
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "余裔军强调，要抓好落实。余裔军还说，要见效。",
        "王明丽致辞指出，青年是未来。",
        "他们何字一个不识。",
    ],
)
def test_other_names_and_words_are_not_misread(text: str) -> None:
    assert found("near-name", text, READ_WRONGLY) == []


def test_a_branch_and_the_head_of_a_department_are_not_misspelt() -> None:
    branch = "{unit: {name: 公安分局, short: 分局}, mentions: [市委组织部]}"
    assert found("near-name", "我代表江州市公安局向大家致敬。全市组织部长会议召开。", branch) == []


LISTED = """
unit: {name: 柳溪一中}
people: [{name: 张叠, post: 教师}, {name: 解明远, post: 组员}, {name: 杨雁华, post: 校长}]
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("获奖的教师：张迭、王淑会。", "张迭"),
        ("到会的还有指导组懈明远同志。", "懈明远"),
        ("扬雁华", "扬雁华"),
    ],
)
def test_names_in_lists_and_lines_are_misread(text: str, name: str) -> None:
    assert found("near-name", text, LISTED) == [name]
