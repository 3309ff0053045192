"""Mistakes in unit files are reported with line, column and code."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechgen.reading.yaml_file import parse_yaml, read_yaml

from ..conftest import ROOT, Run, spots

STRUCTURE = {
    "a repeated key": ("a: 1\nb: 2\na: 3\n", 3, 1, "repeated-key"),
    "a repeated key inside": ("unit:\n  name: 甲\n  name: 乙\n", 3, 3, "repeated-key"),
    "a tab in indentation": ("unit:\n\tname: 市局\n", 2, 1, "tab"),
    "a full-width colon": ("unit:\n  name：市局\n  short: 市\n", 2, 7, "full-width-colon"),
    "a full-width comma": ("unit: {name: 市局，short: 市}\n", 1, 16, "full-width-comma"),
    "a full-width quote": ('name: "市局”\nb: 1\n', 1, 10, "full-width-quote"),
    "an open bracket": ("a: [市, 局\nb: 1\n", 1, 4, "yaml-syntax"),
    "a list": ("- a\n", 1, 1, "not-a-mapping"),
    "words": ("abc\n", 1, 1, "not-a-mapping"),
    "nothing": ("# only a comment\n", 1, 1, "empty-file"),
    "a control character": ("a: b\x01c\n", 1, 5, "control-character"),
}


@pytest.mark.parametrize("name", STRUCTURE)
def test_a_structural_mistake_is_reported_at_its_place(name: str) -> None:
    text, line, column, code = STRUCTURE[name]
    _, problems = parse_yaml(text, "u.yaml")
    assert [(*problem.place, problem.code) for problem in problems] == [("u.yaml", line, column, code)]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "- " * 50_000, "{a: " * 30_000, "\n".join(" " * depth + "a:" for depth in range(140))],
    ids=["brackets", "dashes", "braces", "indented"],
)
def test_nesting_over_a_hundred_levels_is_rejected_with_one_problem(text: str) -> None:
    value, problems = parse_yaml(text, "u.yaml")
    assert value is None
    assert [problem.code for problem in problems] == ["too-deep"]


def test_a_file_over_a_mebibyte_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "u.yaml"
    path.write_text("a: " + "甲" * 400_000, encoding="utf-8")
    assert [problem.code for problem in read_yaml(path, "u.yaml")[1]] == ["too-large"]


def test_an_alias_bomb_is_rejected() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 9):
        lines.append(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]")
    assert [problem.code for problem in parse_yaml("\n".join(lines), "u.yaml")[1]] == ["alias-bomb"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_of_text_editors_are_read(encoding: str) -> None:
    value, problems = parse_yaml("name: 市住建局\n".encode(encoding), "u.yaml")
    assert problems == []
    assert value is not None
    assert isinstance(value.content, dict)
    assert value.content["name"].content == "市住建局"


UNIT = """\
template: campaign-mobilisation
unit: {name: 甲镇, served: 群众}
leading_body: {name: 镇党委}
group: {name: 县委第二督导组}
authority: {name: 县委}
campaign: {name: 提升年活动}
dates:
  meeting: 2025-03-12
metrics:
  branches: 26
reasons: [team, development]
requirements: [study, balance]
"""

VALUES = {
    "an unknown key": ("served:", "servd:", 2, 18, "unknown-key", "served"),
    "an unknown metric": ("branches:", "branchs:", 10, 3, "unknown-key", "branches"),
    "an unknown part": ("[team,", "[teem,", 11, 11, "unknown-choice", "team"),
    "an impossible date": ("2025-03-12", "2025-02-30", 8, 12, "impossible-date", ""),
    "words for a figure": ("branches: 26", "branches: 二十多个", 10, 13, "wrong-type", ""),
    "a figure out of range": ("branches: 26", "branches: -1", 10, 13, "out-of-range", "0"),
    "a mapping for words": ("{name: 镇党委}", "{name: {a: b}}", 3, 22, "wrong-type", ""),
}


def test_the_unit_file_without_a_mistake_generates(run: Run) -> None:
    Path("u.yaml").write_text(UNIT, encoding="utf-8")
    assert run("generate", "u.yaml").exit_code == 0


@pytest.mark.parametrize("name", VALUES)
def test_an_invalid_value_is_reported_at_its_place(run: Run, name: str) -> None:
    good, bad, line, column, code, expected = VALUES[name]
    Path("u.yaml").write_text(UNIT.replace(good, bad), encoding="utf-8")
    result = run("generate", "u.yaml")
    assert spots(result) == [("u.yaml", line, column, code)]
    assert expected in result.output
    assert result.exit_code == 1
    assert [path.name for path in Path().iterdir()] == ["u.yaml"]


def test_a_missing_value_is_reported_with_the_sentence_that_needs_it(run: Run) -> None:
    Path("u.yaml").write_text(UNIT.replace("campaign: {name: 提升年活动}\n", ""), encoding="utf-8")
    result = run("generate", "u.yaml")
    assert "missing-value" in [code for _, _, _, code in spots(result)]
    assert "campaign.name" in result.output
    assert "＿＿" in result.output
    assert "campaign-mobilisation/reasons/development.2.md.j2:10" in result.output


def test_all_problems_of_all_files_are_reported_structural_ones_first(run: Run) -> None:
    Path("a.yaml").write_text(UNIT.replace("branches: 26", "branches: -1"), encoding="utf-8")
    Path("b.yaml").write_text(UNIT + "unit: 1\n", encoding="utf-8")
    codes = [code for _, _, _, code in spots(run("generate", "a.yaml", "b.yaml"))]
    assert codes == ["repeated-key", "out-of-range"]


def test_parts_of_a_total_must_add_up(run: Run) -> None:
    text = (ROOT / "templates/inspection-feedback/example.yaml").read_text(encoding="utf-8")
    Path("u.yaml").write_text(text.replace("total: 23", "total: 24"), encoding="utf-8")
    result = run("generate", "u.yaml")
    assert result.exit_code == 1
    assert "24" in result.output
    assert "23" in result.output


def test_a_broken_part_is_reported_without_a_traceback(run: Run) -> None:
    assert run("init", "w").exit_code == 0
    folder = Path("own")
    folder.joinpath("points").mkdir(parents=True)
    folder.joinpath("template.yaml").write_text(
        "title: t\nlanguage: en\nparts:\n  points: {title: Points}\n", encoding="utf-8"
    )
    folder.joinpath("speech.md.j2").write_text("---\ntitle: T\n---\n{{ unit.name }}\n", encoding="utf-8")
    folder.joinpath("points/one.md.j2").write_text("---\ntitle: [a\n---\nText.\n", encoding="utf-8")
    Path("u.yaml").write_text("template: own\nunit: {name: X}\ndates: {meeting: 2025-01-02}\npoints: [one]\n")
    result = run("generate", "u.yaml")
    assert result.exit_code == 1
    assert ("own/points/one.md.j2", 2) in [(file, line) for file, line, _, _ in spots(result)]


@pytest.mark.parametrize("front", ["", "title:\n", "title: [a]\n"], ids=["none", "empty", "a list"])
def test_a_part_without_a_title_is_reported(run: Run, front: str) -> None:
    folder = Path("own/points")
    folder.mkdir(parents=True)
    Path("own/template.yaml").write_text(
        "title: t\nlanguage: en\nparts:\n  points: {title: Points}\n", encoding="utf-8"
    )
    Path("own/speech.md.j2").write_text(
        "---\ntitle: T\n---\n{{ unit.name }}\n\n{% for point in points %}{{ point.title }}{% endfor %}\n",
        encoding="utf-8",
    )
    (folder / "one.md.j2").write_text(f"---\n{front}---\nText.\n", encoding="utf-8")
    Path("u.yaml").write_text("template: own\nunit: {name: X}\ndates: {meeting: 2025-01-02}\npoints: [one]\n")
    result = run("generate", "u.yaml")
    assert result.exit_code == 1
    assert "one.md.j2" in result.output
    assert "title" in result.output
