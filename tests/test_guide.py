"""The guides to templates, followed as written: every block is a file, a change of one, or commands with output.

The ten steps are followed one after another. Each section of the reference begins with the workspace at their end.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from speechgen.cli import app
from speechgen.language import language
from speechgen.template import filter_names, manifest_document

from .conftest import ROOT
from .recipes import Command, Step, actions, sections

SITE = Path("site")  # the packages that are installed next to the program
GUIDES = {"en": "docs/templates.md", "zh-CN": "docs/templates.zh-CN.md"}
TEXTS = {code: (ROOT / name).read_text(encoding="utf-8") for code, name in GUIDES.items()}


def _chapters(code: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The ten steps, and the sections of the reference that have blocks."""
    (_, steps), (_, reference) = sections(TEXTS[code], 2)
    return sections(steps), [(heading, text) for heading, text in sections(reference) if "\n```" in text]


End = Callable[[str], Path]
REFERENCE = [(code, heading) for code in GUIDES for heading, _ in _chapters(code)[1]]


@pytest.fixture(scope="module")
def end(tmp_path_factory: pytest.TempPathFactory) -> End:
    """The workspace at the end of the ten steps of the guide in a language; they are followed once."""

    @cache
    def end(code: str) -> Path:
        folder = tmp_path_factory.mktemp("steps")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            for _, text in _chapters(code)[0]:
                _follow(text)
        return folder

    return end


@pytest.mark.parametrize("code", GUIDES)
def test_ten_steps_lead_from_a_speech_to_a_template_that_gives_the_same_speech(end: End, code: str) -> None:
    folder = end(code)
    (paper,) = folder.glob("*.txt")
    (example,) = folder.glob("templates/*/tests/example.md")
    words = [
        re.sub(r"\*\*|^#+ |\s", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE) for path in (paper, example)
    ]
    assert words[0] == words[1]


@pytest.mark.parametrize("code", GUIDES)
def test_there_are_ten_steps(code: str) -> None:
    assert len(_chapters(code)[0]) == 10


@pytest.mark.parametrize(("code", "heading"), REFERENCE)
def test_a_section_of_the_reference_works_as_written(
    end: End, code: str, heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "workspace"
    shutil.copytree(end(code), folder)
    monkeypatch.chdir(folder)
    _follow(dict(_chapters(code)[1])[heading])


def _follow(section: str) -> None:
    for action in actions(section):
        if isinstance(action, Step):
            action.apply(Path())
        else:
            _run(action)


def _run(command: Command) -> None:
    program, *arguments = shlex.split(command.line)
    if program == "pip":
        _install(Path(arguments[-1]))
        return
    if program == "speechgen" and not SITE.exists():
        result = CliRunner().invoke(app, arguments, catch_exceptions=False)
        status, output = result.exit_code, result.output
    else:
        names = {f"GIT_{role}_{what}": "a" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        files = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
        environment = {**os.environ, **names, **files, "PYTHONPATH": os.pathsep.join([str(SITE), *sys.path])}
        line = [sys.executable, "-X", "utf8", "-m", "speechgen"] if program == "speechgen" else ["git"]
        ran = subprocess.run([*line, *arguments], env=environment, capture_output=True, encoding="utf-8", check=False)
        status, output = ran.returncode, ran.stdout + ran.stderr
    may_fail = any("error[" in line for line in command.printed)
    assert status == 0 or may_fail, f"$ {command.line}\n{output}"
    command.compare(output)


def _install(package: Path) -> None:
    """Put a package into a folder of installed packages as pip would, without the network."""
    name = re.search(r'name = "(.+)"', text := (package / "pyproject.toml").read_text(encoding="utf-8"))
    points = re.findall(r'^\[project\.entry-points\."(.+)"\]\n(.+)"(.+)"$', text, re.MULTILINE)
    assert name
    assert points
    information = SITE / f"{name[1].replace('-', '_')}-1.0.dist-info"
    shutil.copytree(package, SITE)
    information.mkdir()
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name[1]}\nVersion: 1.0\n", encoding="utf-8")
    lines = "".join(f"[{group}]\n{start}{value}\n" for group, start, value in points)
    (information / "entry_points.txt").write_text(lines, encoding="utf-8")


@pytest.mark.parametrize("document", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", *GUIDES.values()])
def test_links_lead_to_files_and_headings(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^()#\s]*)#?([^()\s]*)\)", text)
    assert links
    for file, anchor in links:
        target = ((ROOT / document).parent / file).resolve() if file else ROOT / document
        assert target.exists(), file
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [re.sub(r"[^\w\- ]", "", each).lower().replace(" ", "-") for each in headings]


@pytest.mark.parametrize("code", GUIDES)
def test_the_tables_name_every_filter_and_every_key_of_a_manifest(code: str) -> None:
    document = manifest_document([code])
    properties = document["properties"]
    metric = properties["metrics"]["additionalProperties"]["properties"]
    filters = [name for names in filter_names(language(code)).values() for name in names]
    named = set(re.findall(r"`([^`\s]+)`", TEXTS[code]))
    assert {*properties, *metric, *filters} - named == set()
