"""A missing value is reported in the unit's own file, at the key or block where it belongs, by its own path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, spots

SETTINGS = """\
# 本次活动
template: own
shared:
  dates:
    started: 2024-03-01
  host:
    name: 王强
    post: 县委书记
  points:
    - visit: {place: 城关}
    - study
"""
MANIFEST = """\
title: 测试
language: zh-CN
values:
  type: object
  properties:
    host:
      type: object
      properties:
        name: {type: string, title: 主持人}
        post: {type: string, default: 组长}
    dates:
      type: object
      properties:
        started: {type: string, format: date, title: 开始}
        month: {type: string, format: month, title: 月份}
    problems:
      type: array
      items: {type: object, properties: {title: {type: string}, cases: {type: integer}}}
    places: {type: array, items: {type: string}}
metrics:
  forums: {title: 座谈会, measure: 场}
  failed: {title: 不合格, measure: 项}
  petitions: {title: 信访, measure: 件, change: true}
parts:
  points: {title: 要点, minimum: 1}
"""
PARTS = {
    "study": "---\ntitle: 学习\n---\n认真学习。\n",
    "visit": "---\ntitle: 走访\nvalues: {place: {type: string}, homes: {type: integer}, since: {type: string, "
    "format: date}}\n---\n到{{ place }}走访。{% if homes %}{{ homes }}户。{% endif %}\n",
    "record": "---\ntitle: 台账\nvalues: {homes: {type: integer}, since: {type: string, format: date}}\n---\n"
    "走访{{ homes }}户，从{{ since.year }}年起。\n",
}
UNIT = """\
# 城关镇
unit:
  name: 城关镇
dates:
  meeting: 2024-05-09
"""


def write_workspace(sentence: str = "{{ host.name }}同志主持。", settings: str = SETTINGS) -> None:
    files = {
        "speechgen.yaml": settings,
        "templates/own/template.yaml": MANIFEST,
        "templates/own/speech.md.j2": "---\ntitle: 讲话\n---\n在{{ unit.name }}。\n\n"
        f"{sentence}\n\n{{% for point in points %}}{{{{ point.title }}}}。{{{{ point.body }}}}\n\n{{% endfor %}}\n",
        **{f"templates/own/points/{name}.md.j2": text for name, text in PARTS.items()},
    }
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def write_unit(text: str = UNIT, name: str = "城关镇") -> str:
    path = Path("units", f"{name}.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.as_posix()


def reported(run: Run) -> list[dict[str, object]]:
    return list(json.loads(run("check", "--json").stdout)["problems"])


# How a template uses a missing value, and the value.
USES = {
    "a comparison": ("{% if metrics.forums.value > 10 %}开得多。{% endif %}", "metrics.forums"),
    "equality": ('{% if places == "城关" %}x{% endif %}', "places"),
    "the right side of in": ('{% if "城关" in places %}去过。{% endif %}', "places"),
    "the left side of in": ("{% if metrics.failed.value in [1, 2] %}少。{% endif %}", "metrics.failed"),
    "a condition beside an elif": (
        "{% if metrics.petitions %}有。{% elif metrics.forums.value == 0 %}没有。{% endif %}",
        "metrics.forums",
    ),
    "an attribute of a figure": ("不合格{{ metrics.failed.value }}项。", "metrics.failed"),
    "an attribute of a change": ("{% if metrics.petitions.percent > 20 %}降得多。{% endif %}", "metrics.petitions"),
    "an attribute of a day": ("{{ dates.month.month }}月。", "dates.month"),
    "a comparison of a day's year": ("{% if dates.month.year == 2024 %}今年。{% endif %}", "dates.month"),
    "arithmetic": ("合格{{ 30 - metrics.failed.value }}项。", "metrics.failed"),
    "arithmetic as a condition": ("{% if 30 - metrics.failed.value %}有。{% endif %}", "metrics.failed"),
    "a denied sum as a condition": ("{% if not (metrics.failed.value + 1) %}无。{% endif %}", "metrics.failed"),
    "a negative figure": ("{% if -metrics.failed.value < 0 %}有。{% endif %}", "metrics.failed"),
    "sum": ('共{{ problems | sum(attribute="cases") }}件。', "problems"),
    "an index": ("第一是{{ problems[0].title }}。", "problems"),
    "an index from the end": ("最后是{{ problems[-1].title }}。", "problems"),
    "a value as an index into values": ("{{ problems[metrics.failed.value].title }}。", "metrics.failed"),
    "a value as an index": ('{{ ["甲", "乙"][metrics.failed.value] }}。', "metrics.failed"),
    "a slice": ("{{ [1, 2][:metrics.failed.value] | length }}。", "metrics.failed"),
    "an argument of a filter": ("{{ 3 | share(metrics.failed.value) }}。", "metrics.failed"),
    "an argument of one of Jinja's filters": ("{{ 3.14 | round(metrics.failed.value) }}。", "metrics.failed"),
    "a list of values": ('{{ [host.name, places] | join("、") }}。', "places"),
    "a test": ("{% if metrics.failed.value is odd %}单。{% endif %}", "metrics.failed"),
    "a test for null": ("{% if places is none %}没有地方。{% endif %}", "places"),
    "a test with an argument": ("{% if 6 is divisibleby(metrics.failed.value) %}x{% endif %}", "metrics.failed"),
    "the number of turns": ("{% for i in range(metrics.failed.value) %}x{% endfor %}", "metrics.failed"),
    "a call": ("{{ places() }}。", "places"),
    "a comparison of a count": ("{% if places | length > 1 %}多处。{% endif %}", "places"),
    "a plain value": ("召开座谈会{{ metrics.forums }}。", "metrics.forums"),
}


@pytest.mark.parametrize("use", USES)
def test_whatever_a_template_does_with_a_missing_value_it_is_missing_at_the_units_line(run: Run, use: str) -> None:
    sentence, path = USES[use]
    line = 4 if path.startswith("dates.") else 1  # the line of the block, or of the file
    write_workspace(sentence)
    file = write_unit()
    found = [each for each in reported(run) if each["severity"] == "error"]
    assert [(each["file"], each["line"], each["column"], each["code"]) for each in found] == [
        (file, line, 1, "missing-value")
    ]
    assert str(found[0]["message"]).startswith(f"{path} is missing; the speech ")
    assert "templates/own/speech.md.j2:6" in str(found[0]["message"])
    form = " {before: …, after: …}" if path == "metrics.petitions" else ""
    assert found[0]["fix"] == f"add {path.replace('.', ': ')}:{form}"


@pytest.mark.parametrize(
    "sentence",
    [
        "{% if metrics.forums %}开了{{ metrics.forums }}。{% endif %}",
        "{% if metrics.forums and metrics.forums.value > 10 %}开得多。{% endif %}",
        "{% if not metrics.forums %}没开会。{% endif %}",
        "{% if metrics.forums or metrics.failed %}有。{% endif %}",
        "{% if places | length %}有。{% endif %}",
        "{% if dates.month.month %}有。{% endif %}",
        "{% if metrics.forums is defined %}有。{% elif places is undefined %}无。{% endif %}",
        "{{ metrics.forums or '没有' }}。",
        "{{ metrics.forums | default('没有') }}。",
        "{{ (metrics.forums.value + 1) | default('没有') }}。",
        "{{ (metrics.forums.value + 1) or '没有' }}。",
        "{{ (problems | sum(attribute='cases')) | default('没有') }}。",
        "{{ (places if places else ['无']) | series }}。",
    ],
)
def test_a_template_may_ask_whether_a_value_is_given_and_replace_it(run: Run, sentence: str) -> None:
    write_workspace(sentence)
    write_unit()
    assert run("generate", "--no-check").exit_code == 0
    assert reported_errors(run) == []


def reported_errors(run: Run) -> list[dict[str, object]]:
    return [each for each in reported(run) if each["severity"] == "error"]


def test_every_missing_value_is_reported_at_once_after_a_comparison_too(run: Run) -> None:
    write_workspace("{% if metrics.forums.value > 10 %}x{% endif %}{{ places | series }}{{ metrics.failed.value }}项。")
    write_unit()
    assert [str(each["message"]).split(";")[0] for each in reported(run)] == [
        "metrics.failed is missing",
        "metrics.forums is missing",
        "places is missing",
    ]


def test_a_sentence_that_shows_the_blank_says_more_than_a_condition(run: Run) -> None:
    write_workspace("{% if places | length > 1 %}x{% endif %}到{{ places | series }}去。")
    write_unit()
    assert [each["message"] for each in reported(run)] == [
        "places is missing; the speech says “到＿＿去。” (templates/own/speech.md.j2:6)"
    ]


PLACES = {
    "no block in the unit file, one under shared": (UNIT.replace("dates:\n  meeting: 2024-05-09\n", ""), 1, 1),
    "an empty block": (UNIT.replace("\n  meeting: 2024-05-09", ""), 4, 1),
    "a block with another key": (UNIT.replace("meeting:", "started:"), 4, 1),
    "an empty key": (UNIT.replace(" 2024-05-09", ""), 5, 3),
    "a null": (UNIT.replace("2024-05-09", "~"), 5, 3),
    "a block in braces": ("unit: {name: 城关镇}\ndates: {started: 2024-02-01}\n", 2, 1),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_missing_date_is_reported_where_its_key_belongs(run: Run, name: str) -> None:
    text, line, column = PLACES[name]
    write_workspace("{{ dates.meeting | date }}开会。")
    file = write_unit(text)
    assert spots(run("check")) == [(file, line, column, "missing-value")]
    assert run("generate").exit_code == 1


def test_the_reports_for_programs_have_the_same_place(run: Run) -> None:
    write_workspace("{{ dates.meeting | date }}开会。")
    file = write_unit(PLACES["an empty block"][0])
    found = reported(run)[0]
    assert (found["file"], found["line"], found["column"]) == (file, 4, 1)
    sarif = json.loads(run("check", "-f", "sarif").stdout)
    location = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["region"]["startLine"] == 4
    assert location["region"]["startColumn"] == 1
    assert location["artifactLocation"]["uri"].endswith(".yaml")
    assert "speechgen.yaml" not in location["artifactLocation"]["uri"]
    assert f"file={file},line=4,col=1" in run("check", "-f", "github").stdout


def test_each_unit_has_its_own_line_for_what_the_workspace_lacks(run: Run) -> None:
    write_workspace("{{ dates.meeting | date }}开会，{{ host.name }}主持。", SETTINGS.replace("    name: 王强\n", ""))
    files = [write_unit(f"unit: {{name: {name}}}\n", name) for name in ("城关镇", "石桥镇", "县医院")]
    found = spots(run("check"))
    assert found == sorted((file, 1, 1, "missing-value") for file in files for _ in range(2))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("template: own\n", 1, 1),
        ("# 一\ntemplate: own\nunit: {short: 城关}\n", 3, 1),
        ("host: {name: 甲}\nunit:\n", 2, 1),
    ],
)
def test_a_unit_without_a_name_is_reported_once_in_its_own_file(run: Run, text: str, line: int, column: int) -> None:
    write_workspace(settings=SETTINGS.replace("shared:\n", "shared:\n  unit: {served: 群众}\n"))
    manifest = Path("templates/own/template.yaml")
    served = "    unit: {type: object, properties: {served: {type: string}}}\n    host:"
    manifest.write_text(MANIFEST.replace("    host:", served, 1), encoding="utf-8")
    file = write_unit(text)
    result = run("check")
    assert spots(result) == [(file, line, column, "missing-value")]
    assert "unit.name is missing; add unit: name:" in result.output


def test_a_missing_list_of_parts_is_reported_in_the_unit_file_with_the_parts(run: Run) -> None:
    write_workspace(settings=SETTINGS.split("  points:", maxsplit=1)[0])
    file = write_unit()
    result = run("check")
    assert spots(result) == [(file, 1, 1, "missing-value")]
    assert "points is missing; choose from: record (台账); study (学习); visit (走访)" in result.output
    write_unit(UNIT + "points:\n")
    assert spots(run("check")) == [(file, 6, 1, "missing-value")]


@pytest.mark.parametrize("minimum", [", minimum: 1", ""])
def test_a_missing_list_that_is_counted_is_missing_and_nothing_else(run: Run, minimum: str) -> None:
    write_workspace("我讲{{ points | count('点') }}。", SETTINGS.split("  points:", maxsplit=1)[0])
    manifest = MANIFEST.replace(", minimum: 1", minimum)
    Path("templates/own/template.yaml").write_text(manifest, encoding="utf-8")
    file = write_unit()
    result = run("check")
    assert spots(result) == [(file, 1, 1, "missing-value")]
    assert "points is missing" in result.output


def test_a_value_that_a_shared_part_lacks_is_written_in_the_units_own_list(run: Run) -> None:
    write_workspace(settings=SETTINGS.replace("    - study\n", "    - record: {homes: 30}\n"))
    file = write_unit()
    [found] = reported(run)
    assert (found["file"], found["line"], found["column"], found["code"]) == (file, 1, 1, "missing-value")
    assert str(found["message"]).startswith("since is missing; record of points says “")
    assert found["fix"] == "write points: in this file, with record: {since: …}"
    assert found["source"] == {"file": "speechgen.yaml", "line": 11, "column": 7}


def test_each_value_that_a_part_lacks_is_reported_and_an_invalid_one_is_not_missing(run: Run) -> None:
    write_workspace()
    file = write_unit(UNIT + "points:\n  - record\n  - study\n")
    result = run("check")
    assert spots(result) == [(file, 7, 5, "missing-value")] * 2
    assert "write record: {homes: …}" in result.output
    assert "write record: {since: …}" in result.output
    write_unit(UNIT + "points:\n  - record: {homes: 三十多, since: 2024-01-02}\n")
    assert spots(run("check")) == [(file, 7, 21, "wrong-type")]


def test_what_an_item_of_a_list_lacks_is_reported_at_the_item(run: Run) -> None:
    write_workspace('共{{ problems | sum(attribute="cases") }}件。{{ problems[2].title }}。')
    file = write_unit(UNIT + "problems:\n  - {title: 一, cases: 3}\n  - title: 二\n")
    found = reported(run)
    assert [(each["file"], each["line"], each["column"], each["fix"]) for each in found] == [
        (file, 6, 1, "add item 3 to problems"),
        (file, 8, 5, "add cases: to item 2 of problems"),
    ]


def test_a_list_with_too_few_items_from_the_end_lacks_the_next_item(run: Run) -> None:
    write_workspace("先说{{ problems[-3].title }}。")
    file = write_unit(UNIT + "problems:\n  - {title: 一}\n  - {title: 二}\n")
    [found] = reported(run)
    assert (found["file"], found["line"], found["column"]) == (file, 6, 1)
    assert (found["code"], found["fix"]) == ("missing-value", "add item 3 to problems")


def test_half_a_change_is_reported_as_the_half_that_is_missing(run: Run) -> None:
    write_workspace("信访{{ metrics.petitions }}。{% if metrics.petitions.after < 9 %}少。{% endif %}")
    file = write_unit(UNIT + "metrics:\n  petitions: {before: 52}\n")
    [found] = reported(run)
    assert (found["file"], found["line"], found["column"]) == (file, 7, 3)
    assert found["message"] == "metrics.petitions.after is missing"
    assert found["fix"] == "add metrics: petitions: after:"


def test_a_change_from_zero_has_no_percentage_and_is_not_missing(run: Run) -> None:
    write_workspace("信访增长{{ metrics.petitions.percent }}%。")
    file = write_unit(UNIT + "metrics:\n  petitions: {before: 0, after: 3}\n")
    result = run("check")
    assert spots(result) == [(file, 7, 14, "cannot-say")]
    assert "metrics.petitions: there is no percentage of a change from 0" in result.output


def test_a_month_has_no_day_to_compare(run: Run) -> None:
    write_workspace("{% if dates.month.day > 15 %}下旬。{% endif %}")
    file = write_unit(UNIT + "  month: 2024-04\n")
    result = run("check")
    assert spots(result) == [(file, 6, 10, "cannot-say")]
    assert "2024-04 is a month; write the day too, such as 2024-04-15" in result.output


def test_a_name_that_the_template_has_wrong_is_still_the_templates_problem(run: Run) -> None:
    write_workspace("{% if metrics.forum.value > 1 %}x{% endif %}{{ dates.startd.month }}{{ metrics.forums.before }}。")
    write_unit(UNIT + "metrics: {forums: 3}\n")
    result = run("check")
    assert spots(result) == [("templates/own/speech.md.j2", 6, 1, "undeclared-value")] * 3


# An empty key inherits; null is how a unit takes a shared value away.


@pytest.mark.parametrize("empty", ["host:\n  name:\n", "host:\n", "host: {name: }\n", "host:\n  name:   # 同上\n"])
def test_an_empty_key_inherits_what_the_workspace_shares(run: Run, empty: str) -> None:
    write_workspace("{{ host.name }}同志主持。")
    write_unit(UNIT + empty)
    result = run("generate", "-o", "-")
    assert "王强同志主持。" in result.output


def test_an_empty_key_inherits_the_templates_default_and_an_empty_list_the_shared_parts(run: Run) -> None:
    write_workspace("{{ host.post }}主持。", SETTINGS.replace("县委书记", ""))
    write_unit(UNIT + "points:\nhost:\n  post:\n")
    result = run("generate", "-o", "-")
    assert "组长主持。" in result.output
    assert "到城关走访。" in result.output


def test_explain_says_that_an_empty_key_inherits(run: Run) -> None:
    write_workspace()
    file = write_unit(UNIT + "host:\n  name:\n")
    assert run("explain", "城关镇", "host.name").output == (
        f"host.name = 王强\n    from speechgen.yaml:7:11 (workspace)\n"
        f"    inherited: the key is empty in {file}:7:3 (unit)\n    used in templates/own/speech.md.j2:6\n"
    )


def test_explain_says_which_empty_block_inherits(run: Run) -> None:
    write_workspace()
    file = write_unit(UNIT + "host:\n")
    assert f"    inherited: the key is empty in {file}:6:1 (unit)\n" in run("explain", "城关镇", "host.post").output


@pytest.mark.parametrize("null", ["~", "null", "Null", "NULL"])
def test_null_takes_a_shared_value_away(run: Run, null: str) -> None:
    write_workspace("{{ host.name or '副书记' }}主持。")
    file = write_unit(UNIT + f"host:\n  name: {null}\n")
    assert "副书记主持。" in run("generate", "-o", "-").output
    write_workspace("{{ host.name }}主持。")
    result = run("check")
    assert spots(result) == [(file, 7, 3, "missing-value")]
    assert "write host: name: instead of null (~)" in result.output


def test_null_takes_a_shared_block_away_and_explain_shows_it(run: Run) -> None:
    write_workspace("{% if host %}{{ host.name }}主持。{% endif %}")
    file = write_unit(UNIT + "host: ~\n")
    assert "王强" not in run("generate", "-o", "-").output
    shown = run("explain", "城关镇", "host").output
    assert shown.startswith(f"host = ~\n    from {file}:6:7 (unit)\n    overrides {{name: 王强, post: 县委书记}}")


def test_an_empty_key_without_anything_to_inherit_is_missing(run: Run) -> None:
    write_workspace("召开座谈会{{ metrics.forums }}。")
    file = write_unit(UNIT + "metrics:\n  forums:\n")
    assert spots(run("check")) == [(file, 7, 3, "missing-value")]


# What a template compares is needed: new unit files say so.


def test_a_compared_value_is_listed_as_needed(run: Run) -> None:
    write_workspace(
        "{% if metrics.forums.value > 10 %}x{% endif %}{% if metrics.failed %}{{ dates.month.year }}{% endif %}"
    )
    shown = run("templates", "own").output
    assert "needed" in next(line for line in shown.splitlines() if "metrics.forums" in line)
    assert "optional" in next(line for line in shown.splitlines() if "metrics.failed" in line)
