"""near-name and name-post: names of two characters, names with a space, and posts of groups."""

from __future__ import annotations

import pytest

from .rules import findings, found

UNIT = """
unit: {name: 临江市第三中学, short: 临江三中, head: {post: 党委书记、校长, name: 王琛}}
group: {name: 市教育局党委第二巡察组, leader: {post: 组长, name: 姚国海}}
people: [{name: 高岩, post: 副校长}, {name: 邢丽}, {name: 解明, post: 教务处主任}, {name: 钱金星, post: 指导组副组长}]
"""


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("副校长高严出席会议。", "高严", None),
        ("副校长高言说得好。", "高言", None),
        ("教务处主任解鸣强调了纪律。", "解鸣", None),
        ("我校刑丽老师获奖。", "刑丽", "warning"),
        ("校长　王　晨", "王　晨", None),
        ("党委书记、校长  王 深", "王 深", "warning"),
        ("王琛指出问题。最后，王深代表班子表态。", "王深", "warning"),
    ],
)
def test_misspelt_names_are_found(text: str, words: str, severity: str | None) -> None:
    (finding,) = findings("near-name", text, UNIT)
    assert found("near-name", text, UNIT) == [words]
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "认真学习习近平总书记讲话，深入学习习近平新时代中国特色社会主义思想。",
        "北京大学习近平新时代中国特色社会主义思想研究院",
        "王琛指出，王晨同学进步很快，王晨还带动了同桌。",
        "高速发展，高度重视，介绍三中的经验。",
        "运用好市教育局党委第二巡察成果，市教育局党委第二巡察办来了。",
    ],
)
def test_other_words_are_not_misspelt_names(text: str) -> None:
    assert found("near-name", text, UNIT) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("临江三中党委副书记、副校长 王 琛", ["王 琛"]),
        ("副校长王琛主持，教务处副主任解明讲话。", ["王琛", "解明"]),
        ("组长、局党委书记姚国海同志和指导组副组长钱金星同志到会指导。", []),
        ("一会儿，姚国海书记还将讲话。", []),
        ("原书记王琛、副校长高岩来了。", []),
    ],
)
def test_posts_are_compared_with_the_persons_own(text: str, words: list[str]) -> None:
    assert found("name-post", text, UNIT) == words
