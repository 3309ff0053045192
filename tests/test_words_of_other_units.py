"""Another unit's words in the values of a unit file are reported at their line, whether or not the speech says them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import Result

from .conftest import Run, spots
from .workspaces import replace

BUREAU = Path("units/清江县教育局.yaml")
TOWN = Path("units/石桥镇.yaml")
FILES = {
    "speechgen.yaml": "template: thanks\nshared:\n  group: {name: 县委第三督导组}\n",
    "templates/thanks/template.yaml": """\
title: 致谢
language: zh-CN
values:
  properties:
    unit: {title: 单位, type: object, properties: {whole: {title: 全体, type: string}}}
    study_plan: {title: 学习安排, type: string}
    contacts: {title: 联系点, type: array, items: {type: string}}
    group: {title: 督导组, type: object, properties: {name: {title: 名称, type: string}}}
    host:
      title: 主持人
      type: object
      properties: {name: {title: 姓名, type: string}, post: {title: 职务, type: string}}
    leading_body: {title: 领导班子, type: object, properties: {name: {title: 名称, type: string}}}
parts:
  evaluation: {title: 评价, minimum: 1}
""",
    "templates/thanks/evaluation/study.md.j2": "---\ntitle: 学习抓得紧\n---\n学习抓得紧。\n",
    "templates/thanks/speech.md.j2": """\
# 在{{ unit.name }}总结会上的讲话

同志们：

{% for point in evaluation %}
## {{ point.title }}

{{ point.body }}
{% endfor %}

我代表{{ group.name }}，谢谢同志们。
""",
    str(BUREAU): """\
unit:
  name: 清江县教育局
  short: 县教育局
  head: {post: 局党组书记、局长, name: 陈志远}
leading_body: {name: 局党组}
host: {post: 局党组书记、局长, name: 陈志远}
study_plan: 每月到城关镇学习
contacts:
  - 实验小学
  - 第二中学
evaluation:
  - title: 学习有安排
    text: |
      学习有安排，局党组带了头。

      每周读一篇。
""",
    str(TOWN): """\
unit:
  name: 石桥镇
  aliases: [石桥]
  head: {post: 镇党委书记, name: 周明远}
leading_body: {name: 镇党委}
host: {post: 镇党委书记, name: 周明远}
evaluation: [study]
""",
}
HARBOUR = "unit: {name: Harbour College, short: the College, head: {name: Ann Peel, post: Principal}}\nthanks: staff\n"
HOSPITAL = """\
unit:
  name: Westmoor General Hospital
  short: Westmoor
  head: {name: Samuel Hart, post: Director}
thanks: the staff
"""


@pytest.fixture
def workspace(run: Run) -> Path:
    """A bureau and a town, with a template that prints few of their values."""
    for name, content in FILES.items():
        _write(name, content)
    return Path()


@pytest.fixture
def english_workspace(run: Run) -> Path:
    """A hospital and a college."""
    _write("speechgen.yaml", "template: thanks\n")
    manifest = "title: Thanks\nlanguage: en\nvalues: {properties: {thanks: {title: Thanks, type: string}}}\n"
    _write("templates/thanks/template.yaml", manifest)
    _write("templates/thanks/speech.md.j2", "# To {{ unit.name }}\n\nThank you, {{ unit.short }}: {{ thanks }}.\n")
    _write("units/harbour.yaml", HARBOUR)
    _write("units/westmoor.yaml", HOSPITAL)
    return Path()


def _write(name: str, content: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")


def _without_hints(result: Result) -> list[tuple[str, int, int, str]]:
    """The problems but for values that this template does not print."""
    return [spot for spot in spots(result) if spot[3] != "unused"]


def _errors(output: str) -> list[str]:
    return [line for line in output.splitlines() if " error[" in line]


ALONE = "write the unit's own name"
MENTION = "if the other is meant, add it to mentions in the unit file"


@pytest.mark.parametrize("command", ["check", "check 清江县教育局", "generate", "generate 清江县教育局"])
@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("short: 县教育局", "short: 石桥镇", f"3:10: error[foreign-unit] 石桥镇 is another unit ({TOWN}); {ALONE}"),
        ("name: 清江县教育局", "name: 石桥镇", f"2:9: error[foreign-unit] 石桥镇 is another unit ({TOWN}); {ALONE}"),
        (
            "short: 县教育局",
            "short: 清江县石桥镇",
            f"3:10: error[foreign-unit] 清江县石桥镇 is another unit ({TOWN}); {ALONE}",
        ),
        (
            "short: 县教育局",
            "aliases: [教育局, 石桥]",
            f"3:18: error[foreign-unit] 石桥 is another unit ({TOWN}); {ALONE}",
        ),
        (
            "每月到城关镇学习",
            "每月到石桥镇学习",
            f"7:13: error[foreign-unit] 石桥镇 is another unit ({TOWN}); write this unit's; {MENTION}",
        ),
        (
            "- 第二中学",
            "- 石桥镇",
            f"10:5: error[foreign-unit] 石桥镇 is another unit ({TOWN}); write this unit's; {MENTION}",
        ),
        (
            "每周读一篇",
            "每周到石桥镇读一篇",
            f"13:11: error[foreign-unit] 石桥镇 is another unit ({TOWN}); write this unit's; {MENTION}",
        ),
        (
            "局长, name: 陈志远}\nleading",
            "局长, name: 周明远}\nleading",
            f"4:32: error[foreign-unit] 周明远 is the head of another unit ({TOWN}); write the name that belongs here; "
            "if this person is meant, add the name to people in the unit file",
        ),
        (
            "局长, name: 陈志远}\nstudy",
            "局长, name: 周明远}\nstudy",
            f"6:30: error[foreign-unit] 周明远 is the head of another unit ({TOWN}); write the name that belongs here; "
            "if this person is meant, add the name to people in the unit file",
        ),
        (
            "每月到城关镇学习",
            "学习由镇党委安排",
            f"7:13: error[foreign-unit] 镇党委 is the leading body of another unit ({TOWN}); "
            f"write this unit's; {MENTION}",
        ),
        (
            "leading_body: {name: 局党组}",
            "leading_body: {name: 镇党委}",
            "5:22: error[level] 镇党委 does not fit 清江县教育局, which is a bureau; "
            "write this unit's leading body, such as 局党组",
        ),
    ],
)
def test_another_units_words_are_an_error_at_the_values_line(
    run: Run, workspace: Path, command: str, old: str, new: str, problem: str
) -> None:
    replace(BUREAU, (old, new))
    result = run(*command.split())
    assert _errors(result.output) == [f"{BUREAU}:{problem}"]
    assert result.exit_code == (1 if command.startswith("check") else 0)


@pytest.mark.parametrize("command", ["check", "generate --strict", "generate"])
def test_a_workspace_without_foreign_words_has_no_errors(run: Run, workspace: Path, command: str) -> None:
    result = run(*command.split())
    assert (result.exit_code, _errors(result.output)) == (0, [])


def test_with_strict_the_speech_is_not_written(run: Run, workspace: Path) -> None:
    replace(BUREAU, ("short: 县教育局", "short: 石桥镇"))
    assert run("generate", "清江县教育局", "--strict").exit_code == 1
    assert not Path("speeches/清江县教育局.md").exists()


def test_foreign_words_are_reported_although_another_value_is_missing(run: Run, workspace: Path) -> None:
    replace(Path("speechgen.yaml"), ("shared:\n  group: {name: 县委第三督导组}\n", ""))
    replace(BUREAU, ("每月到城关镇学习", "每月到石桥镇学习"))
    assert (str(BUREAU), 7, 13, "foreign-unit") in spots(run("check", "清江县教育局"))


def test_foreign_words_are_reported_although_the_speech_was_edited(run: Run, workspace: Path) -> None:
    run("generate")
    for suffix in ("md", "txt"):
        replace(Path(f"speeches/清江县教育局.{suffix}"), ("谢谢", "感谢"))
    replace(BUREAU, ("short: 县教育局", "short: 石桥镇"))
    assert spots(run("check", "清江县教育局")).count((str(BUREAU), 3, 10, "foreign-unit")) == 1
    assert (str(BUREAU), 3, 10, "foreign-unit") in spots(run("check", "speeches/清江县教育局.txt"))


@pytest.mark.parametrize(
    "meant",
    ["mentions: [石桥镇]\n", "mentions: [清江县石桥镇, 城关镇]\n", "mentions: [石桥]\n"],
)
def test_mentions_allow_what_is_meant(run: Run, workspace: Path, meant: str) -> None:
    replace(BUREAU, ("每月到城关镇学习", "每月到石桥镇学习，镇党委作了安排"))
    BUREAU.write_text(BUREAU.read_text(encoding="utf-8") + meant, encoding="utf-8")
    assert _errors(run("check", "清江县教育局").output) == []


def test_subordinates_allow_what_is_meant(run: Run, workspace: Path) -> None:
    replace(BUREAU, ("每月到城关镇学习", "每月到石桥镇学习"), ("  short:", "  subordinates: [石桥镇]\n  short:"))
    assert _errors(run("check", "清江县教育局").output) == []


def test_people_allow_the_head_of_another_unit(run: Run, workspace: Path) -> None:
    replace(
        BUREAU, ("局长, name: 陈志远}\nstudy", "局长, name: 周明远}\npeople: [{name: 周明远, post: 镇党委书记}]\nstudy")
    )
    assert _errors(run("check", "清江县教育局").output) == []


def test_a_comment_at_the_line_suppresses_the_error(run: Run, workspace: Path) -> None:
    replace(BUREAU, ("每月到城关镇学习", "每月到石桥镇学习 # speechgen: ignore[foreign-unit]"))
    assert _errors(run("check", "清江县教育局").output) == []


def test_the_file_of_the_unit_whose_words_were_copied_has_no_error(run: Run, workspace: Path) -> None:
    replace(BUREAU, ("short: 县教育局", "short: 石桥镇"), ("name: 陈志远}\nleading", "name: 周明远}\nleading"))
    assert _errors(run("check", "石桥镇").output) == []


def test_a_longer_name_is_not_the_other_unit(run: Run, workspace: Path) -> None:
    replace(BUREAU, ("- 第二中学", "- 石桥镇中心小学\n  - 石桥路小学\n  - 各乡镇党委\n  - 石桥头村\n  - 石桥新村"))
    assert "foreign-unit" not in run("check", "清江县教育局").output


def test_the_head_of_another_unit_is_not_in_a_longer_name(run: Run, workspace: Path) -> None:
    replace(TOWN, ("周明远", "陈志"))  # a part of 陈志远, the head of the bureau
    replace(BUREAU, ("每周读一篇", "局党组书记、局长陈志远同志每周读一篇"))
    assert _errors(run("check", "清江县教育局").output) == []
    replace(BUREAU, ("局长陈志远同志每周", "局长陈志同志每周"))
    assert (str(BUREAU), 13, 11, "foreign-unit") in spots(run("check", "清江县教育局"))


@pytest.mark.parametrize(
    ("name", "words", "severity"),
    [
        *[
            (name, f"每月到{name}学习", "error")
            for name in (
                "县疾控中心",
                "县总工会",
                "县政务服务中心",
                "县交警大队",
                "清江县文化馆办公室",
                "红旗水库管理所",
            )
        ],
        ("中共清江县委办公室", "每月到中共清江县委办公室学习", "error"),
        ("县委组织部", "县委组织部", "error"),
        ("县委组织部", "学习县委组织部的经验", "warning"),  # others name it as their superior
        ("县委办", "每月向县委办、县教育局报告", "warning"),
        ("县委办", "县委办实事", ""),
        ("县总工会", "全县总工会都来学习", ""),
    ],
)
def test_centres_offices_and_stations_are_units_too(
    run: Run, workspace: Path, name: str, words: str, severity: str
) -> None:
    other = TOWN.read_text(encoding="utf-8").replace("石桥镇", name).replace("aliases: [石桥]", "short: 本单位")
    _write("units/另一个.yaml", other.replace("周明远", "马宏图").replace("镇党委", "党总支"))
    replace(BUREAU, ("每月到城关镇学习", words))
    found = [line for line in run("check", "清江县教育局").output.splitlines() if "[foreign-unit]" in line]
    expected = (
        f"{BUREAU}:7:13: {severity}[foreign-unit] {name} is another unit (units/另一个.yaml); write this unit's; "
    )
    assert found == ([expected + MENTION] if severity else [])


def test_a_superior_office_is_no_foreign_word_in_the_values_about_superiors(run: Run, workspace: Path) -> None:
    replace(
        Path("templates/thanks/template.yaml"),
        ("    contacts:", "    authority: {type: object, properties: {office: {type: string}}}\n    contacts:"),
    )
    _write(
        "units/县委办公室.yaml",
        TOWN.read_text(encoding="utf-8").replace("石桥镇", "县委办公室").replace("周明远", "马宏图"),
    )
    replace(BUREAU, ("study_plan:", "authority: {office: 县委办公室}\nstudy_plan:"))
    assert _errors(run("check", "清江县教育局").output) == []


def test_units_of_one_kind_share_the_name_of_their_leading_body(run: Run, workspace: Path) -> None:
    text = BUREAU.read_text(encoding="utf-8").replace("清江县教育局", "清江县财政局").replace("县教育局", "县财政局")
    _write("units/清江县财政局.yaml", text.replace("陈志远", "陈志强"))
    assert _errors(run("check").output) == []


def test_a_namesake_in_both_files_is_reported_in_the_file_that_names_another_host(run: Run, workspace: Path) -> None:
    replace(TOWN, ("name: 周明远}\nleading", "name: 陈志远}\nleading"))
    assert [spot[:3] for spot in spots(run("check")) if spot[3] == "foreign-unit"] == [(str(TOWN), 4, 29)]


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "column", "words"),
    [
        (TOWN, "镇党委}", "镇党组}", 5, 22, "镇党组"),
        (TOWN, "镇党委}", "县委}", 5, 22, "县委"),
        (BUREAU, "局党组}", "市局党组}", 5, 22, "局党组"),
        (
            BUREAU,
            "{post: 局党组书记、局长, name: 陈志远}\nleading",
            "{post: 镇党委书记、镇长, name: 陈志远}\nleading",
            4,
            16,
            "镇党委书记、镇长",
        ),
    ],
)
def test_a_leading_body_of_another_level_or_kind_is_an_error(
    run: Run, workspace: Path, path: Path, old: str, new: str, line: int, column: int, words: str
) -> None:
    replace(path, (old, new))
    result = run("check", path.stem)
    assert _without_hints(result) == [(str(path), line, column, "level")]
    assert f"{words} does not fit" in result.output


@pytest.mark.parametrize(
    ("path", "whole", "reported"),
    [
        (BUREAU, "全校", True),
        (TOWN, "全局", True),
        (TOWN, "全院", True),
        (BUREAU, "全局", False),
        (TOWN, "全镇", False),
    ],
)
def test_the_units_word_for_all_of_it_fits_its_kind(
    run: Run, workspace: Path, path: Path, whole: str, reported: bool
) -> None:
    replace(path, ("  head:", f"  whole: {whole}\n  head:"))
    assert (f"{whole} does not fit" in run("check", path.stem).output) == reported


def test_a_shared_leading_body_that_does_not_fit_is_reported_at_the_units_name(run: Run, workspace: Path) -> None:
    replace(TOWN, ("leading_body: {name: 镇党委}\n", ""))
    replace(Path("speechgen.yaml"), ("shared:", "shared:\n  leading_body: {name: 局党组}"))
    result = run("check", "石桥镇")
    assert _without_hints(result) == [(str(TOWN), 2, 9, "level")]
    assert "局党组, in speechgen.yaml, does not fit 石桥镇, which is a town" in result.output


@pytest.mark.parametrize("words", ["陈致远书记带头讲党课", "由陈致远同志带头"])
def test_a_name_spelt_differently_in_the_units_own_words_is_an_error(run: Run, workspace: Path, words: str) -> None:
    replace(BUREAU, ("每周读一篇", words))
    result = run("check", "清江县教育局")
    assert [spot[3] for spot in _without_hints(result)] == ["near-name"]
    assert "陈致远 looks like a misspelling of 陈志远 (host): 致 instead of 志; write 陈志远" in result.output
    assert f"(from {BUREAU}:13)" in result.output


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("每月到城关镇学习", "每月由陈致远同志带头学习", 7, 13),
        ("- 第二中学", "- 第二中学，局长陈致远联系", 10, 5),
    ],
)
@pytest.mark.parametrize("command", ["check", "check 清江县教育局", "generate 清江县教育局"])
def test_a_name_spelt_differently_is_an_error_in_a_value_that_the_speech_does_not_print_too(
    run: Run, workspace: Path, command: str, old: str, new: str, line: int, column: int
) -> None:
    replace(BUREAU, (old, new))
    result = run(*command.split())
    assert _errors(result.output) == [
        f"{BUREAU}:{line}:{column}: error[near-name] 陈致远 looks like a misspelling of 陈志远 (host): "
        "致 instead of 志; write 陈志远"
    ]


@pytest.mark.parametrize("words", ["随清江县教肓局的安排学习", "在清江县教局育一楼学习"])
def test_the_units_name_is_spelt_right_in_a_value_that_the_speech_does_not_print(
    run: Run, workspace: Path, words: str
) -> None:
    replace(BUREAU, ("每月到城关镇学习", words))
    result = run("check", "清江县教育局")
    assert _without_hints(result) == [(str(BUREAU), 7, 13, "near-name")]
    assert "looks like a misspelling of 清江县教育局" in result.output


def test_a_name_spelt_differently_is_found_although_the_speech_was_edited(run: Run, workspace: Path) -> None:
    run("generate")
    for suffix in ("md", "txt"):
        replace(Path(f"speeches/清江县教育局.{suffix}"), ("谢谢", "感谢"))
    replace(BUREAU, ("每月到城关镇学习", "每月由陈致远同志带头学习"))
    assert (str(BUREAU), 7, 13, "near-name") in spots(run("check", "清江县教育局"))


def test_both_spellings_as_names_are_two_people(run: Run, workspace: Path) -> None:
    replace(BUREAU, ("每月到城关镇学习", "每月由陈致远同志带头学习\npeople: [{name: 陈致远, post: 科长}]"))
    assert _errors(run("check", "清江县教育局").output) == []


@pytest.mark.parametrize("command", ["check", "check westmoor", "generate westmoor"])
@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "short: Westmoor",
            "short: Harbour College",
            f"3:10: error[foreign-unit] Harbour College is another unit (units/harbour.yaml); {ALONE}",
        ),
        (
            "thanks: the staff",
            "thanks: the staff of Harbour College",
            "5:9: error[foreign-unit] Harbour College is another unit (units/harbour.yaml); write this unit's; "
            + MENTION,
        ),
        (
            "name: Samuel Hart",
            "name: Ann Peel",
            "4:16: error[foreign-unit] Ann Peel is the head of another unit (units/harbour.yaml); write the name that "
            "belongs here; if this person is meant, add the name to people in the unit file",
        ),
    ],
)
def test_it_holds_in_english(run: Run, english_workspace: Path, command: str, old: str, new: str, problem: str) -> None:
    replace(Path("units/westmoor.yaml"), (old, new))
    assert f"units/westmoor.yaml:{problem}" in _errors(run(*command.split()).output)


@pytest.mark.parametrize("words", ["Westmoor Road", "Westmoor Bridge", "Samuel Hart-Lowe", "Westmoor of Ayr"])
def test_a_street_or_a_longer_name_is_not_the_unit_in_english(run: Run, english_workspace: Path, words: str) -> None:
    replace(Path("units/harbour.yaml"), ("thanks: staff", f"thanks: staff near {words}"))
    assert _errors(run("check").output) == []
    replace(Path("units/harbour.yaml"), (words, "Westmoor"))
    assert ("units/harbour.yaml", 2, 9, "foreign-unit") in spots(run("check"))


def test_an_english_workspace_without_foreign_words_has_no_errors(run: Run, english_workspace: Path) -> None:
    assert _errors(run("check").output) == []
