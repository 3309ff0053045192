"""level: departments, libraries and institutes; a speaker's words for the unit, its system and its meeting."""

from __future__ import annotations

import pytest

from .rules import findings, found

ORGANISATION = "{unit: {name: 中共江州市委组织部, short: 市委组织部}}"
LIBRARY = "{unit: {name: 柳溪县图书馆, short: 县图书馆}, leading_body: {name: 馆党支部}}"
INSTITUTE = "{unit: {name: 江州科学院海洋研究所, short: 海洋所}}"
BRANCH = "{unit: {name: 共青团双河村支部}}"
UNIVERSITY = "{unit: {name: 江州理工大学, short: 江理工}}"
PROCURATORATE = "{unit: {name: 青禾区人民检察院, short: 区检察院}}"
COUNTY = "{unit: {name: 柳溪县}}"
TOWN = "{unit: {name: 青石镇}}"
HOSPITAL = "{unit: {name: 江州市第三医院, short: 市三院}}"
COMMUNITY = "{unit: {name: 东苑社区居民委员会, short: 东苑社区}}"
CITY = "{unit: {name: 江州市人民政府, short: 市政府}}"


@pytest.mark.parametrize(
    ("unit", "text", "words"),
    [
        (ORGANISATION, "推动我区组织工作再上台阶。", "我区"),
        (ORGANISATION, "广大党员把我局的工作做得更好。", "我局"),
        (LIBRARY, "局党组认真贯彻上级部署。", "局党组"),
        (INSTITUTE, "我局的创新能力明显提升。", "我局"),
        (BRANCH, "我镇团支部开展了志愿服务。", "我镇团支部"),
        (UNIVERSITY, "我谨代表医院向大会作报告。", "医院"),
        (PROCURATORATE, "要准确把握法院系统的特点。", "法院系统"),
        (TOWN, "推动全局各项工作再上台阶。", "全局"),
        (HOSPITAL, "我对全局二十多名护士长表示祝贺。", "全局"),
        (CITY, "面对困难，全县人民众志成城，完成了市县下放的事项。", "全县"),
    ],
)
def test_a_word_for_another_unit_is_found(unit: str, text: str, words: str) -> None:
    assert found("level", text, unit) == [words]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (ORGANISATION, "广大教师、医务人员、民警和村干部冲锋在前，街道党工委抓得紧。"),
        (ORGANISATION, "全部党员都要带头，我市的组织工作有新进展。"),
        (LIBRARY, "在县文旅局党组的领导下，局党组多次到馆调研，我县的读者多了。"),
        (INSTITUTE, "我院和我所的科研能力提高了，我所看到的是希望。"),
        (BRANCH, "在我镇团委的指导下，我村团支部开展了活动。我镇是大镇。"),
        (UNIVERSITY, "附属医院也派人参加了，我代表学校、代表医院感谢大家。"),
        (PROCURATORATE, "检察系统和法院系统的同志都来了。"),
        (PROCURATORATE, "法院审理了案件，法院系统也派人来了。"),
        (TOWN, "站在全局的高度，统筹全局各项工作。"),
        (COMMUNITY, "我代表镇党委、镇政府感谢大家，我镇党委的工作抓得紧。"),
        (CITY, "在威远县，全县人民众志成城。"),
    ],
)
def test_words_that_fit_the_unit_or_are_about_others_are_not_reported(unit: str, text: str) -> None:
    assert found("level", text, unit) == []


def test_the_meeting_is_that_of_the_title() -> None:
    title = "在全县教育工作会议上的讲话\n\n同志们：\n"
    assert found("level", title + "这次全市教育工作会议很重要。", COUNTY, whole=True) == ["全市"]
    assert (
        found("level", title + "我们传达全市教育工作会议精神。这次全县教育工作会议很重要。", COUNTY, whole=True) == []
    )


def test_the_words_of_a_speaker_are_warnings() -> None:
    (finding,) = findings("level", "我谨代表医院向大会作报告。", UNIVERSITY)
    assert finding.severity == "warning"
