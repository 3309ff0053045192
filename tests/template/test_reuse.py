"""What a workspace reuses: a bundled template with changes, common files, blocks, filters of installed packages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT, Run

PART = "---\ntitle: {title}\n---\n{body}\n"
FOLDER = Path("templates/inspection-feedback")


@pytest.fixture
def changed(run: Run) -> Run:
    """A workspace for the bundled template inspection-feedback, which it changes; `generate` prints its example."""
    run("init", ".", "-t", "inspection-feedback")
    (FOLDER / "demands").mkdir(parents=True)
    return run


def _speech(run: Run, *options: str) -> str:
    result = run("generate", "-f", "txt", "-o", "-", "--no-check", *options)
    assert result.exit_code == 0, result.output
    return result.output


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _choose(part: str) -> None:
    """Let the unit make this demand too."""
    unit = Path("units/example.yaml")
    if f"  - {part}" in unit.read_text(encoding="utf-8"):
        return
    unit.write_text(
        unit.read_text(encoding="utf-8").replace("demands:\n", f"demands:\n  - {part}\n", 1), encoding="utf-8"
    )


def test_a_file_adds_a_part_to_a_bundled_template(changed: Run) -> None:
    _write(FOLDER / "demands/ledger.md.j2", PART.format(title="建账", body="{{ unit.name }}要把账建起来。"))
    _choose("ledger")
    assert "建账。" in (speech := _speech(changed))
    assert "要把账建起来。" in speech
    assert "ledger" in changed("templates", "inspection-feedback").stdout


def test_a_file_replaces_a_part_in_all_its_wordings(changed: Run) -> None:
    name = next(ROOT.glob("templates/inspection-feedback/demands/*.2.md.j2")).name.removesuffix(".2.md.j2")
    _write(FOLDER / f"demands/{name}.md.j2", PART.format(title="照我说的办", body="就这么办。"))
    _choose(name)
    example = Path("units/example.yaml").read_text(encoding="utf-8")
    for unit in ("甲局", "乙局", "丙局", "丁局"):  # each would get another wording
        text = re.sub(r"^unit:\n(?:  .*\n)+", f"unit: {{name: {unit}}}\n", example, flags=re.MULTILINE)
        Path("units/example.yaml").write_text(text, encoding="utf-8")
        assert f"在{unit}" in _speech(changed) or f"向{unit}" in _speech(changed)
        assert "照我说的办。就这么办。" in _speech(changed)


def test_a_further_wording_is_added_to_a_bundled_part(changed: Run) -> None:
    bundled = sorted(ROOT.glob("templates/inspection-feedback/demands/plan*.md.j2"))
    number = len(bundled) + 1
    _write(FOLDER / f"demands/plan.{number}.md.j2", PART.format(title="排出日程", body="一天一天地排。"))
    _choose("plan")
    with Path("units/example.yaml").open("a", encoding="utf-8") as unit:
        unit.write(f"\nwordings:\n  plan: {number}\n")
    assert "一天一天地排。" in _speech(changed)


def test_the_speech_itself_is_replaced(changed: Run) -> None:
    _write(FOLDER / "speech.md.j2", "---\ntitle: 反馈\n---\n{{ unit.name }}的同志们，就讲到这里。\n")
    assert "的同志们，就讲到这里。" in _speech(changed)


def test_keys_of_the_manifest_are_changed_and_taken_away(changed: Run) -> None:
    before = _speech(changed)
    _write(FOLDER / "template.yaml", "metrics:\n  talks: {measure: 人, round_to: 10}\n")
    assert _speech(changed) != before
    _write(FOLDER / "template.yaml", "metrics:\n  talks: ~\n")
    result = changed("generate", "--no-check")
    assert result.exit_code == 1
    assert "talks" in result.output


def test_an_error_in_a_change_is_in_the_workspaces_file(changed: Run) -> None:
    _write(FOLDER / "template.yaml", "metrics:\n  talks:\n    round_to: ten\n")
    result = changed("generate", "--no-check")
    assert result.exit_code == 1
    assert result.output.startswith("templates/inspection-feedback/template.yaml:3:15: error[")


def test_a_complete_manifest_is_a_template_of_its_own(changed: Run) -> None:
    _write(FOLDER / "template.yaml", "title: 另一个\nlanguage: zh-CN\n")
    result = changed("templates", "--lint", "inspection-feedback")
    assert result.exit_code == 1
    assert "the template has no speech.md.j2" in result.output


def test_explain_says_which_files_the_workspace_changes(changed: Run) -> None:
    _write(FOLDER / "turn.md.j2", "下面说问题。\n")
    output = changed("explain", "example").output
    assert "templates/inspection-feedback/turn.md.j2: replaces inspection-feedback/turn.md.j2" in output


def test_a_change_is_lint_clean_though_it_no_longer_reads_a_bundled_value(changed: Run) -> None:
    for path in ROOT.glob("templates/inspection-feedback/work*.md.j2"):
        _write(FOLDER / path.name, "做了一些工作。\n")
    result = changed("templates", "--lint", "inspection-feedback")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "no problems")


@pytest.fixture
def own_template(run: Run) -> Run:
    """A workspace with a template of its own."""
    _write(Path("speechgen.yaml"), "template: note\n")
    _write(Path("units/a.yaml"), "unit: {name: 青溪镇}\nplace: 礼堂\n")
    place = "    place: {title: 地点, type: string, examples: [礼堂]}\n"
    manifest = f"title: 便条\nlanguage: zh-CN\nvalues:\n  properties:\n{place}"
    _write(Path("templates/note/template.yaml"), manifest)
    _write(Path("templates/note/example.yaml"), "template: note\nunit: {name: 青溪镇}\nplace: 礼堂\n")
    return run


def test_the_workspaces_common_files_are_found_before_the_bundled_ones(own_template: Run) -> None:
    _write(
        Path("templates/note/speech.md.j2"),
        '---\ntitle: 便条\n---\n{% include "common/thanks.md.j2" %}\n{{ place }}。\n',
    )
    _write(Path("templates/common/thanks.md.j2"), "多谢{{ unit.name }}。\n")
    assert "多谢青溪镇。" in _speech(own_template)
    _write(Path("templates/common/thanks.md.j2"), "多谢{{ unit.nam }}。\n")
    result = own_template("generate", "--no-check")
    assert "templates/common/thanks.md.j2:1:1: error[" in result.output


BASE = """\
{% block opening %}
我们在{{ place }}见面。
{% endblock %}

{% block middle %}
先说成绩。
{% endblock %}
"""
EXTENDS = """\
---
title: 便条
---
{% extends "base.md.j2" %}
{% block middle %}
{{ super() }}

再说{{ unit.name }}的不足。
{% endblock %}
"""


def test_a_template_extends_another_file_with_blocks_and_super(own_template: Run) -> None:
    _write(Path("templates/common/base.md.j2"), BASE)
    _write(Path("templates/note/speech.md.j2"), EXTENDS.replace("base.md.j2", "common/base.md.j2"))
    body = _speech(own_template).split("\n\n", 1)[1]
    assert [line.strip() for line in body.splitlines()] == ["我们在礼堂见面。", "先说成绩。", "再说青溪镇的不足。"]
    assert own_template("templates", "--lint").output == "no problems\n"


def test_a_value_of_a_block_is_required_unless_the_block_is_replaced(own_template: Run) -> None:
    _write(Path("templates/note/base.md.j2"), BASE)
    _write(Path("templates/note/speech.md.j2"), EXTENDS)
    _write(Path("units/a.yaml"), "unit: {name: 青溪镇}\n")
    assert "units/a.yaml:1:1: error[missing-value] place is missing" in own_template("generate", "--no-check").output
    replaced = EXTENDS + "{% block opening %}\n我们见面。\n{% endblock %}\n"
    _write(Path("templates/note/speech.md.j2"), replaced)
    assert "我们见面。" in _speech(own_template)


PACKAGE = """\
def shout(text, mark="！"):
    \"\"\"A text with a mark.

    "A" | shout    A！
    \"\"\"
    return f"{text}{mark}"

def broken(text):
    return text.nothing
"""
ENTRY_POINTS = "[speechgen.filters]\nshout = own_filters:shout\nbroken = own_filters:broken\ngone = own_filters:gone\n"


def _with_installed_package(site: Path, *arguments: str) -> str:
    """What speechgen prints with the package `own-filters` in a folder of installed packages."""
    _write(site / "own_filters.py", PACKAGE)
    _write(site / "own_filters-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: own-filters\nVersion: 1.0\n")
    _write(site / "own_filters-1.0.dist-info/entry_points.txt", ENTRY_POINTS)
    command = [sys.executable, "-X", "utf8", "-m", "speechgen", *arguments]
    search = os.pathsep.join([str(site), *filter(None, sys.path)])
    environment = {**os.environ, "PYTHONPATH": search}
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    return result.stdout + result.stderr


def test_filters_of_an_installed_package_are_listed(own_template: Run, tmp_path: Path) -> None:
    assert (
        "Of installed packages (zh-CN)\n\n"
        '  shout(mark="！")\n'
        "    A text with a mark.\n"
        '      "A" | shout                       A！\n'
    ) in _with_installed_package(tmp_path / "site", "templates", "--filters", "shout")


def test_filters_of_an_installed_package(own_template: Run, tmp_path: Path) -> None:
    lines = ("{{ place | shout }}", "{{ place | broken }}", "{{ place | gone }}", "{{ place | nowhere }}")
    outputs = []
    for line in lines:
        _write(Path("templates/note/speech.md.j2"), f"---\ntitle: 便条\n---\n{line}\n")
        printed = _with_installed_package(tmp_path / "site", "generate", *("-f", "txt", "-o", "-", "--no-check"))
        outputs.append(printed.strip().splitlines()[-1])
    where = "(templates/note/speech.md.j2:4)"
    assert outputs == [
        "　　礼堂！",
        "units/a.yaml:2:8: error[cannot-say] place: the filter broken of the package own-filters failed: "
        f"AttributeError: 'Text' object has no attribute 'nothing' {where}",
        "units/a.yaml:2:8: error[cannot-say] place: the filter gone of the package own-filters cannot be loaded: "
        f"module 'own_filters' has no attribute 'gone' {where}",
        "templates/note/speech.md.j2:4:12: error[template-syntax] there is no filter nowhere; "
        "`speechgen templates --filters` lists them",
    ]
