"""placeholder: what nobody has filled in is found once; what only looks like it is not reported."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.rules import RULES

from .rules import draft, findings, found

FOUND = [
    ("刚才XX同志作了总结。", ["XX"]),
    ("刚才××同志作了总结。", ["××"]),
    ("刚才ＸＸ同志作了总结。", ["ＸＸ"]),
    ("刚才xx局作了总结。", ["xx"]),
    ("省委常委、副省长XX，市委书记XX等领导来调研。", ["XX", "XX"]),
    ("张XX同志、李X同志作了发言。", ["XX", "X"]),
    ("抓好XX行业中的XX\\XX\\XX等方面。", ["XX", "XX\\XX\\XX"]),
    ("抓好XX/XX/XX等方面。", ["XX/XX/XX"]),
    ("为建设“XXXXXXX”再立新功。", ["XXXXXXX"]),
    ("党的X届三中全会以来，X局办了X件实事。", ["X", "X", "X"]),
    ("第×次会议，下降了X%。", ["×", "X"]),
    ("先后召开____场座谈会，发函＿＿份。", ["____", "＿＿"]),
    ("先后召开_场座谈会。", ["_"]),
    ("刚才***同志讲了话，**局作了表态，*局作了发言。", ["***", "**", "*"]),
    ("〇〇局、○○局和□□局、△△局。", ["〇〇", "○○", "□□", "△△"]),
    ("走访初中？所，邀请了18所；共？人参加。", ["？", "？"]),
    ("夺得？年？金。", ["？年", "？"]),
    ("新晋院士N位，近N名干部报名。", ["N", "N"]),
    ("某党委高度重视，某局认真落实。", ["某党委", "某局"]),
    ("刚才某同志、某某同志作了发言。", ["某同志", "某某同志"]),
    ("某市委、某党组、某某单位都来了。", ["某市委", "某党组", "某某单位"]),
    ("20xx年以来，20××年以来。", ["20xx年", "20××年"]),
    ("20*年以来，20**年以来，201X年以来。", ["20*年", "20**年", "201X年"]),
    ("二〇XX年以来。", ["二〇XX年"]),
    ("X年X月X日，XX月XX日。", ["X年X月X日", "XX月XX日"]),
    ("____年__月__日召开。", ["____年__月__日"]),
    ("自2014年 月 日起。", ["2014年 月 日"]),
    ("自2014年　月　日起。", ["2014年　月　日"]),
    ("自2014年10月 日起，到2014年10月日。", ["10月 日", "10月日"]),
    ("自    年  月  日起。", ["    年  月  日"]),
    ("YYYY年MM月DD日召开。", ["YYYY年MM月DD日"]),
    ("由（ ）主持，由（）记录，由(  )宣读。", ["（ ）", "（）", "(  )"]),
    ("学习《》和《 》，突出“”和【】。", ["《》", "《 》", "“”", "【】"]),
    ("TODO，时间TBD。", ["TODO", "TBD"]),
    ("【待补】成效明显（待核实）。", ["【待补】", "（待核实）"]),
    ("成效明显（此处补充数据）（数据待核）。", ["（此处补充数据）", "（数据待核）"]),
    ("（请补充具体数字）【姓名】[name]", ["（请补充具体数字）", "【姓名】", "[name]"]),
    ("会议地点待定。", ["待定"]),
    ("{{ unit.name }}高度重视，{% if a %}。", ["{{ unit.name }}", "{% if a %}"]),
    ("{{高度重视。", ["{{"]),
    ("高度重视}}。", ["}}"]),
    ("召开None场座谈会，收集nan条、null条，undefined。", ["None", "nan", "null", "undefined"]),
    ("刚才……同志作了总结。", ["……"]),
    ("共召开座谈会  场。", ["  场"]),
    ("共召开座谈会 场，收集意见　　条。", [" 场", "　　条"]),
    ("这是第 次会议，党的  大以来。", ["第 ", "  大"]),
    ("刚才，  同志作了总结，局长 同志作了表态。", ["  同志", " 同志"]),
    ("　　同志代表局党组作了总结。", ["同志"]),
    ("同比下降 %，满意率达到  %。", [" %", "  %"]),
    ("由   主持会议。", ["   "]),
    ("市委〔2014〕 号文件。", ["2014〕 号"]),
    ("共召开??场座谈会。", ["??"]),
    ("The panel met XX others in 20XX, and ____ in May.", ["XX", "20XX", "____"]),
    ("We thank [name] and [insert figure] for what they did. TBC", ["[name]", "[insert figure]", "TBC"]),
    ("We saw None lessons, and attendance was X% in all of them.", ["None", "X"]),
    (
        "由（单位）主持，请«姓名»同志讲话，«单位名称»、«Unit_Name»、«F2»都要到。",
        ["（单位）", "«姓名»", "«单位名称»", "«Unit_Name»", "«F2»"],
    ),
    ("We thank «Name» and «First_Name» for what they did.", ["«Name»", "«First_Name»"]),
    ("The date of the next visit is ( ), or {{ date }} (to be confirmed).", ["( )", "{{ date }}", "(to be confirmed)"]),
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_placeholders_are_found_once(text: str, words: list[str]) -> None:
    assert found("placeholder", text) == words


def test_placeholders_in_the_title_and_the_date_are_found() -> None:
    speech = "在XX局总结大会上的讲话\n市委第四督导组组长\n(2014年 月 日)\n同志们：\n大家好。"
    assert found("placeholder", speech, whole=True) == ["XX", "2014年 月 日"]


LEFT_ALONE = [
    "怎么办？所有人都要想。好不好？年底见分晓。第N次强调，有N种可能。",
    "书记：周青  镇长：何平\n王  琛\n【导  读】今天开会。",
    "第XXI届会议、第XIX章，Ⅲ级响应，XX世纪。",
    "他用iPhone X，穿XXL号，拍X光片，做X射线检查，查X染色体。",
    "“9+3+X”专项整治，1+X证书，DN200管道，X1车型。",
    "某些同志在某种程度、某个环节、某一方面有差距。",
    "王某收受贿赂，张某某知情不报，某局一名干部被查处。",
    "二〇〇八年、二○一四年、一〇六国道，〇〇后青年。",
    "钢板长×宽×高，3×5米，单价×数量。",
    "出生年月日要填写，10月日均客流增加，2014年月均收入提高。",
    "2014 年 10 月 24 日，共 23 场，占 57 %。",
    "市委书记 张三 同志主持会议。",
    "这件事有待核实，尚待确认，问题线索要逐一核实。",
    "（以下简称“条例”）（掌声）（1）（一）（更新至10月）（补充协议）",
    "最可爱的人——同志们，但是……同志们，还要努力。",
    "他想了想……人总是要走的。",
    "这 次、每 个、第 3 次、第 三 次。",
    "各学校（单位）、各科室（部门）和乡镇（单位）都要抓好落实，街道(单位)也一样。",
    "大家都说«清风»栏目办得好，« Harbour College »也来了人，«公司»两个字写得端正。",
    "出席会议的有：张三　李四　王五",
    "附件：1.任务分工表（略）¶2.参会名单（略）；¶3.实施方案（略）。",
    "主持人（签字）：林  松    记录人（签字）：周　青    监督人：何 平",
    "镇党委书记：林  松  副书记：周青    会场（签到）：镇政府三楼",
    "主席台就座的有：　　王明　　李红",
    "及第、落第次日。同志之间要互相帮助。",
    "某集团军的战士，某企业家的话。",
    "None of us knew that the null hypothesis was null and void, and my nan said so.",
    "Chapter XX of Volume XXX, size XXL, the X-ray, World War II and Louis XIV.",
    "“[The College] has” done well [sic], [...] as he (name withheld) said, time permitting (in May).",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_a_placeholder_is_not_reported(text: str) -> None:
    assert found("placeholder", text) == []


@pytest.mark.parametrize("line", ["***", "＊＊＊", "______", "○○○○○○"])
def test_a_line_of_symbols_between_sections_is_not_reported(line: str) -> None:
    assert found("placeholder", f"第一部分讲完了。¶{line}¶再讲第二部分。") == []


@pytest.mark.parametrize(
    "text", ["李某某同志也来了。", "某单位的做法值得学。", "某年某月某日，有人来访。", "由    主持。"]
)
def test_words_that_may_be_in_a_story_are_warnings(text: str) -> None:
    assert [finding.severity for finding in findings("placeholder", text)] == ["warning"]


def test_the_message_shows_a_blank() -> None:
    [finding] = findings("placeholder", "共召开座谈会  场。")
    assert finding.message == "␣␣场 has a blank where a number or name is missing"
    assert finding.fix == "fill it in, or remove the sentence"


SYMBOLS = "XXx×*_○〇□某局同志年月日20 　（）()【】“”{}%待定补第次场……??"


@given(st.text(st.sampled_from(SYMBOLS + "a。，\n"), max_size=80))
def test_any_text_is_checked_and_findings_do_not_overlap(text: str) -> None:
    one = draft(f"开会。{text}完了。")
    found_at = [(each.start, each.end) for each in RULES["placeholder"].find(one, Facts())]
    assert all(start < end for start, end in found_at)
    assert all(end <= start for (_, end), (start, _) in pairwise(found_at))


@pytest.mark.parametrize(
    "symbol", ["X", "×", "某", " ", "　", "（", "{", "_", "*", "●", "□", "…", "?", "第", "年 ", "待"]
)
def test_a_line_of_a_hundred_thousand_symbols_is_checked(symbol: str) -> None:
    one = draft(f"开会{symbol * 100_000}后L")
    assert len(list(RULES["placeholder"].find(one, Facts()))) <= 100_000
