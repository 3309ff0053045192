"""Slips of the keyboard in a unit file: each is reported at its line and column, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechgen.reading.yaml_file import parse_yaml

from .conftest import Run
from .slips import read_slips

SLIPS = read_slips("syntax.txt")
QUOTED = "there are words after the closing quotation mark; put the whole value in quotes"


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_reported_where_it_is_with_what_to_write(name: str) -> None:
    _, problems = parse_yaml(SLIPS[name][""], "u.yaml")
    assert "".join(f"{problem}\n" for problem in problems).replace("u.yaml:", "") == SLIPS[name]["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "text: 第一句\n  第二句，接着写\nshort: 教育局\n",
        "text: 会议强调：要抓好落实\n  同时：要抓好整改\n",
        'a: "四风"   # 引号\nb: [甲, "乙"]\nc: {d: "丙", e: 丁}\n',
        "a: {b: , c: 1}\n",
        "a:\n- 1\n- 1\n",
        "text: |\n  正文\n   更深\n  - 不是条目\nb: 1\n",
        "a: 第一行\n  —— 第二行\n",
    ],
)
def test_what_is_right_is_not_reported(text: str) -> None:
    value, problems = parse_yaml(text, "u.yaml")
    assert problems == []
    assert value is not None


def test_every_problem_of_a_file_is_shown_through_the_command_line(run: Run) -> None:
    run("init", "w", "-t", "mass-line-summary")
    path = Path("w/units/example.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("vision: 宜居宜业幸福城市", 'vision: "宜居宜业"幸福城市'), encoding="utf-8")
    line = text.split("\n").index(next(each for each in text.split("\n") if each.startswith("vision"))) + 1
    result = run("check", "w/units/example.yaml")
    expected = f"w/units/example.yaml:{line}:15: error[yaml-syntax] {QUOTED}: '\"宜居宜业\"幸福城市'"
    assert result.output.split("\n")[0] == expected
    assert result.exit_code == 1
