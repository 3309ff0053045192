"""repeat: verbs and short words that are doubled by a slip, next to those that are doubled on purpose."""

from __future__ import annotations

import pytest

from .rules import findings, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("用用实际行动回答群众。", "用用"),
        ("同志们会会明白这个道理。", "会会"),
        ("志愿者们用用双手美化家园。", "用用"),
        ("我们会会守住底线。", "会会"),
        ("会上，努努力形成共识。", "努努"),
        ("大家一起一起走过了五年。", "一起一起"),
        ("一定一定要守住底线。", "一定一定"),
        ("打造最优最优服务窗口。", "最优最优"),
        ("着力提高提高办事效率，", "提高提高"),
        ("并鼓励鼓励青年教师多下基层。", "鼓励鼓励"),
        ("懂得了如何如何把握分寸。", "如何如何"),
        ("全面检查检查各项任务落实情况。", "检查检查"),
        ("不能不能只喊口号。", "不能不能"),
        ("开展多种多种形式的活动。", "多种多种"),
    ],
)
def test_what_is_doubled_before_its_object_is_a_warning(text: str, words: str) -> None:
    assert found("repeat", text) == [words]
    assert [finding.severity for finding in findings("repeat", text)] == ["warning"]
    assert [finding.replacement for finding in findings("repeat", text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "用用户的话说，会会员的权益要保障。",
        "学会会长、协会会员、机会会有的，费用用于建设，使用用途要清楚。",
        "水平还要提高提高，大家高高兴兴，问题要研究研究。",
        "大家研究研究再定，请同志们讨论讨论一下。",
        "要好好总结总结这几年的经验，先学习学习上级文件。",
        "一步一步走，很久很久以前，一件一件地办，一天一天变好。",
        "人人有责，个个争先，往往如此，处处留心，努力努力再努力。",
        "说是这样那样，到底如何如何，谁也不知道。",
        "我们去走访走访困难群众，坐下来交流交流思想。",
        "支部内部的同志可以互相提醒提醒对方。",
        "非常非常重要，十分十分感谢，特别特别高兴。",
    ],
)
def test_what_is_doubled_on_purpose_is_left_alone(text: str) -> None:
    assert found("repeat", text) == []
