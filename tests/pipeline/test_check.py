"""`speechgen check`, and the checks of `speechgen generate`, as a secretary uses them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from speechgen.cli import app

from ..conftest import Run, spots
from ..workspaces import example_workspace

LATER = "测试讲话\n2026年10月10日\n\n同志们：\n　　作风建设提升行动开展以来，学习贯彻党的二十届五中全会精神。\n"
BLANK = "市教育局的讲话\n\n同志们：\n　　刚才XX同志讲得很好。\n"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example workspace, with its speeches generated."""
    root = example_workspace(tmp_path_factory.mktemp("generated"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert CliRunner().invoke(app, ["generate"]).exit_code == 0
    return root


@pytest.fixture
def workspace(run: Run, generated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of these; it is the current folder."""
    shutil.copytree(generated, "w")
    monkeypatch.chdir("w")
    return Path()


def _replace(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_example_workspace_has_no_errors_and_no_warnings(run: Run, workspace: Path) -> None:
    result = run("check", "--strict")
    assert result.exit_code == 0, result.output


def test_a_problem_is_located_in_the_speech_and_in_the_unit_file(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "春耕、双抢、秋收", "春耕、XX、秋收")
    result = run("check", "青石镇")
    assert result.exit_code == 1
    found = [spot for spot in spots(result) if spot[3] == "placeholder"]
    file, line, column, _ = found[0]
    assert (len(found), file) == (1, "speeches/青石镇.txt")
    number = Path("units/青石镇.yaml").read_text(encoding="utf-8").split("\n").index("    text: |") + 1
    assert f"(from units/青石镇.yaml:{number})" in result.output
    run("generate", "青石镇")
    assert Path(file).read_text(encoding="utf-8").split("\n")[line - 1][column - 1 :].startswith("XX")


def test_an_edited_speech_is_checked_against_its_unit_file(run: Run, workspace: Path) -> None:
    _replace("speeches/青石镇.txt", "覃海燕", "覃海艳")
    codes = {code for *_, code in spots(run("check", "speeches/青石镇.txt"))}
    assert "near-name" in codes


def test_without_arguments_edited_speeches_are_checked_too(run: Run, workspace: Path) -> None:
    _replace("speeches/青石镇.txt", "同志们：", "同志们：\n　　刚才XX同志讲得很好。")
    found = [spot for spot in spots(run("check")) if spot[3] == "placeholder"]
    assert [(file, code) for file, _, _, code in found] == [("speeches/青石镇.txt", "placeholder")]


def test_a_unit_s_own_speeches_are_not_alike(run: Run, workspace: Path) -> None:
    """An edited speech is compared with other units, not with its own."""
    for suffix in ("txt", "md"):
        _replace(f"speeches/青石镇.{suffix}", "有的老党员走不动路", "有的老党员腿脚不便")
        result = run("check")
        assert {code for *_, code in spots(result)} & {"alike", "figure"} == set(), result.output


def test_a_speech_outside_a_workspace_is_checked_with_the_given_unit_file(run: Run) -> None:
    Path("讲话.txt").write_text("在市水务局的讲话\n\n同志们：\n　　市教育局做得好。\n", encoding="utf-8")
    Path("unit.yaml").write_text("unit: {name: 市水务局}\ndates: {meeting: 2024-05-08}\n", encoding="utf-8")
    assert "foreign-unit" in {code for *_, code in spots(run("check", "讲话.txt", "--unit", "unit.yaml"))}
    Path("unit.yaml").write_text("unit: {name: 市水务局}\nmentions: [市教育局]\n", encoding="utf-8")
    assert "foreign-unit" not in {code for *_, code in spots(run("check", "讲话.txt", "--unit", "unit.yaml"))}


def test_a_missing_unit_file_is_reported(run: Run) -> None:
    Path("s.txt").write_text("测试讲话\n\n同志们：\n　　这项工作要抓紧抓实。\n", encoding="utf-8")
    result = run("check", "s.txt", "--unit", "nobody.yaml")
    assert result.exit_code == 1
    assert spots(result) == [("nobody.yaml", 1, 1, "unreadable")]


def test_a_broken_file_does_not_stop_the_others(run: Run) -> None:
    Path("broken.docx").write_bytes(b"no package")
    Path("blank.txt").write_text(BLANK, encoding="utf-8")
    Path("notes.pdf").write_bytes(b"%PDF")
    result = run("check", "broken.docx", "blank.txt", "notes.pdf")
    assert [(file, code) for file, *_, code in spots(result)] == [
        ("broken.docx", "unreadable"),
        ("blank.txt", "placeholder"),
        ("notes.pdf", "unknown-format"),
    ]


def test_the_settings_of_the_workspace_select_rules(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "春耕、双抢、秋收", "春耕、XX、秋收")
    settings = Path("speechgen.yaml").read_text(encoding="utf-8")

    def codes(check: str) -> set[str]:
        Path("speechgen.yaml").write_text(f"{settings}\ncheck: {check}\n", encoding="utf-8")
        return {code for *_, code in spots(run("check"))}

    assert "placeholder" in codes("{}")
    assert "placeholder" not in codes("{ignore: [placeholder]}")
    assert codes("{select: [placeholder]}") == {"placeholder"}
    assert "placeholder" not in codes("{paths: [{files: units/青*.yaml, ignore: [placeholder]}]}")
    assert "placeholder" in codes("{paths: [{files: units/市*.yaml, ignore: [placeholder]}]}")


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ("{ignore: [placeholders]}", "unknown-choice"),
        ("{severity: {placeholder: fatal}}", "unknown-choice"),
        ("{severity: {plaice: error}}", "unknown-key"),
        ("{alike: {own_words: 2}}", "out-of-range"),
        ("{alike: {sentences: 0}}", "out-of-range"),
        ("{share: 0.6}", "unknown-key"),
        ("{rate: {zh-CN: fast}}", "wrong-type"),
        ("{campaigns: [{name: 作风建设提升行动}]}", "missing-value"),
        ("{campaigns: [{name: 作风建设提升行动, from: 去年}]}", "wrong-type"),
        ("{campaigns: [{name: 作风建设提升行动, from: 2026-03, until: 2026-01}]}", "out-of-range"),
        ("{sessions: [{name: 五中全会, from: 2026-10-19, until: 2026-10-22}]}", "unknown-choice"),
        ("{phrases: [{wrong: [先峰行动]}]}", "missing-value"),
        ("{phrases: [{right: 先锋行动, wrong: [先锋]}]}", "unknown-choice"),
        ("{phrases: [{right: 先锋行动, wrong: [先峰行动], unless: [先进行动]}]}", "unknown-choice"),
    ],
)
def test_invalid_settings_are_problems_at_their_line(run: Run, check: str, code: str) -> None:
    Path("speechgen.yaml").write_text(f"check: {check}\n", encoding="utf-8")
    Path("s.txt").write_text(BLANK, encoding="utf-8")
    for command in (("check", "s.txt"), ("generate", "s.yaml")):
        Path("s.yaml").write_text("template: mass-line-summary\n", encoding="utf-8")
        result = run(*command)
        assert result.exit_code == 1
        assert [(file, line, each) for file, line, _, each in spots(result)] == [("speechgen.yaml", 1, code)]


def test_a_comment_suppresses_problems_of_its_line(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "whole: 全镇", "whole: 全镇XX")
    _replace("units/青石镇.yaml", "name: 覃海燕}", "name: XX}  # speechgen: ignore[placeholder]")
    lines = {line for file, line, _, code in spots(run("check", "青石镇")) if code == "placeholder"}
    assert lines  # from the other line
    _replace("units/青石镇.yaml", "unit:", "# speechgen: ignore-file[placeholder]\nunit:")
    assert "placeholder" not in {code for *_, code in spots(run("check", "青石镇"))}


def test_a_comment_on_its_own_line_suppresses_problems_of_the_next(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "  whole: 全镇", "  # speechgen: ignore[placeholder]\n  whole: 全XX镇")
    assert "placeholder" not in {code for *_, code in spots(run("check", "青石镇"))}


def test_an_unknown_code_in_a_comment_is_a_problem(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "whole: 全镇", "whole: 全镇  # speechgen: ignore[placeholdr]")
    found = [spot for spot in spots(run("check", "青石镇")) if spot[3] == "unknown-choice"]
    assert [(file, line) for file, line, _, _ in found] == [("units/青石镇.yaml", 5)]


def test_generate_writes_the_speech_and_reports_the_problems(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "春耕、双抢、秋收", "春耕、XX、秋收")
    result = run("generate", "青石镇")
    assert result.exit_code == 0
    assert "placeholder" in {code for *_, code in spots(result)}
    assert "春耕、XX、秋收" in Path("speeches/青石镇.txt").read_text(encoding="utf-8")


def test_generate_strict_does_not_write_speeches_with_errors(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "春耕、双抢、秋收", "春耕、XX、秋收")
    _replace("units/市环境保护局.yaml", "forums: 26", "forums: 33")
    result = run("generate", "--strict")
    assert result.exit_code == 1
    assert "XX" not in Path("speeches/青石镇.txt").read_text(encoding="utf-8")
    assert "30余场" in Path("speeches/市环境保护局.txt").read_text(encoding="utf-8")  # the others are written
    assert "1 failed" in result.output


def test_two_units_with_the_same_text_are_reported(run: Run, workspace: Path) -> None:
    text = Path("units/青石镇.yaml").read_text(encoding="utf-8")
    copied = text.replace("青石", "白石").replace("覃海燕", "韦春兰").replace("2014-10-21", "2014-10-23")
    Path("units/白石镇.yaml").write_text(copied, encoding="utf-8")
    found = spots(run("check"))
    assert {code for file, *_, code in found if "白石镇" in file or "青石镇" in file} >= {"alike", "figure"}


def test_last_year_s_metrics_are_reported(run: Run, workspace: Path) -> None:
    shutil.copytree("units", "2013/units")
    with Path("speechgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("check: {compare: [2013/units]}\n")
    result = run("check", "青石镇")
    assert "all metrics are equal to those of 2013/units/青石镇.yaml" in result.output


def test_a_fixed_speech_has_nothing_left_to_fix(run: Run) -> None:
    Path("s.txt").write_text("测试讲话\n\n同志们：\n　　一是讲学习,讲政治；二是抓落实的的劲头足。\n", encoding="utf-8")
    assert "applied 2 fixes" in run("check", "s.txt", "--fix").output
    after = Path("s.txt").read_bytes()
    assert "applied 0 fixes" in run("check", "s.txt", "--fix").output
    assert Path("s.txt").read_bytes() == after


def test_a_workspace_adds_campaigns_and_sessions(run: Run) -> None:
    Path("s.txt").write_text(LATER, encoding="utf-8")
    assert spots(run("check", "s.txt")) == []
    Path("speechgen.yaml").write_text(
        "check:\n"
        "  campaigns: [{name: 作风建设提升行动, from: 2027-01}]\n"
        "  sessions: [{name: 党的二十届五中全会, from: 2026-10-19, until: 2026-10-22}]\n",
        encoding="utf-8",
    )
    result = run("check", "s.txt")
    assert [(line, column, code) for _, line, column, code in spots(result)] == [(5, 3, "date"), (5, 22, "date")]
    assert "作风建设提升行动 dates from 2027-01-01 (speechgen.yaml), after the meeting on 2026-10-10" in result.output
    assert "党的二十届五中全会 began on 2026-10-19, after the meeting on 2026-10-10" in result.output


def test_a_workspace_adds_phrases(run: Run) -> None:
    text = "测试讲话\n\n同志们：\n　　清江先峰行动开始了，清江先峰行动队来了，成效显注。\n"
    Path("s.txt").write_text(text, encoding="utf-8")
    assert [(column, code) for *_, column, code in spots(run("check", "s.txt"))] == [(23, "fixed-phrase")]
    Path("speechgen.yaml").write_text(
        "check:\n  phrases: [{right: 清江先锋行动, wrong: [清江先峰行动], unless: [清江先峰行动队]}]\n",
        encoding="utf-8",
    )
    assert "applied 2 fixes" in run("check", "s.txt", "--fix").output
    assert "清江先锋行动开始了，清江先峰行动队来了，成效显著。" in Path("s.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_fixed_file_keeps_its_encoding_and_line_ends(run: Run, encoding: str) -> None:
    before = "测试讲话\r\n\r\n同志们：\r\n　　一是讲学习,讲政治。\r\n"
    Path("s.txt").write_bytes(before.encode(encoding))
    run("check", "s.txt", "--fix")
    assert Path("s.txt").read_bytes() == before.replace(",", "，").encode(encoding)


def test_a_value_is_fixed_in_the_unit_file(run: Run, workspace: Path) -> None:
    _replace("units/青石镇.yaml", "春耕、双抢、秋收，镇里", "春耕、双抢、秋收,镇里")
    text = Path("units/青石镇.yaml").read_text(encoding="utf-8")
    result = run("check", "青石镇", "--fix")
    assert Path("units/青石镇.yaml").read_text(encoding="utf-8") == text.replace("秋收,镇里", "秋收，镇里")
    assert "punctuation" not in {code for *_, code in spots(result)}
