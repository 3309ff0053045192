"""level: words for another level or kind of unit."""

from __future__ import annotations

import pytest

from .rules import findings, found

BUREAU = """
unit: {name: 市水务局, head: {post: 局党组书记、局长, name: 陈志远}}
group: {name: 市委第四督导组}
leading_body: {name: 局党组}
"""
COUNTY = """
unit: {name: 岚溪县, head: {post: 县委书记, name: 方立群}}
group: {name: 省乡村振兴第四考核组}
leading_body: {name: 县委}
"""
TOWN = """
unit: {name: 安澜县柳溪镇, short: 柳溪镇, head: {post: 镇党委书记, name: 程远航}}
group: {name: 县委第二督导组}
leading_body: {name: 镇党委}
"""
HOSPITAL = """
unit: {name: 市人民医院, short: 市医院, whole: 全院}
group: {name: 市委第四督导组}
leading_body: {name: 院党委}
"""


@pytest.mark.parametrize(
    ("unit_file", "text", "words"),
    [
        (BUREAU, "我县的工作走在前列。", ["我县"]),
        (BUREAU, "你们镇抓得紧，贵院、本校也不错。", ["你们镇", "贵院", "本校"]),
        (BUREAU, "本街道高度重视，街道党工委抓得紧。", ["本街道", "街道党工委"]),
        (BUREAU, "街道办事处认真整改。", ["街道办事处"]),
        (BUREAU, "镇党委、校党委、院党委、集团党委都抓得紧。", ["镇党委", "校党委", "院党委", "集团党委"]),
        (BUREAU, "全镇上下、全校教职工齐心。", ["全镇", "全校", "教职工"]),
        (BUREAU, "希望广大纪检干部、全体医务人员再接再厉。", ["纪检干部", "医务人员"]),
        (BUREAU, "127名教职工中，有119人参加。", ["教职工"]),
        (BUREAU, "广大村干部要带头，全体干警要跟上。", ["村干部", "干警"]),
        (BUREAU, "局党组书记、镇长陈志远同志讲了话。", ["镇长"]),
        (BUREAU, "刚才，院长李明同志作了总结。", ["院长"]),
        (BUREAU, "请各年级组抓好落实，各街道要对号入座。", ["各年级组", "各街道"]),
        (BUREAU, "希望镇村干部、局机关干部、全体法院干警再接再厉。", ["法院干警"]),
        (COUNTY, "我市上下一心，我区抓得紧，我局也来了。", ["我市", "我区", "我局"]),
        (COUNTY, "全市党员干部都动起来了。", ["全市"]),
        (TOWN, "我市的发展、我局的工作、本局党组。", ["我市", "我局", "本局", "局党组"]),
        (TOWN, "刚才，局长程远航同志讲了话。", ["局长"]),
        (TOWN, "街道党工委、我乡、本街道。", ["街道党工委", "我乡", "本街道"]),
        (TOWN, "要把本村的账算清楚。", ["本村"]),
        (TOWN, "各村都看了。我村的账要算清楚。", ["我村"]),
        (COUNTY, "各县领导都来了。要把本镇的事办好。", ["本镇"]),
        (HOSPITAL, "我局、全局干部、局党组。", ["我局", "全局", "局党组"]),
        (HOSPITAL, "请各庭室抓好落实。", ["各庭室"]),
        (BUREAU, "各街道要建好服务中心，请各村抓好小学的事。", ["各街道", "各村"]),
        (HOSPITAL, "广大教职工跟得上。", ["教职工"]),
    ],
)
def test_words_for_another_level_or_kind_are_found(unit_file: str, text: str, words: list[str]) -> None:
    assert found("level", text, unit_file) == words


@pytest.mark.parametrize(
    ("unit_file", "text"),
    [
        (BUREAU, "我市、全市、我局、本局、全局上下、局党组、局长陈志远同志。"),
        (BUREAU, "要站在全局的高度，胸怀全局，服务全局。"),
        (BUREAU, "我们到了青石镇，全镇党员都来了，镇党委抓得紧，镇长李明同志也来了。"),
        (BUREAU, "一位镇长说：“我镇缺水，我县更缺。”"),
        (BUREAU, "各级党委（党组）、各镇党委、机关党委、基层党支部都要负起责任。"),
        (BUREAU, "市场监管、全市场、本区域、我省下一笔钱、你局部调整、我委托他。"),
        (BUREAU, "管党治党不只是纪检干部的事。"),
        (BUREAU, "街道两旁的树、社区和街道的同志、县、镇、街道都要跟上。"),
        (BUREAU, "走进市第一中学，校长李静芬同志和教职工代表都在，全校师生都说好。"),
        (BUREAU, "各区县、各街道、各乡镇都要抓好落实，法院的各庭室也来了。"),
        (HOSPITAL, "各临床科室、各病区要抓好落实。"),
        (BUREAU, "各街道司法所、各社区卫生服务中心、各村小学都要跟上。"),
        (COUNTY, "各街道、各社区、各村都要抓好落实。"),
        (TOWN, "先看各村的账。¶再看学习。¶有的支部说不出一件本村的事。"),
        (COUNTY, "青石镇先走一步。¶经验要学。¶要把本镇的路子走出来。"),
        (COUNTY, "走在全市前列，我县、全县上下、镇党委书记秦晓同志、教职工、医务人员、村干部。"),
        (COUNTY, "县农业农村局局长罗大同同志、各局局长、乡镇长都来了。"),
        (TOWN, "我县、全县、全市前列、我镇、全镇、村党支部、村干部、广大教职工。"),
        (HOSPITAL, "我院、全院、医务人员、院党委、院长、我市。"),
    ],
)
def test_words_that_fit_are_not_reported(unit_file: str, text: str) -> None:
    assert found("level", text, unit_file) == []


def test_our_city_in_a_county_is_a_warning_because_a_city_group_may_say_it() -> None:
    unit_file = "unit: {name: 岚溪县}\ngroup: {name: 市委第四督导组}"
    (finding,) = findings("level", "我市上下一心。", unit_file)
    assert finding.severity == "warning"


def test_an_education_bureau_may_speak_of_schools() -> None:
    text = "全市中小学校长、广大教职工都来了，校党委抓得紧。"
    assert found("level", text, "unit: {name: 市教育局}\nleading_body: {name: 局党组}") == []


def test_without_a_unit_file_the_kind_is_that_of_the_unit_in_the_title() -> None:
    head = "在市水务局教育实践活动总结大会上的讲话\n市委第四督导组组长　沈国栋\n\n同志们：\n"
    (finding,) = findings("level", head + "希望广大纪检干部再接再厉，我局上下一心。", whole=True)
    assert finding.severity == "warning"


def test_a_speaker_may_speak_of_their_own_bureau() -> None:
    head = "在市第一中学座谈会上的讲话\n市教育局局长　张明\n\n老师们：\n"
    assert found("level", head + "我局对贵校的工作是满意的。", whole=True) == []


@pytest.mark.parametrize("words", ["我们市委第四督导组", "我们市委巡察办"])
def test_a_pronoun_before_the_name_of_a_group_is_not_one_word_with_it(words: str) -> None:
    town = "unit: {name: 柳溪镇}\ngroup: {name: 市委第四督导组}\nauthority: {name: 市委, office: 市委巡察办}"
    assert found("level", f"同志们对{words}给予了支持。", town) == []
    assert found("level", "我们市的工作走在前列。", town) == ["我们市"]


@pytest.mark.parametrize("name", ["柳湾农村商业银行", "柳湾村镇银行", "青石农村信用联社", "望江农村合作银行"])
def test_a_rural_bank_in_the_title_is_not_a_village(name: str) -> None:
    text = f"在{name}动员会上的讲话\n\n同志们：\n行党委高度重视，董事长周青同志作了动员。"
    assert found("level", text, whole=True) == []


def test_a_notice_may_be_addressed_to_others() -> None:
    text = "关于召开警示教育大会的通知\n\n各街道，各学校：\n请按时参会。"
    assert found("level", text, BUREAU, whole=True) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("要按照区委的部署、根据区委安排抓好整改。", ["区委", "区委"]),
        ("请区委帮助协调，依照县委的部署办。", ["区委"]),
        ("要按照清河区委的部署、根据区委员会的安排抓好整改。", []),
    ],
)
def test_the_committee_of_a_district_in_a_county(text: str, words: list[str]) -> None:
    assert found("level", text, TOWN) == words


def test_a_village_in_the_title_is_one() -> None:
    text = "在柳湾村村民大会上的讲话\n\n同志们：\n行党委高度重视。"
    assert found("level", text, whole=True) == ["行党委"]
