"""figure: what contradicts itself in any speech: changes to the same, more done than there was, durations, ages."""

from __future__ import annotations

import pytest

from .rules import findings, found


def _reported(text: str) -> list[tuple[str, str]]:
    words = found("figure", text)
    return [(each, finding.severity or "error") for each, finding in zip(words, findings("figure", text), strict=True)]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("创新指数由全省第17位提升至全省第17位。", [("第17位提升至全省第17位", "error")]),
        ("考核从第八名跃升到第八名。", [("第八名跃升到第八名", "error")]),
        ("考核排名由第6位上升到第9位。", [("第6位上升到第9位", "error")]),
        ("考核排名由第9名下滑至第6名。", [("第9名下滑至第6名", "error")]),
        ("空置率由5%下降到5%以内。", [("5%下降到5%", "warning")]),
        ("合格率从95%提高到95%以上。", [("95%提高到95%", "warning")]),
    ],
)
def test_a_change_to_the_same_or_against_its_verb_is_reported(text: str, reported: list[tuple[str, str]]) -> None:
    assert _reported(text) == reported


@pytest.mark.parametrize(
    "text",
    [
        "创新指数由全省第17位提升至第12位。",
        "由全市第3位提升到全省第3位。",
        "考核从第八名跃升到第三名，投诉量排名由第2位退到第9位。",
        "空置率由7%下降到5%以内。",
        "合格率保持在95%以上，去年95%，今年95%。",
    ],
)
def test_real_changes_are_left_alone(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今年约增产30万斤左右。", "约 and 左右"),
        ("大约需要投入50万元左右。", "大约 and 左右"),
        ("每天约有20至30人左右来访。", "约 and 左右"),
        ("差不多有40户左右搬进了新房。", "差不多 and 左右"),
        ("近 20 余名队员参加。", "近 and 余"),
        ("超60多家企业到会。", "超 and 多"),
    ],
)
def test_two_words_of_approximation_for_one_figure_are_an_error(text: str, words: str) -> None:
    (finding,) = findings("figure", text)
    assert words in finding.message
    assert finding.severity in (None, "error")


@pytest.mark.parametrize(
    "text",
    [
        "全年约谈干部30人左右。",
        "约定的时间是9时左右，预约群众20人左右。",
        "大约增产30万斤，人均30斤左右。",
        "超额完成任务20%以上。",
        "20 余名队员参加，近 20 年来走访 300 余户。",
    ],
)
def test_one_word_of_approximation_is_left_alone(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("去年，全院受理案件4210件，审结4380件，同比上升3%。", "4380件"),
        ("全市法院受理案件3万余件，审执结4.2万余件。", "4.2万余件"),
        ("共受理提请批捕605人、移送起诉825人，经审查批准逮捕650人、提起公诉700人。", "650人"),
        ("共受理提请批捕605人、移送起诉825人，经审查批准逮捕550人、提起公诉900人。", "900人"),
        ("受理提请审查逮捕案件152件206人，批准逮捕162件191人。", "162件"),
        ("受理移送审查起诉案件195件253人，已提起公诉165件263人。", "263人"),
        ("批准逮捕162件157人。", "157人"),
        ("共有80人报名，经过择优选拔，最终录用92人。", "92人"),
        ("落实培训经费300万元（市本级900万）。", "900万"),
    ],
)
def test_more_done_than_there_was_is_a_warning(text: str, words: str) -> None:
    assert (words, "warning") in _reported(text)


@pytest.mark.parametrize(
    "text",
    [
        "去年，全院受理案件4210件，审结3980件，同比上升3%、5%。",
        "新收案件4210件，审结4380件。",
        "受理民事案件120件，审结刑事案件180件。",
        "受理提请审查逮捕案件152件206人，批准逮捕122件171人，不批准逮捕30件35人。",
        "受理移送审查起诉案件195件253人，提起公诉165件203人。",
        "批准逮捕21人，提起公诉34人。",
        "落实培训经费900万元（市本级300万），上年300万元（前年900万）。",
        "共有80人报名，有120人到场观看，最终录用20人。",
    ],
)
def test_less_done_than_there_was_is_left_alone(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("培训于6月3日至6日举行，为期5天。", [("为期5天", "error")]),
        ("6月29日至7月2日，开展了为期六天的集训。", [("为期六天", "error")]),
        ("6月3日至6日，开展集训。¶为期5天的集训，内容很多。", [("为期5天", "warning")]),
        ("6月3日至16日，开展了为期5天的集训。", [("为期5天", "warning")]),
        ("3月1日至6月30日，开展为期6个月的整治。", [("为期6个月", "warning")]),
        ("3月2日至3月15日，开展为期四周的培训。", [("为期四周", "warning")]),
    ],
)
def test_a_duration_that_its_days_do_not_give_is_reported(text: str, reported: list[tuple[str, str]]) -> None:
    assert _reported(text) == reported


@pytest.mark.parametrize(
    "text",
    [
        "培训于6月3日至6日举行，为期4天。",
        "培训于6月3日至6日举行，为期3天。",
        "6月3日至16日，利用双休日开展为期4天的集训。",
        "6月3日至6日，开展集训。¶7月8日至12日，再次集训。¶为期5天的集训，内容很多。",
        "3月1日至6月30日，开展为期4个月的整治。",
        "3月2日至3月15日，开展为期两周的培训。",
        "从3月到6月，开展为期三个月的整治。",
        "6月3日至6日举办第一期。第二期在9月，为期10天。",
    ],
)
def test_a_duration_that_may_be_right_is_left_alone(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今天是云台大学校友会成立30周年的日子。¶校友会走过了20年风雨历程。", "20年"),
        ("参观清江中学党组织成立90周年纪念展。¶展览讲述了100年来清江中学党组织的奋斗历程。", "100年"),
        ("热烈庆祝云台商会成立15周年。¶云台商会成立20周年，来之不易。", "20周年"),
    ],
)
def test_two_ages_of_one_body_are_a_warning(text: str, words: str) -> None:
    assert _reported(text) == [(words, "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "今天是云台大学校友会成立30周年的日子。¶校友会走过了30年风雨历程。",
        "今天是云台大学校友会成立30周年的日子。¶校友会走过了近三十年的历程。¶我走过了20年的求学路。",
        "庆祝云台大学建校120周年。¶云台大学医学院走过了60年。",
        "庆祝云台大学建校120周年。¶100年前，云台大学迁来清江。",
        "庆祝中国共产党成立100周年。¶改革开放40年来，变化很大。",
        "云台商会成立15周年。¶2010年云台商会成立10周年时，大家也在这里。",
    ],
)
def test_ages_of_different_things_are_left_alone(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "工业产值年均增长18.5%，税收收入由25.4亿元增加到61.3亿元，年均增长19.3%。",
        "事项办理时限缩减60%，群众等候时间由48分钟压缩到11分钟。",
        "城乡居民收入比由2.41∶1缩小到2.18∶1。",
        "创新指数从全省的24位提升到17位。",
        "镇级预算收入完成652.3亿元、增长9.1%，税收占比达到84.2%，总量6120.4亿元。",
        "出口72.4亿元，其中贸易顺差31亿元，占全省的14%。",
        "新增城镇就业6万人，农村劳动力转移就业9万人，高校毕业生就业率达91%。",
        "有38个村进入省计划，160个市级项目中，工业项目占到45%。",
        "建成60个标准化村（社区）阅览室、20个示范点、140个健身点。",
        "新认定示范企业2家、培育企业13家，总数达到41家。",
        "财政收入过10亿元的乡镇有7个，其中过30亿元的2个。",
        "人均可支配收入2.3万元，其中城镇居民3.4万元。",
        "创建示范村2个，满意度连续三年居全市前列，其中5个村进入前十。",
        "耕地面积超过近六年的总和。",
        "九龙大道、G238余清段开工建设。",
        "小学生补助由600元提高到最低900元，初中生补助由800元提高到最低1100元。",
        "普通公路二级及以上比例达93%，通三级及以上公路的比例达62%。",
        "行政管理专业2024级学生来了。行政管理专业2022级学生也来了。",
    ],
)
def test_figures_of_other_things_are_left_alone(text: str) -> None:
    assert _reported(text) == []


def test_two_figures_in_a_long_report_are_a_warning() -> None:
    text = "新增公共停车位3200个。¶" + "大家都谈了各自的看法。" * 800 + "¶新增公共停车位2600个。"
    assert {severity for words, severity in _reported(text) if words == "2600个"} == {"warning"}
    short = "新增公共停车位3200个。¶大家都谈了各自的看法。¶新增公共停车位2600个。"
    assert _reported(short) == [("2600个", "error")]
