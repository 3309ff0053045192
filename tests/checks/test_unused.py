"""Values of a unit file, and parts that it chooses, that its speech does not use."""

from __future__ import annotations

from pathlib import Path

import pytest

import speechgen
from speechgen.checks.unused_values import unused_values
from speechgen.workspace import unit_context

TEMPLATE = {
    "template.yaml": """
title: 测试
language: zh-CN
values:
  properties:
    host: {type: object, properties: {name: {type: string}, note: {type: string}}}
    pilot: {type: boolean}
    motto: {type: string}
    tasks: {type: array, items: {type: string}}
metrics:
  held: {title: 召开会议, measure: 场}
  total: {title: 事项, measure: 项}
  done: {title: 办结, measure: 项}
parts:
  points: {title: 要点}
  hidden: {title: 不念的要点}
""",
    "speech.md.j2": """---
title: 在{{ unit.name }}的讲话
---
{{ host.name }}同志讲得好。{% if pilot %}先行先试。{% endif %}
{% if motto and motto == "实干" %}大家都很实干。{% endif %}

{% if metrics.done %}办结率{{ metrics.done.value | share(metrics.total.value) }}。{% endif %}

{% for point in points %}
{{ loop.index | ordinal }}是{{ point.title }}。{{ point.body }}

{% endfor %}
""",
    "points/study.md.j2": """---
title: 学习
values: {times: {type: integer}, place: {type: string}}
---
学了{{ times }}次。{% if place and tasks %}在{{ place }}。{% endif %}
""",
    "hidden/one.md.j2": "---\ntitle: 无人念\n---\n没有人念。\n",
}


def _unused(tmp_path: Path, unit_file: str) -> list[str]:
    for name, text in TEMPLATE.items():
        path = tmp_path / "t" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    path = tmp_path / "u.yaml"
    path.write_text(f"template: t\nunit: {{name: 市水务局, aliases: [水务局]}}\n{unit_file}", encoding="utf-8")
    unit = speechgen.load_unit(path)
    template = speechgen.load_template(tmp_path / "t")
    return [given.path for given in unused_values(unit_context(unit, template), speechgen.render(template, unit))]


@pytest.mark.parametrize(
    ("unit_file", "unused"),
    [
        ("host: {name: 王海}", []),
        ("host: {name: 王海, note: 兼任书记}", ["host.note"]),
        ("host: {name: 王海, note: 王海}", []),  # the same words are in the speech
        ("host: {name: 王海}\nmetrics: {held: 3}", ["metrics.held"]),
        ("host: {name: 王海}\nmetrics: {total: 9}", ["metrics.total"]),
        ("host: {name: 王海}\nmetrics: {total: 9, done: 7}", []),  # computed with
        ("host: {name: 王海}\ndates: {meeting: 2014-10-24}", []),  # dates are compared to it
        ("host: {name: 王海}\npilot: true", []),
        ("host: {name: 王海}\npilot: false", []),
        ("host: {name: 王海}\npoints: [study: {times: 3}]", []),
        ("host: {name: 王海}\npoints: [study: {times: 3, place: 党校}]", ["points[0].study.place"]),
        ("host: {name: 王海}\ntasks: [防汛, 供水]", ["tasks"]),
        ("host: {name: 王海}\nhidden: [one]", ["hidden[0]"]),
        ("host: {name: 王海}\npoints: [{title: 制度, text: 建章立制。}]", []),
        ("host: {name: 王海}\nminutes: 8\nmentions: [市财政局]\npeople: [{name: 李明, post: 局长}]", []),
    ],
)
def test_values_and_parts_that_are_unused(tmp_path: Path, unit_file: str, unused: list[str]) -> None:
    assert _unused(tmp_path, unit_file) == unused
