"""foreign-unit: another organ of the same place where the unit must be meant: 市人大机关党组 for 市政协机关."""

from __future__ import annotations

import pytest

from .rules import findings, found

WOMEN = "{unit: {name: 清江县妇女联合会, short: 县妇联, aliases: [妇联]}}"
CPPCC = "{unit: {name: 清江市政协机关, short: 市政协机关, aliases: [政协机关]}}"
OFFICE = "{unit: {name: 区委办公室, aliases: [党办]}}"
GOVERNMENT_OFFICE = "{unit: {name: 市政府办公室, aliases: [市府办, 办公室]}}"
ARCHIVE = "{unit: {name: 省档案馆, aliases: [省地方志办]}}"
POLITICS = "{unit: {name: 市委政法委}}"
AUDIT = "{unit: {name: 清江市柳河区审计局, short: 区审计局}, mentions: [区财政局]}"
COURT = "{unit: {name: 最高人民法院}}"
COLLEGE = "{unit: {name: 东江理工大学, short: 东江理工}}"
BRANCH = "{unit: {name: 共青团梅林村支部}}"
HEAD = "{unit: {name: 县教育局, head: {name: 程远, post: 局党委书记、局长}}}"
PROSECUTORS = "{unit: {name: 清江市人民检察院, short: 市检察院, head: {name: 程远, post: 检察长}}}"
BUREAU = "{unit: {name: 县教育局}, leading_body: {name: 局党组}}"

ERRORS = [
    (WOMEN, "在这里，我代表县总工会向姐妹们表示祝贺。", "县总工会"),
    (CPPCC, "我首先代表市人大机关向大家表示感谢。", "市人大机关"),
    (OFFICE, "我代表开发区管委会向受表彰的同志表示祝贺。", "开发区管委会"),
    (COURT, "现在，我代表最高人民检察院向大会报告工作。", "最高人民检察院"),
    (COLLEGE, "我代表东江大学向大家拜年。", "东江大学"),
    (BRANCH, "我代表共青团石桥村支部作工作报告。", "共青团石桥村支部"),
    (HEAD, "大家要努力。¶县水利局党委书记、局长  程远", "县水利局"),
    (HEAD, "县卫生局局长程远主持会议。", "县卫生局"),
    (PROSECUTORS, "现在，我代表清江市人民法院向大会报告工作。", "清江市人民法院"),
    (PROSECUTORS, "¶清江市人民法院检察长  程远", "清江市人民法院"),
]
WARNINGS = [
    (ARCHIVE, "2023年8月11日，省博物馆召开主题教育总结会议。", "省博物馆"),
    (POLITICS, "2月20日，市委宣传部召开全市工作会议。", "市委宣传部"),
    (CPPCC, "5月28日上午，市人大机关举行专题党课。", "市人大机关"),
    (WOMEN, "6月3日，县工商联举办座谈会。", "县工商联"),
    (BUREAU, "6月3日，县水利局召开动员大会。", "县水利局"),
    (WOMEN, "巡察组在肯定县文联党支部工作成绩的同时，指出了不足。", "县文联"),
    (GOVERNMENT_OFFICE, "程远充分肯定了市民政局前阶段的教育实践活动。", "市民政局"),
    (OFFICE, "一、关于区水利局的同志如何提高素质", "区水利局"),
    (CPPCC, "市人大机关党组将以此次民主生活会为契机。", "市人大机关"),
    (POLITICS, "市委统战部机关党委要以此为契机。", "市委统战部"),
    (POLITICS, "市委组织部认真组织党员学习，打牢思想基础。", "市委组织部"),
    (CPPCC, "市政府办公室主要领导通报了有关情况。", "市政府办公室"),
    (AUDIT, "根据批准的计划，县审计局依法审计了预算执行情况。", "县审计局"),
]


@pytest.mark.parametrize(("unit_file", "text", "name"), ERRORS)
def test_another_organ_for_which_the_speaker_speaks_is_an_error(unit_file: str, text: str, name: str) -> None:
    assert found("foreign-unit", text, unit_file) == [name]
    assert [each.severity for each in findings("foreign-unit", text, unit_file)] == ["error"]


@pytest.mark.parametrize(("unit_file", "text", "name"), WARNINGS)
def test_another_organ_where_the_unit_is_likely_meant_is_a_warning(unit_file: str, text: str, name: str) -> None:
    assert found("foreign-unit", text, unit_file) == [name]
    assert [each.severity for each in findings("foreign-unit", text, unit_file)] == ["warning"]


@pytest.mark.parametrize(
    ("unit_file", "text"),
    [
        # superiors and the unit itself
        (WOMEN, "我代表县委、县政府向大家表示祝贺。"),
        (WOMEN, "6月3日，县委召开会议，县妇联参加。"),
        (CPPCC, "5月28日，市政协召开会议，政协机关党组要带头。"),
        (CPPCC, "市政协党组始终坚持党的领导。"),
        (OFFICE, "6月3日，区委召开常委会，区委办公室列席。"),
        (AUDIT, "市审计局要加强指导，省审计厅召开会议。"),
        (HEAD, "县教育局党委书记、局长程远主持会议，县委常委程远也来了。"),
        (HEAD, "县教育局党委副书记、局长 程远"),
        (HEAD, "县招生办主任、县教育局局长程远讲话，会议由党委书记程远主持。"),
        (PROSECUTORS, "清江市检察院检察长程远，市检察院党组书记、检察长程远。"),
        (PROSECUTORS, "同清江市人民法院座谈。"),
        # others that are meant
        (WOMEN, "要主动与县工商联、县总工会联系，请县文联支持。"),
        (WOMEN, "6月3日，县工商联、县妇联召开联席会议。"),
        (WOMEN, "6月3日，县妇联联合县工商联举办座谈会。"),
        (POLITICS, "由市委宣传部牵头，市委组织部配合。"),
        (POLITICS, "市委组织部部长程远出席会议。"),
        (BUREAU, "6月3日，县委组织部召开干部会议，宣布了决定。"),
        (BUREAU, "会同县水利局开展检查，联合县财政局整治。"),
        (GOVERNMENT_OFFICE, "听取了市民政局的汇报，肯定了同志们的工作。"),
        (OFFICE, "一、关于向区水利局学习的事"),
        (ARCHIVE, "省图书馆的同志介绍了经验。"),
        (ARCHIVE, "“8月11日，省图书馆召开会议”是报上的消息。"),
        (COURT, "最高人民检察院报告了工作，我代表最高人民法院表示感谢。"),
        (COLLEGE, "东江大学的老师来访，我代表东江理工欢迎他们。"),
        (BRANCH, "石桥村支部的经验值得学习。"),
        ("{unit: {name: 省档案馆}, mentions: [省博物馆]}", "8月11日，省博物馆召开总结会议。"),
    ],
)
def test_organs_that_a_speech_rightly_names_are_not_reported(unit_file: str, text: str) -> None:
    assert found("foreign-unit", text, unit_file) == []


def test_another_organ_in_the_title_is_an_error() -> None:
    text = "在市委宣传部2025年表彰大会上的讲话¶¶同志们：¶大家好。"
    assert [each.severity for each in findings("foreign-unit", text, POLITICS, whole=True)] == ["error"]
    text = "在市委政法委和市委宣传部联席会上的讲话¶¶同志们：¶大家好。"
    assert found("foreign-unit", text, POLITICS, whole=True) == []
