"""Editors with yaml-language-server show in unit files only what is missing, and titles in their language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import ROOT, Run
from ..programs import LANGUAGE_SERVERS, language_server, why_no_language_server
from .language_server import LanguageServer

TEMPLATES = sorted(path.parent.name for path in ROOT.glob("templates/*/template.yaml"))
NAMES = ("workspace", "督导 讲话稿", "2014#1", "完成100%", "50%20年", "何时?")


@pytest.fixture(params=LANGUAGE_SERVERS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LanguageServer]:
    if lack := why_no_language_server(request.param):
        pytest.skip(lack)
    with LanguageServer(language_server(request.param), tmp_path) as running:
        yield running


def _new(run: Run, folder: str, template: str) -> Path:
    """A new unit file in a new workspace, in the current folder."""
    assert run("init", folder, "-t", template).exit_code == 0
    unit = Path(folder, "units", "某单位.yaml").resolve()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("new", "某单位").exit_code == 0
    return unit


def _empty(text: str) -> list[int]:
    """The lines of a new unit file with a key that must be filled in: the comment above it says so."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines):
        if re.fullmatch(r" *\w+:", line):
            above = number
            while above and lines[above - 1].lstrip().startswith("# "):
                above -= 1
            if any(re.search("，必填|, needed(?! by)|, obligatoire", each) for each in lines[above:number]):
                found.append(number + 1)
    return found


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_file_shows_only_what_is_missing(run: Run, server: LanguageServer, template: str) -> None:
    unit = _new(run, "w", template)
    missing = _empty(unit.read_text(encoding="utf-8"))
    assert missing
    assert sorted({line for line, _ in server.open(unit)}) == missing


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_filled_file_shows_no_error(run: Run, server: LanguageServer, template: str) -> None:
    example = _new(run, "w", template).with_name("example.yaml")
    assert server.open(example) == []
    assert server.open(example.with_name("more.yaml"), example.read_text(encoding="utf-8") + "nobody_knows: 1\n") != []


def test_null_and_empty_keys_show_an_error_only_where_the_value_is_needed(run: Run, server: LanguageServer) -> None:
    example = _new(run, "w", "mass-line-summary").with_name("example.yaml")
    text = example.read_text(encoding="utf-8")
    for old, new in (("short: 市住建局", "short: ~"), ("superiors: [中央, 省委, 市委]", "superiors: null")):
        assert old in text
        text = text.replace(old, new)
    text = re.sub("(?m)^vision: .*$", "vision:", text)
    assert server.open(example.with_name("nulls.yaml"), text) == []
    lines = text.replace("  name: 市委第四督导组", "  name: ~").split("\n")
    assert [line for line, _ in server.open(example.with_name("needed.yaml"), "\n".join(lines))] == [
        lines.index("  name: ~") + 1
    ]


def test_the_units_of_the_example_workspace_show_no_error(run: Run, server: LanguageServer) -> None:
    folder = _new(run, "w", "mass-line-summary").parent
    units = sorted(ROOT.glob("examples/workspace/units/*.yaml"))
    assert units
    comment = (folder / "example.yaml").read_text(encoding="utf-8").split("\n")[0]
    for unit in units:
        text = re.sub("# yaml-language-server.*\n", "", unit.read_text(encoding="utf-8"))
        assert (unit.name, server.open(folder / unit.name, f"{comment}\n{text}")) == (unit.name, [])


def test_titles_are_shown_over_keys_and_with_completions(run: Run, server: LanguageServer) -> None:
    unit = _new(run, "w", "mass-line-summary")
    comment = unit.read_text(encoding="utf-8").split("\n")[0]
    text = f"{comment}\nunit:\n  name: 甲\n  \nevaluation:\n  - leadership\n  - \nmetrics:\n  lectures: 9\n  \n"
    server.open(unit, text)
    assert server.hover(unit, 9, 4).startswith("班子成员上党课")
    assert "`leadership`: 领导干部带头干，一级做给一级看" in server.hover(unit, 6, 6)
    keys = server.completions(unit, 4, 3)
    assert (keys["short"], keys["head"]) == ("单位简称", "主要负责人")
    assert server.completions(unit, 7, 5)["balance"] == "两手抓、两不误，活动和工作相互促进"
    assert server.completions(unit, 10, 3)["petitions"].startswith("信访量")


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_found_in_folders_of_any_name(run: Run, server: LanguageServer, name: str) -> None:
    unit = _new(run, name, "mass-line-summary")
    comment = unit.read_text(encoding="utf-8").split("\n")[0]
    assert [message for _, message in server.open(unit, f"{comment}\nunit: {{name: 甲, nme: 乙}}\n")] == [
        "Property nme is not allowed."
    ]


@pytest.mark.parametrize("name", ["总结 讲话", "总结#1", "100%", "50%20"])
def test_the_schema_of_a_template_of_any_name_is_found(run: Run, server: LanguageServer, name: str) -> None:
    folder = Path("templates", name)
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text("title: 总结\nlanguage: zh-CN\n", encoding="utf-8")
    (folder / "speech.md.j2").write_text("---\ntitle: 讲话\n---\n{{ unit.name }}\n", encoding="utf-8")
    assert run("new", "某单位", "-t", str(folder)).exit_code == 0
    unit = Path("某单位.yaml").resolve()
    comment = unit.read_text(encoding="utf-8").split("\n")[0]
    assert [message for _, message in server.open(unit, f"{comment}\nunit: {{name: 甲, nme: 乙}}\n")] == [
        "Property nme is not allowed."
    ]
