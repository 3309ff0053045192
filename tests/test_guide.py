"""The guides to templates, followed as written: every block is a file, a change of one, or commands with output.

The ten steps are followed one after another. Each section of the reference begins with the workspace at their end.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from speechgen.cli import app

from .conftest import ROOT
from .recipes import Command, Step, actions, sections

GUIDES = {"en": "docs/templates.md", "zh-CN": "docs/templates.zh-CN.md"}
TEXTS = {code: (ROOT / name).read_text(encoding="utf-8") for code, name in GUIDES.items()}


def _chapters(code: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The ten steps, and the sections of the reference that have blocks."""
    (_, steps), (_, reference) = sections(TEXTS[code], 2)
    return sections(steps), [(heading, text) for heading, text in sections(reference) if "\n```" in text]


REFERENCE = [(code, heading) for code in GUIDES for heading, _ in _chapters(code)[1]]


@pytest.fixture(scope="module")
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace at the end of the ten steps of a guide."""
    folder = tmp_path_factory.mktemp("steps")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for _, text in _chapters(request.param)[0]:
            _follow(text)
    return folder


@pytest.mark.parametrize("template", GUIDES, indirect=True)
def test_ten_steps_lead_from_a_speech_to_a_template_that_gives_the_same_speech(template: Path) -> None:
    (paper,) = template.glob("*.txt")
    (example,) = template.glob("templates/*/tests/example.md")
    words = [
        re.sub(r"\*\*|^#+ |\s", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE) for path in (paper, example)
    ]
    assert words[0] == words[1]


@pytest.mark.parametrize("code", GUIDES)
def test_there_are_ten_steps(code: str) -> None:
    assert len(_chapters(code)[0]) == 10


@pytest.mark.parametrize(("template", "heading"), REFERENCE, indirect=["template"])
def test_a_section_of_the_reference_works_as_written(
    template: Path, heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "workspace"
    shutil.copytree(template, folder)
    monkeypatch.chdir(folder)
    code = next(code for code, each in REFERENCE if each == heading)
    _follow(dict(_chapters(code)[1])[heading])


def _follow(section: str) -> None:
    for action in actions(section):
        if isinstance(action, Step):
            action.apply(Path())
        else:
            _run(action)


def _run(command: Command) -> None:
    program, *arguments = shlex.split(command.line)
    if program == "speechgen":
        result = CliRunner().invoke(app, arguments, catch_exceptions=False)
        status, output = result.exit_code, result.output
    else:
        assert program == "git"
        environment = {**os.environ, **dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)}
        for role in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.org"}
        ran = subprocess.run([program, *arguments], env=environment, capture_output=True, encoding="utf-8", check=False)
        status, output = ran.returncode, ran.stdout + ran.stderr
    may_fail = any("error[" in line or "warning[" in line for line in command.printed)
    assert status == 0 or may_fail, f"$ {command.line}\n{output}"
    command.compare(output)
