"""repeat: doubled words and repeated sentences are found; words that may be double are not reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.rules import RULES

from .rules import draft, findings, fixed, found

FIXED = [
    ("把活动与与工作结合起来。", "把活动与工作结合起来。"),
    ("这是我们的的责任。", "这是我们的责任。"),
    ("要把把工作做好。", "要把工作做好。"),
    ("也也要从行动上重视，而而是新的开始。", "也要从行动上重视，而是新的开始。"),
    ("对问题进行进行了梳理。", "对问题进行了梳理。"),
    ("开展开展了谈心活动，以及以及走访。", "开展了谈心活动，以及走访。"),
    ("信访量同比同比下降57%，环比环比下降3%。", "信访量同比下降57%，环比下降3%。"),
    ("与与与大家共勉。", "与大家共勉。"),
    ("We thank the the staff and and the learners.", "We thank the staff and the learners."),
    ("The The college wants to grow.", "The college wants to grow."),
]


@pytest.mark.parametrize(("text", "after"), FIXED)
def test_a_doubled_function_word_is_an_error_and_fixed(text: str, after: str) -> None:
    assert {finding.severity for finding in findings("repeat", text)} == {None}
    assert fixed("repeat", text) == after
    assert found("repeat", after) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("取得了了成效。", ["了了"]),
        ("党员和和干部都参加了。", ["和和"]),
        ("我们在在工作中发现问题。", ["在在"]),
        ("对对存在的问题要整改。", ["对对"]),
        ("这是是一个好办法。", ["是是"]),
        ("从从思想上重视，并并不意味着结束。", ["从从", "并并"]),
        ("扎实地地推进，做得得很好。", ["地地", "得得"]),
        ("工作中中发现的问题，第第三方面。", ["中中", "第第"]),
        ("要求、建议等等等都要研究。", ["等等等"]),
        ("我们我们要为了为了发展，通过通过学习。", ["我们我们", "为了为了", "通过通过"]),
        ("大家共同同意。", ["同同"]),
        ("这是值得得到的支持。", ["得得"]),
        ("要了了这桩心事，不能一了了之。", ["了了", "了了"]),
        ("他告诉我们我们要做什么。", ["我们我们"]),
        ("这项任务没有没有完成，不断不断地改。", ["没有没有", "不断不断"]),
        ("有没有没有完成，大家心里要有数。", ["有没有没"]),
        ("可以以提高效率。", ["以以"]),
        ("各庭庭都要到，达标标要求不变。", ["庭庭", "标标"]),
        ("应当应当事人的要求公开。", ["应当应当"]),
        ("局长陈中和和大家见面。", ["和和"]),  # may be named 陈中和
        ("The college wants to to grow, and it came in in time.", ["to to", "in in"]),
        ("It was grade A a year ago.", ["A a"]),
    ],
)
def test_what_may_be_two_words_or_a_name_is_a_warning_without_a_replacement(text: str, words: list[str]) -> None:
    assert found("repeat", text) == words
    assert {(finding.severity, finding.replacement) for finding in findings("repeat", text)} == {("warning", None)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("认真贯彻落实认真贯彻落实会议精神。", ["认真贯彻落实认真贯彻落实"]),
        ("我代表督导组全体同志督导组全体同志表示感谢。", ["督导组全体同志督导组全体同志"]),
        ("信访量同比下降57%同比。", ["同比"]),
        ("信访量同比大幅同比下降57%。", ["同比"]),
        ("信访量同比，同比下降57%。", ["同比"]),
        ("We want to be able to be able to go on.", ["to be able to be able"]),
    ],
)
def test_a_doubled_phrase_is_an_error(text: str, words: list[str]) -> None:
    assert found("repeat", text) == words
    assert {finding.severity for finding in findings("repeat", text)} == {None}
    assert {finding.replacement for finding in findings("repeat", text)} == {None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市委市委高度重视。", ["市委市委"]),
        ("督导组督导组要抓紧。", ["督导组督导组"]),
        ("到2014年2014年底。", ["2014年2014年"]),
        ("困困难不小。", ["困困"]),
        ("这一点最最关键。", ["最最"]),
        ("The picture is is less bright for adults who come.", ["is is"]),
        ("信访量比去年同期同比下降57%。", ["比去年同期同比"]),
        ("认真学习贯彻会议精神，认真学习贯彻会议精神，抓好落实。", ["认真学习贯彻会议精神"]),
        ("指导组全程把关，提出了很多宝贵意见。提出了很多宝贵意见。大家都记在心里。", ["提出了很多宝贵意见"]),
    ],
)
def test_what_may_be_intended_is_a_warning(text: str, words: list[str]) -> None:
    assert found("repeat", text) == words
    assert {finding.severity for finding in findings("repeat", text)} == {"warning"}


LEFT_ALONE = [
    "来了来了，大家都来了。加油加油，加油加油！",
    "法院院长、工程院院士到达达州，也没有有意回避。",
    "全年工作情况总的报告\n成绩写得很足。\n全年工作情况总的报告\n问题写得很实。",
    "紧紧围绕主题，常常开会，件件有回音，桩桩有着落，事事、处处、层层、人人、天天、往往、渐渐、仅仅。",
    "督导组组长、市委委员、局局长、区区长、县县委书记、镇镇党委、院院长、部部长、委员会会长、派出所所长。",
    "上上下下、家家户户、里里外外、实实在在、的的确确、认认真真、扎扎实实、是是非非。",
    "洗洗澡、治治病，看看、想想、谈谈，照照镜子，把把脉、把把关。",
    "研究研究、讨论讨论、商量商量，学习学习再学习。",
    "一是是否到位，二是是否管用，关键是是否用心。",
    "为了了解实情，不能不了了之，为此目的的活动，除了了解还要解决。",
    "参与与会讨论，群众参与与支持，与与会同志共勉。",
    "和平和和谐，温和和善，反对对抗，对对方负责，对对照检查材料逐份审阅。",
    "服从从严治党的要求，实事求是是我们的思想路线，成为为民服务的窗口。",
    "可以以此为契机，所有有志者，没有有关部门的同意。",
    "脚踏实地地工作，各地地方政府，当地地税部门。",
    "一个一个地改，一条一条地过，一个环节一个环节地抓，一步一步往前走。",
    "工作作风、人民民主、学生生活、发展展望、国家家底。",
    "交警支队支队长、服务服务对象、学习学习型组织。",
    "信访量同比下降57%，投诉同比下降20%，收入同比增长5%和利润同比增长8%。",
    "同比、环比都在下降，等等。思想、作风等等方面。",
    "督导督导，究竟该怎么督、怎么导。",
    "罗大同同志和张永和和李明同志。",
    "可以以村为单位，难以以文件为依据，足以以“三个一”为抓手。",
    "没有没有缺点的人，也没有没有根据的话，世上没有没有来由的信任。",
    "还有没有没销号的？有没有没有完成的任务？是不是不愿管、能不能不发文、会不会不落实？",
    "本庭庭审、法庭庭长、刑庭庭务，在岗岗位，达标标准、招标标段，检验验收，煤矿矿长，规范范围，采购购置款。",
    "洗洗看看，天天常常，刚刚，妈妈，星星点点，研究研究、讨论讨论，的的确确。",
    "The man that that rule had had in mind was very very tall.",
    "Again and again and again we asked, step by step by step. Hear, hear!",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_correctly_doubled_words_are_not_reported(text: str) -> None:
    assert found("repeat", text) == []


def test_a_word_may_begin_with_the_last_character_of_the_name_before_it() -> None:
    people = "people: [{name: 陈中与, post: 局长}]"
    assert found("repeat", "局长陈中与与大家见面。", people) == []
    assert found("repeat", "局长陈中与与大家见面。") == ["与与"]


@pytest.mark.parametrize(
    ("unit_file", "text", "reported"),
    [
        ("unit: {name: 市局, head: {name: 陈了了}}", "陈了了同志讲得好。", []),
        ("people: [{name: 周和和}]", "周和和和市委书记都来了。", []),
        ("people: [{name: 周和和}]", "周和和和和市委书记都来了。", ["和和和和"]),
        ("mentions: [和平里街道]", "居民和和平里街道的干部都来了。", []),
        ("mentions: [和平里街道]", "居民和和和平里街道的干部都来了。", ["和和和"]),
        ("unit: {name: 市局, aliases: [可可小学]}", "可可小学的变化很大。", []),
        ("organisers: {office: 也也办公室}", "也也办公室的同志很努力。", []),
        ("mentions: [以及以及协会]", "以及以及协会的同志很努力。", ["以及以及"]),
    ],
)
def test_what_is_double_in_a_name_is_not_reported(unit_file: str, text: str, reported: list[str]) -> None:
    assert found("repeat", text, unit_file) == reported
    assert {finding.replacement for finding in findings("repeat", text, unit_file)} <= {None}


ONCE = "要把已经取得的成果巩固好、扩大好。"


@pytest.mark.parametrize(
    "again",
    [
        "要把已经取得的成果巩固好、扩大好。",
        "要把已经取得的成果，巩固好,扩大好！",
        "要 把已经取得的成果巩固好、扩大好。",
        "二要把已经取得的成果巩固好、扩大好。",
    ],
)
def test_a_repeated_sentence_is_a_warning_at_its_second_place(again: str) -> None:
    text = f"{ONCE}大家都要记住。¶{again}"
    assert found("repeat", text) == [again]
    assert {finding.severity for finding in findings("repeat", text)} == {"warning"}


def test_repeated_sentences_in_a_row_are_one_finding() -> None:
    both = f"{ONCE}党员干部要带头做到，群众才会跟上来。"
    assert found("repeat", f"{both}¶大家都要记住。¶{both}") == [both]


def test_a_repeated_english_sentence_is_found() -> None:
    sentence = "Late reviews should be reported to the Governing Body each month."
    text = f"{sentence} We saw 79.8 per cent of them. {sentence} That is all that we wish to say."
    assert found("repeat", text) == [sentence]


@pytest.mark.parametrize(
    "text", ["谢谢大家！¶谢谢大家！", "感谢同志们对我们的支持！¶感谢同志们对我们的支持！", "改了。好了。改了。"]
)
def test_thanks_and_short_sentences_may_be_repeated(text: str) -> None:
    assert found("repeat", text) == []


WORDS = ["与", "的", "把", "也", "进行", "以及", "同比", "开展", "围绕", "针对"]


@given(st.sampled_from(WORDS), st.integers(2, 4), st.text(st.sampled_from("活动工作群众，。、 "), max_size=20))
def test_fixing_twice_changes_nothing_the_second_time(word: str, times: int, rest: str) -> None:
    once = fixed("repeat", f"开会{word * times}大家{rest}。")
    assert once == f"开会{word}大家{rest}。"
    assert [each for each in findings("repeat", once) if each.replacement is not None] == []


@given(st.text(st.sampled_from("与的了和在对是同比等进行我们一0123年%，。、\n ab"), max_size=80))
def test_any_text_is_checked_without_an_error(text: str) -> None:
    one = draft(f"开会。{text}完了。")
    for finding in RULES["repeat"].find(one, Facts()):
        assert 0 <= finding.start < finding.end <= len(one.text)
