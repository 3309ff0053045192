"""`check --fix` never changes a name, in a unit file or in a speech, whatever rule reports it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules import RULES
from speechgen.workspace import load_unit, unit_context

from ..conftest import Run, spots
from ..workspaces import example_workspace, replace

UNIT_FILE = """
unit: {name: %s, short: %s, aliases: [%s], head: {post: 局长, name: %s}, subordinates: [%s]}
leading_body: {name: %s}
organisers: {office: %s}
group: {name: %s, short: %s, leader: {post: 组长, name: %s}}
campaign: {name: %s, short: %s}
people: [{name: %s, post: 市委书记}]
mentions: [%s]
"""
NAMES = UNIT_FILE.count("%s")
# Doubled characters and words, and marks that the rule `punctuation` changes.
ODD = ["了了", "和和", "与与", "的的", "同", "得得", "进行进行", "开展开展", ",", "，，", "。。", "...", "--", "·", "•"]
ODD += ["(", ")", " ", "１", "二", "第一、", "甲", "陈", "局", "《", "》", "、", "~", "○", "①", '"']
names = st.lists(st.sampled_from(ODD), min_size=1, max_size=4).map(lambda parts: f"周{''.join(parts)}局")


@pytest.fixture
def town(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example workspace, and in it the unit file of a town."""
    root = example_workspace(tmp_path)
    monkeypatch.chdir(root)
    return root / "units" / "青石镇.yaml"


def _fixed_speech(run: Run, speech: str, unit_file: str) -> str:
    """A speech after `check --fix` with a unit file, which must not change."""
    Path("s.txt").write_text(f"测试讲话\n\n同志们：\n{speech}\n", encoding="utf-8")
    Path("s.yaml").write_text(unit_file, encoding="utf-8")
    run("check", "s.txt", "--unit", "s.yaml", "--fix")
    assert Path("s.yaml").read_text(encoding="utf-8") == unit_file
    return Path("s.txt").read_text(encoding="utf-8").split("\n", 3)[3].rstrip("\n")


@pytest.mark.parametrize("name", ["陈了了", "王的的", "何与与", "进行进行", "'陈,明'", "'陈（明)'"])
def test_a_name_in_a_unit_file_is_kept(run: Run, town: Path, name: str) -> None:
    replace(town, ("覃海燕", name))
    before = town.read_text(encoding="utf-8")
    result = run("check", "青石镇", "--fix")
    assert result.exit_code in (0, 1)
    assert town.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("speech", "unit_file"),
    [
        ("周和和和市委书记都来了。", "people: [{name: 周和和, post: 局长}]"),
        ("的的甲协会的同志都来了。", "mentions: [的的甲协会]"),
        ("何的的同志说得好。", "people: [{name: 何的的}]"),
        ("何的的同志说得好。", "secretary: 何的的"),  # any key, as in a user's template
        ("进行进行时文化公司的同志都来了。", "unit: {name: 进行进行时文化公司}"),
        ("我们走访了甲,乙两村合作社。", "organisers: {office: '甲,乙两村合作社'}"),
        ("我们走访了新时代...文化站。", "unit: {name: 市局, subordinates: [新时代...文化站]}"),
    ],
)
def test_a_name_of_the_files_is_kept_in_the_speech(run: Run, speech: str, unit_file: str) -> None:
    assert _fixed_speech(run, speech, f"{unit_file}\n") == speech


def test_a_name_of_another_unit_of_the_workspace_is_kept(run: Run, town: Path) -> None:
    town.with_name("局.yaml").write_text("unit: {name: '进行进行时文化,传播公司'}\n", encoding="utf-8")
    text = "在青石镇总结大会上的讲话\n\n同志们：\n进行进行时文化,传播公司的同志也来了,很好。\n"
    Path("s.txt").write_text(text, encoding="utf-8")
    run("check", "s.txt", "--unit", str(town), "--fix")
    assert Path("s.txt").read_text(encoding="utf-8") == text.replace("来了,", "来了，")


@pytest.mark.parametrize(
    "speech",
    ["大家共同同意这个办法。", "这是值得得到的支持。", "要了了这桩心事。", "不能一了了之。", "陈了了同志讲得好。"],
)
def test_a_double_that_may_be_right_is_reported_but_not_fixed(run: Run, speech: str) -> None:
    Path("s.txt").write_text(f"测试讲话\n\n同志们：\n{speech}\n", encoding="utf-8")
    result = run("check", "s.txt", "--fix")
    at = re.search(r"(.)\1", speech)
    assert at is not None
    assert result.exit_code == 0
    assert ("s.txt", 4, at.start() + 1, "repeat") in spots(result)
    assert "warning[repeat]" in result.output
    assert Path("s.txt").read_text(encoding="utf-8").endswith(f"{speech}\n")


def test_a_mistake_next_to_a_name_is_fixed(run: Run) -> None:
    after = _fixed_speech(run, "甲,乙公司,丙公司，，对问题进行进行了梳理。", "mentions: ['甲,乙公司']\n")
    assert after == "甲,乙公司，丙公司，对问题进行了梳理。"


def test_a_fix_that_would_change_a_name_becomes_a_warning(run: Run) -> None:
    Path("s.txt").write_text("测试讲话\n\n同志们：\n甲,乙公司的同志都来了。\n", encoding="utf-8")
    Path("s.yaml").write_text("mentions: ['甲,乙公司']\n", encoding="utf-8")
    result = run("check", "s.txt", "--unit", "s.yaml")
    assert ("s.txt", 4, 2, "punctuation") in spots(result)
    assert result.exit_code == 0
    assert "warning[punctuation] , is a half-width mark" in result.output
    assert "write ，, unless it is part of the name" in result.output


def test_a_rule_that_would_change_every_name_changes_none(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def every_character(draft: Draft, facts: Facts) -> Iterator[Finding]:
        for at, character in enumerate(draft.text):
            if character.strip():
                yield Finding(at, at + 1, "wrong", replacement="")
                yield Finding(at, at, "wrong", replacement="错")

    monkeypatch.setattr("speechgen.pipeline.fix._MAXIMUM_ROUNDS", 1)
    for code in RULES:
        monkeypatch.setitem(RULES, code, RULES[code]._replace(find=every_character))
    before = _texts(town)
    run("check", "青石镇", "--fix")
    after = _texts(town)
    assert before != after  # other text was changed
    for key in ("unit", "leading_body", "host.name", "people", "mentions"):
        assert {path: words for path, words in before.items() if path.startswith(key) and _is_name(path)} == {
            path: words for path, words in after.items() if path.startswith(key) and _is_name(path)
        }


def _is_name(path: str) -> bool:
    return path.endswith((".name", ".short", "]"))


def _texts(path: Path) -> dict[str, str]:
    from speechgen.checks.facts import unit_facts

    return {given.path: given.words for given in unit_facts(unit_context(load_unit(path), None)).texts}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_names=st.lists(names, min_size=NAMES, max_size=NAMES),
    between=st.sampled_from(["和", "，", "、", "与", "的", ""]),
)
def test_any_names_are_kept(run: Run, given_names: list[str], between: str) -> None:
    quoted = tuple("'" + name.replace("'", "''") + "'" for name in given_names)
    speech = "\n".join(f"我们感谢{name}{between}{name}的同志,他们进行进行了研究。" for name in given_names)
    after = _fixed_speech(run, speech, UNIT_FILE % quoted)
    for line, name in zip(after.split("\n"), given_names, strict=True):
        assert line == f"我们感谢{name}{between}{name}的同志，他们进行了研究。"
