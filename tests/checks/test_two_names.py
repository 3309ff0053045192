"""own-name: one organisation with two names, with a unit file or without one."""

from __future__ import annotations

import pytest

from .rules import findings, found

FORESTRY = "unit: {name: 市林业局, short: 市林业局}"
WHOLE = "在{title}总结大会上的讲话\n市委第四督导组组长　沈国栋\n2014年10月22日\n\n同志们：\n{text}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("这件事由市卫生健康委员会牵头。¶会后请市卫生健康局对账。", ["市卫生健康局"]),
        ("市自然资源和规划局的同志来了。¶还要感谢市自然资源与规划局。", ["市自然资源与规划局"]),
        ("市文化广电和旅游局、市文化旅游广电局都出了力。", ["市文化旅游广电局"]),
        ("市交通运输局和县交通运输局都来了。", []),
        ("市住房和城乡建设局、市住房城乡建设局都来了。", []),  # a short form
        ("市教育局和市体育局、市审计局都来了。", []),
    ],
)
def test_another_organisation_has_one_name(text: str, words: list[str]) -> None:
    assert found("own-name", text, FORESTRY) == words
    assert found("own-name", text) == words


@pytest.mark.parametrize(
    ("title", "text", "severities"),
    [
        ("白石镇", "柳溪镇的干部来了。柳溪镇的路修好了。今年柳溪镇很忙。看看柳溪镇的账。", ["warning"]),
        ("市水务局", "市林业局党组高度重视。市林业局领导班子带了头。", [None]),
        ("市林业局", "市林业局党组高度重视。市林业局领导班子带了头。", []),
        ("市住房和城乡建设局", "市住建局党组抓得紧。市住建局领导班子带了头。", []),
    ],
)
def test_the_title_has_the_unit_that_the_speech_is_about(title: str, text: str, severities: list[str | None]) -> None:
    whole = WHOLE.format(title=title, text=text)
    assert [each.severity for each in findings("own-name", whole, whole=True)] == severities


def test_a_group_whose_task_is_before_its_number_is_compared_with_the_authors_line() -> None:
    whole = WHOLE.replace("市委第四督导组", "市综合考核第九组").format(
        title="市林业局", text="市综合考核第三组到市林业局来，看了材料。"
    )
    assert found("own-name", whole, whole=True) == ["市综合考核第三组"]


@pytest.mark.parametrize(
    ("unit", "text", "words"),
    [
        ("梧桐里社区", "梧桐里村的老人都来了，梧桐里村民也来了。", ["梧桐里村"]),
        ("听荷街道", "听荷镇照着做，听荷乡亲也来了。", ["听荷镇"]),
        ("高新区管理委员会", "高新区办事处照着做。", ["高新区办事处"]),
        ("市民营企业协会", "市民营企业联合会照着做，市中小企业联合会也来了。", ["市民营企业联合会"]),
        ("县人民法院", "县人民检察院和人民法庭都来了。", []),
        ("市教育局", "市教育局基础教育处的同志也来了。", []),
    ],
)
def test_the_unit_as_another_kind_of_organisation(unit: str, text: str, words: list[str]) -> None:
    assert found("own-name", text, f"unit: {{name: {unit}}}") == words
