"""What the author of a template writes wrong in a line of it, and what is reported: in both languages, to be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import Run
from .broken import LANGUAGES, english_lines

MANIFEST = """title: 年度总结大会讲话
language: zh-CN
values:
  place: {title: 会场, type: string, examples: [大礼堂]}
  started: {title: 开始的月份, type: string, format: month, examples: [2024-03]}
  guests:
    title: 来宾
    type: array
    items: {properties: {name: {title: 姓名, type: string}, post: {title: 职务, type: string}}}
metrics:
  visits: {title: 走访, measure: 次, examples: [3]}
  complaints: {title: 投诉, measure: 件, change: {expected: decrease}, examples: [{before: 9, after: 5}]}
parts:
  points: {title: 评价要点, minimum: 1}
"""
SPEECH = """---
title: 在{{ unit.name }}的讲话
---
{% from "words.md.j2" import greet %}
{{ greet(place) }}今天有{{ metrics.visits }}走访，{{ started | date }}开始的。

{% if metrics.complaints.after > 99 %}投诉多。{% endif %}

{% for guest in guests %}
{{ guest.post }}{{ guest.name }}同志来了。

{% endfor %}
{% for point in points %}
{{ point.title }}。{{ point.body }}

{% endfor %}
"""
VALUES = """unit: {name: 青山镇}
dates: {meeting: 2025-01-02}
place: 大礼堂
started: 2024-03
guests: [{name: 何平, post: 镇长}]
metrics: {visits: 3, complaints: {before: 9, after: 12}}
points: [study]
"""
FILES = {
    "templates/总结/template.yaml": MANIFEST,
    "templates/总结/words.md.j2": "{% macro greet(x) %}{{ x }}里坐满了人。{% endmacro %}\n",
    "templates/总结/points/study.md.j2": "---\ntitle: 学习抓得紧\n---\n每周一次，一次不落。\n",
    "templates/总结/example.yaml": f"template: 总结\n{VALUES.replace('after: 12', 'after: 5')}",
    "speechgen.yaml": "template: 总结\nformats: [txt]\n",
    "units/青山镇.yaml": VALUES,
}
# Lines that are added to the speech, each alone.
SLIPS = {
    "values": (
        "{{ weather }}",
        "{{ plase }}",
        "{{ unit.hed.name }}",
        "{{ metrics.visit }}",
        "{{ metrics.visits.befor }}",
        "{{ guests[0].nmae }}",
        "{{ guests[1].name }}",
        "{{ guests[-2].name }}",
        "{{ points[0].text }}",
        "{{ points[3].title }}",
        "{{ loop.index }}",
        "{{ unit.head.post }}主持会议。",
        "投诉{{ metrics.complaints }}。",
        "{{ started.day }}",
        "{{ greet }}",
        "{{ self.title }}",
    ),
    "syntax": (
        "{{ place",
        "{{ place }",
        "{{ place {{ unit.name }}",
        "{% if place",
        "{% if place %}会场",
        "{# 会场",
        "{{ }}",
        "{% %}",
        "{% fi place %}",
        "{% endfor %}",
        "{% raw %}会场",
        "{{ place | }}",
        "{{ place. }}",
        "{{ (place }}",
        "{{ place) }}",
        "{{ place place }}",
        "{{ “会场” }}",
        "{{ place，unit.name }}",
        '{{ "会场 }}',
        '{{ greet("会场) }}{{ greet("大礼堂") }}',
        '{{ greet("会场) }}\n{% include "words.md.j2" %}',
        "{% if place == '会场 %}好{% endif %}\n\n{{ greet('会场') }}",
        "{{ 'a\\x' }}",
        "{{ place | uper }}",
        "{% if place is evenn %}{% endif %}",
        "{% set 'a' = 1 %}",
        "{% for loop in guests %}{% endfor %}",
        "{% block a %}{% endblock %}{% block a %}{% endblock %}",
        "{% block a-b %}{% endblock %}",
        "{% from 'words.md.j2' import _greet %}",
        "{{ 1 is even is odd }}",
        "{% call greet %}{% endcall %}",
        "{% macro a(x=1, y) %}{% endmacro %}",
        "{{ greet(x=1, 2) }}",
        "{{ greet(x=1, x=2) }}",
        "{% autoescape true %}{% endautoescape %}",
        "{% filter upper %}a{% endfilter %}",
        "{% set a | upper %}a{% endset %}",
        "{{ 123456789012345678901234567890 }}",
    ),
    "files and macros": (
        '{% include "word.md.j2" %}',
        '{% include "结尾.md.j2" %}',
        '{% include "../a.md.j2" %}',
        '{% include "speech.md.j2" %}',
        '{% from "words.md.j2" import great %}{{ great(place) }}',
        "{{ today() }}",
        "{{ closing() }}",
        "{{ super() }}",
        "{{ greet(1, 2) }}",
        "{{ greet(y=1) }}",
        "{% call greet(place) %}好{% endcall %}",
    ),
    "kinds of values": (
        "{{ place.upper() }}",
        "{{ place() }}",
        "{{ guests.count }}",
        "{{ place.__class__ }}",
        "{{ loop }}{% for guest in guests %}{{ loop.indexx }}{% endfor %}",
        "{{ dates.meeting.hour }}",
        "{{ place + metrics.visits }}",
        "{{ place + 1 }}",
        "{{ metrics.visits + 1 }}",
        "{{ dates.meeting - started }}",
        "{{ dates.meeting + 1 }}",
        "{{ metrics.visits.value / 0 }}",
        "{{ 10 ** 2 }}",
        "{{ -place }}",
        "{% if place > 1 %}多{% endif %}",
        "{% if metrics.complaints > 1 %}多{% endif %}",
        "{% if dates.meeting == '2025-01-02' %}好{% endif %}",
        "{% if metrics.visits == '3' %}好{% endif %}",
        "{% if guests > 1 %}多{% endif %}",
        "{% if 1 in 3 %}有{% endif %}",
        "{% for each in place %}{{ each }}{% endfor %}",
        "{% for a, b, c in guests %}{{ a }}{% endfor %}",
        "{% set unit.name = 1 %}",
        "{{ points[0].title | upper }}",
        "{{ points[0].body[0] }}",
        "{{ metrics.visits.value[0:1] }}",
        "{{ place | round(1, 2, 3) }}",
        "{{ guests | map | join }}",
        "{{ guests | map(attr='name') | join }}",
        "{{ guests | selectattr | join }}",
        "{{ 3 | round(50) }}",
        "{{ [points[0].title, place] | join }}",
        "{{ [[1], 2] | sort | join }}",
    ),
    "limits": (
        "{% for i in range(20000) %}a{% endfor %}",
        "{% for i in range(9000) %}{% for j in range(9000) %}a{% endfor %}{% endfor %}",
        "{% set a = '很' * 9 %}",
        "{% for i in range(9000) %}" + "很长" * 60 + "{% endfor %}",
        "{{ 99999999999999 * 99999999999999 }}",
        "{{ " + "(" * 90 + "1" + ")" * 90 + " }}",
    ),
    "Markdown": (
        "##总结",
        "看[这里](http://example.com)。",
        "见<https://example.com>。",
        "![图](a.png)",
        "*重要*",
        "_重要_",
        "~~删去~~",
        "`代码`",
        "> 引用",
        "```",
        "---",
        "总结\n===",
        "<b>重要</b>",
        "<!-- 说明 -->",
        "注[^1]",
        "[a]: http://example.com",
        "｛｛ place ｝｝",
        "{ unit.name }",
        "| 项目 | 数量 |",
        "| 项目 | 数量 |\n|---|\n| 走访 | 3 |",
        "| 项目 | 数量 |\n|---|---|\n| 走访 | 3 | 次 |",
        "一 | 二\n--|--",
    ),
}


def reported(run: Run, slip: str, language: str) -> str:
    """The lines that lint reports for the workspace with a slip, then those that generate adds."""
    for name, text in {**FILES, "templates/总结/speech.md.j2": f"{SPEECH}{slip}\n"}.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    lines: list[str] = []
    for command in ("templates --lint 总结", "generate --no-check"):
        found = re.findall(r".*(?:error|warning|错误|提醒)\[.*", run(*command.split(), "--lang", language).output)
        lines += [line for line in found if line not in lines]
    assert lines, slip
    return "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(("language", "ending"), LANGUAGES)
def test_each_slip_is_reported_in_the_words_of_the_language(
    run: Run, golden: Callable[[str, str], None], language: str, ending: str
) -> None:
    assert sum(map(len, SLIPS.values())) > 100
    reports = {
        name: "\n".join(
            f"{slip if len(slip) < 99 else f'{slip[:60]}…'}\n{reported(run, slip, language)}" for slip in slips
        )
        for name, slips in SLIPS.items()
    }
    golden(f"slips/authors{ending}.txt", "\n".join(f"== {name}\n\n{report}" for name, report in reports.items()))
    shown = [line for report in reports.values() for line in report.splitlines() if line.startswith("    ")]
    assert language == "en" or english_lines("\n".join(shown)) == []
