"""Tests of a template: unit files in its folder `tests/`, with the speeches that they must give."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Run, spots

NOTE = Path("templates/note")


@pytest.fixture
def template(run: Run) -> Run:
    """A workspace whose template has a test called town, with its speech."""
    Path("speechgen.yaml").write_text("template: note\n", encoding="utf-8")
    (NOTE / "tests").mkdir(parents=True)
    _write("template.yaml", "title: 便条\nlanguage: zh-CN\nmetrics:\n  visits: {title: 走访, measure: 户}\n")
    _write("speech.md.j2", "---\ntitle: 便条\n---\n{{ unit.name }}的同志们：\n\n走访了{{ metrics.visits }}，辛苦了。\n")
    _write("example.yaml", "template: note\nunit: {name: 市水务局}\nmetrics: {visits: 3}\n")
    _write("tests/town.yaml", "template: note\nunit: {name: 青溪镇}\nmetrics: {visits: 126}\n")
    assert run("templates", "--update").exit_code == 0
    return run


def _write(name: str, text: str) -> None:
    (NOTE / name).write_text(text, encoding="utf-8")


def _read(name: str) -> str:
    return (NOTE / name).read_text(encoding="utf-8")


def test_update_writes_the_speeches_and_lint_then_finds_no_problem(template: Run) -> None:
    assert _read("tests/town.md") == "# 便条\n\n青溪镇的同志们：\n\n走访了126户，辛苦了。\n"
    assert "市水务局" in _read("tests/example.md")
    assert template("templates", "--lint").output == "no problems\n"
    assert template("templates", "--update").output == "no problems\n"  # and writes nothing


def test_lint_shows_the_words_that_differ_at_their_line(template: Run) -> None:
    _write("speech.md.j2", _read("speech.md.j2").replace("辛苦了", "大家辛苦了"))
    result = template("templates", "--lint")
    assert spots(result) == [
        ("templates/note/tests/example.md", 5, 1, "template-test"),
        ("templates/note/tests/town.md", 5, 1, "template-test"),
    ]
    assert "走访了126户，{+大家+}辛苦了。; if the new words are right: speechgen templates --update" in result.output
    assert template("templates", "--update").exit_code == 0
    assert "大家辛苦了" in _read("tests/town.md")


def test_a_paragraph_more_or_less_is_shown(template: Run) -> None:
    _write("tests/town.md", _read("tests/town.md").replace("青溪镇的同志们：\n\n", ""))
    result = template("templates", "--lint")
    assert spots(result) == [("templates/note/tests/town.md", 3, 1, "template-test")]
    assert "{+青溪镇的同志们：+}" in result.output


def test_a_test_in_plain_text_stays_in_plain_text(template: Run) -> None:
    (NOTE / "tests/town.md").unlink()
    _write("tests/town.txt", "")
    assert template("templates", "--update").exit_code == 0
    assert _read("tests/town.txt") == "便条\n\n　　青溪镇的同志们：\n　　走访了126户，辛苦了。\n"
    assert not (NOTE / "tests/town.md").exists()


def test_a_test_without_its_speech_is_reported(template: Run) -> None:
    (NOTE / "tests/town.md").unlink()
    result = template("templates", "--lint")
    assert (result.exit_code, spots(result)) == (1, [("templates/note/tests/town.yaml", 1, 1, "template-test")])
    assert "neither town.md nor town.txt" in result.output


def test_a_unit_that_gives_no_speech_is_reported_and_nothing_is_written(template: Run) -> None:
    _write("tests/town.yaml", "template: note\nunit: {name: 青溪镇}\nmetrics: {visits: many}\n")
    before = _read("tests/town.md")
    for option in ("--lint", "--update"):
        result = template("templates", option)
        assert (result.exit_code, spots(result)[0][:3]) == (1, ("templates/note/tests/town.yaml", 3, 19))
    assert _read("tests/town.md") == before


def test_other_line_ends_are_no_difference(template: Run) -> None:
    path = NOTE / "tests/town.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert template("templates", "--lint").output == "no problems\n"
    assert template("templates", "--update").output == "no problems\n"


def test_a_workspace_that_changes_a_bundled_template_has_tests_of_its_own(run: Run) -> None:
    run("init", ".", "-t", "inspection-feedback")
    changed = Path("templates/inspection-feedback")
    changed.mkdir(parents=True)
    (changed / "turn.md.j2").write_text("下面说问题。\n", encoding="utf-8")
    assert run("templates", "--lint").exit_code == 0
    result = run("templates", "--update")
    assert result.stdout.splitlines()[0] == "templates/inspection-feedback/tests/example.md"
    assert "下面说问题。" in (changed / "tests/example.md").read_text(encoding="utf-8")
    (changed / "turn.md.j2").write_text("再说问题。\n", encoding="utf-8")
    assert spots(run("templates", "--lint"))[0][0] == "templates/inspection-feedback/tests/example.md"


def test_common_files_of_a_workspace_change_no_test_of_a_bundled_template(run: Run) -> None:
    run("init", ".", "-t", "mass-line-summary")
    Path("templates/common").mkdir(parents=True)
    Path("templates/common/thanks.md.j2").write_text("多谢！{{ group.short }}谢谢。\n", encoding="utf-8")
    for option in ("--lint", "--update"):
        assert run("templates", option, "mass-line-summary").output == "no problems\n"
