"""Every unit file, settings file and template file is opened once by a command."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from speechgen.cli import app
from speechgen.model import bundled_templates

from ..conftest import Run
from ..workspaces import FEW, UNIT, example_workspace, replace, unit_file

_counts: Counter[str] = Counter()
_is_counting: list[bool] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _is_counting and isinstance(arguments[0], (str, bytes, os.PathLike)):
        mode = arguments[1]
        if mode is None or not any(letter in str(mode) for letter in "wax+"):
            _counts[os.path.realpath(os.fsdecode(arguments[0]))] += 1


sys.addaudithook(_audit)  # cannot be taken away again; does nothing while `_is_counting` is empty


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three units of the example workspace, with a template of its own, a copy of a bundled one, and their speeches."""
    root = example_workspace(tmp_path_factory.mktemp("generated"), FEW)
    shutil.copytree(bundled_templates() / "mass-line-summary", root / "templates" / "own")
    replace(root / "speechgen.yaml", ("template: mass-line-summary", "template: own"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert CliRunner().invoke(app, ["generate"]).exit_code == 0
    return root


@pytest.fixture
def workspace(generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of these; it is the current folder."""
    root = tmp_path / "workspace"
    shutil.copytree(generated, root)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def counting() -> Iterator[Counter[str]]:
    """How often each file has been opened to be read."""
    yield _counts
    _is_counting.clear()
    _counts.clear()


COMMANDS = {
    "generate": ["generate"],
    "generate one unit": ["generate", UNIT],
    "generate without rules": ["generate", "--no-check"],
    "generate all formats": ["generate", "-f", "md", "-f", "txt", "-f", "docx", "-f", "html"],
    "generate one review page": ["generate", UNIT, "-f", "html"],
    "generate strictly": ["generate", "--strict"],
    "generate in a dry run": ["generate", "--dry-run", "-f", "html"],
    "generate to standard output": ["generate", UNIT, "-f", "html", "-o", "-"],
    "check": ["check"],
    "check one unit": ["check", UNIT],
    "check an edited speech": ["check", f"speeches/{UNIT}.txt"],
    "check edited speeches of a unit that is named": ["check", "speeches", "--unit", UNIT],
    "check for a program": ["check", "--json"],
    "show fixes": ["check", "--diff"],
    "explain": ["explain", UNIT],
    "new": ["new", "市教育局"],
    "schema": ["schema"],
    "settings' schema": ["schema", "--settings"],
    "templates": ["templates"],
    "one template": ["templates", "own"],
    "lint": ["templates", "--lint", "own"],
    "init": ["init", "other"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_opens_each_file_once(run: Run, workspace: Path, counting: Counter[str], name: str) -> None:
    speech = workspace / "speeches" / f"{UNIT}.txt"  # a person has edited one
    speech.write_text(speech.read_text(encoding="utf-8") + "\n谢谢大家。\n", encoding="utf-8")
    _is_counting.append(True)
    result = run(*COMMANDS[name])
    _is_counting.clear()
    assert "Traceback" not in result.output
    read = {path: count for path, count in counting.items() if path.endswith((".yaml", ".yml", ".md.j2"))}
    folders = (str(workspace.resolve()), str(bundled_templates().resolve()))
    ours = {path: count for path, count in read.items() if path.startswith(folders)}
    assert ours or name == "settings' schema"
    assert {path: count for path, count in ours.items() if count > 1} == {}


def test_every_unit_file_is_read_where_names_are_looked_for(run: Run, workspace: Path, counting: Counter[str]) -> None:
    _is_counting.append(True)
    run("generate", UNIT)
    _is_counting.clear()
    units = [str(path.resolve()) for path in (workspace / "units").iterdir()]
    assert len(units) > 1
    assert [counting[path] for path in units] == [1] * len(units)


def test_a_preview_opens_each_file_once_until_one_changes(workspace: Path, counting: Counter[str]) -> None:
    from speechgen.preview import Units

    _is_counting.append(True)
    units = Units([])
    units.refresh()
    units.refresh_index()
    page = units.page(UNIT, "1")
    assert page is not None
    assert "法院" in page.decode()
    units.index("1")
    unit_files = {path: count for path, count in counting.items() if "/units/" in path}
    assert set(unit_files.values()) == {1}
    path = unit_file(workspace, UNIT)
    replace(path, ("vision: ", "vision: 人民满意的"))
    counting.clear()
    units.refresh()
    units.refresh_index()
    units.page(UNIT, "2")
    assert counting[str(path.resolve())] == 1


@pytest.mark.parametrize("options", [[], ["-f", "html"], ["--strict"], ["-f", "html", "--strict"]], ids=" ".join)
def test_a_speech_is_rendered_once(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    from speechgen.rendering import render_context as render
    from speechgen.workspace import UnitContext

    rendered: Counter[str] = Counter()

    def counted(context: UnitContext) -> object:
        rendered[context.unit.shown] += 1
        return render(context)

    monkeypatch.setattr("speechgen.pipeline.build.render_context", counted)
    copy = unit_file(workspace, "县法院")  # so that the comparison finds something
    copy.write_text(unit_file(workspace).read_text(encoding="utf-8").replace(UNIT, "县人民法院"), encoding="utf-8")
    result = run("generate", *options)
    assert "alike" in result.output
    assert len(rendered) == len(list((workspace / "units").iterdir()))
    assert set(rendered.values()) == {1}
