"""figure: sentences whose own figures cannot all be right."""

from __future__ import annotations

import pytest

from .rules import found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("办结率由85%提高到85%。", ["85%提高到85%"]),
        ("来信来访由35件下降到35件。", ["35件下降到35件"]),
        ("来信来访同比下降0%。", ["下降0%"]),
        ("43名党员中，有48名参加了学习。", ["48名"]),
        ("列入清单的事项共96项，已经办结118项。", ["118项"]),
        ("发放问卷282份，收回问卷305份。", ["305份"]),
        ("有121%的群众表示满意。", ["121%"]),
        ("每个支部走访24至7户。", ["24至7户"]),
        ("整改期限为15个月至3个月。", ["15个月至3个月"]),
        ("全年走访群众472户多。", ["472户多"]),
        ("来回走了约70公里多。", ["约70公里多"]),
        ("全年会议从222次减少到197次，少开了45次。", ["45次"]),
        ("发文119份，同比减少21份，下降19%。", ["19%"]),
    ],
)
def test_figures_that_contradict_each_other_are_reported(text: str, words: list[str]) -> None:
    assert found("figure", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "在10个镇中，有36个村通了公路。",  # other things
        "发出通知20份，收到建议35条。",
        "现有职工320人，今年退休41人。",
        "今年有150%的增长。",
        "投诉由24件降至7件，会议从24次减到7次。",
        "从20时至8时值守，12月至3月防火。",
        "前后两年多，走了三公里多，用了3万元多。",
        "他12天多次来访，有户人家20人多年没有团聚。",
        "发文119份，同比减少21份，下降15%。",
    ],
)
def test_figures_that_agree_are_left_alone(text: str) -> None:
    assert found("figure", text) == []
