"""Finding the people named in a text."""

from __future__ import annotations

import pytest

from speechgen.checks.rules.names.persons import person_mentions


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("局党组书记、局长梁文涛同志代表", [("梁文涛", ["局党组书记", "局长"])]),
        ("刚才，市委书记高志强作了讲话。", [("高志强", ["市委书记"])]),
        ("市委第四督导组组长　沈国栋", [("沈国栋", ["市委第四督导组组长"])]),
        ("县长温如海同志和副县长马丽同志", [("温如海", ["县长"]), ("马丽", ["副县长"])]),
        ("请李明同志讲，欧阳明同志补充。", [("李明", []), ("欧阳明", [])]),
        ("局长李明带头讲，局长李为强带头听。", [("李明", ["局长"]), ("李为强", ["局长"])]),
        ("听了，陈志远局长和李静芬副校长的介绍", [("陈志远", ["局长"]), ("李静芬", ["副校长"])]),
        ("党委书记兼董事长曹振东同志", [("曹振东", ["党委书记", "董事长"])]),
    ],
)
def test_people_are_found_by_a_post_or_comrade(text: str, people: list[tuple[str, list[str]]]) -> None:
    assert [(mention.name, [post.words for post in mention.posts]) for mention in person_mentions(text)] == people


def test_a_former_post_is_marked_as_past() -> None:
    (mention,) = person_mentions("执行局原副局长陶永年同志")
    assert mention.posts[0].is_past


@pytest.mark.parametrize(
    "text",
    [
        "全体同志、各位同志、老同志、负责同志、单位同志、党员同志、全局同志、有的同志。",
        "书记马上就办，局长高度重视，院长应当负责，校长常常听课，书记项目要挂图作战。",
        "书记和镇长都来了，局长向大家通报，主任安排部署，市长热线要接得快。",
        "苏书记、陆镇长，你们两位表个态。",
    ],
)
def test_words_that_only_look_like_a_name_are_not_found(text: str) -> None:
    assert [mention.name for mention in person_mentions(text)] == []
