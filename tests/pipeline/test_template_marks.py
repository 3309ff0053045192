"""Half-width marks in the text of a Chinese template: one line of `--lint` for each line of text, and `--fix`."""

from __future__ import annotations

from pathlib import Path

from ..conftest import Run, spots

SPEECH = """---
title: 在{{ unit.name }}的讲话
date: "({{ dates.meeting | date }})"
salutation: "同志们:"
---
{# 说明, 不念 #}
{% from "common/points.md.j2" import points %}
刚才,{{ unit.name }}作了总结;讲得很好!比例是1:2, 网址是http://example.com/a,b

{{ points(demands, "要") }}
"""
FIXED = {
    "speech.md.j2": SPEECH.replace("({{", "（{{")
    .replace("}})", "}}）")
    .replace("同志们:", "同志们：")
    .replace("刚才,", "刚才，")
    .replace("总结;", "总结；")
    .replace("好!", "好！")
    .replace("1:2, ", "1:2，"),
    "demands/plan.md.j2": "---\ntitle: 定方案，抓落实\nvalues:\n  by: {title: 时限, type: string}\n---\n"
    '请在{{ by | default("年底,年底") }}前报来！\r\n',
}


def _write(language: str = "zh-CN") -> None:
    files = {
        "template.yaml": f"title: 试\nlanguage: {language}\nparts: [demands]\n",
        "speech.md.j2": SPEECH,
        "demands/plan.md.j2": FIXED["demands/plan.md.j2"].replace("，", ",").replace("！", "!"),
        "example.yaml": "template: own\nunit: {name: 水务局}\ndates: {meeting: 2014-10-24}\ndemands: [plan]\n",
    }
    for name, text in files.items():
        path = Path("own", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def test_each_line_with_half_width_marks_is_one_problem(run: Run) -> None:
    _write()
    result = run("templates", "--lint", "own")
    assert spots(result) == [
        ("own/demands/plan.md.j2", 2, 11, "punctuation"),
        ("own/demands/plan.md.j2", 6, 33, "punctuation"),
        ("own/speech.md.j2", 3, 8, "punctuation"),
        ("own/speech.md.j2", 4, 17, "punctuation"),
        ("own/speech.md.j2", 8, 3, "punctuation"),
    ]
    assert "4 half-width marks in Chinese text: , ; !; speechgen templates --fix own writes full-width ones" in (
        result.stderr
    )


def test_fix_writes_full_width_marks_and_changes_nothing_else(run: Run) -> None:
    _write()
    result = run("templates", "--fix", "own")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["own/speech.md.j2", "own/demands/plan.md.j2"]
    assert {name: Path("own", name).read_bytes().decode() for name in FIXED} == FIXED
    assert not run("templates", "--fix", "own").stdout


def test_text_in_another_language_keeps_its_marks(run: Run) -> None:
    _write("en")
    run("templates", "--fix", "own")
    assert Path("own/speech.md.j2").read_text(encoding="utf-8") == SPEECH


def test_a_bundled_template_is_not_written(run: Run) -> None:
    assert not run("templates", "--fix", "mass-line-summary").stdout
