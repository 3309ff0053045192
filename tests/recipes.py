"""The recipes of CONTRIBUTING.md, followed in a copy of the repository.

A recipe is a section under "Recipes". Its steps end in "New file `FILE`:" and the whole text, or in "In `FILE`:" and a
`diff` block. A `console` block has commands, after `$ `, each followed by lines that its output contains.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from .conftest import ROOT

_SECTION = re.compile(r"^### ([^\n]+)\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"\b(New file|In) `([^`]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A new file with this text, or a file changed as in this diff, in which `@@` separates the places."""

    file: str
    is_new: bool
    text: str

    def apply(self, root: Path) -> None:
        """Make the change in a copy of the repository. The lines of a diff must be in one place only."""
        path = root / self.file
        if self.is_new:
            assert not path.exists(), f"{self.file} exists"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        for place in self.text.split("@@\n"):
            lines = place.splitlines(keepends=True)
            assert {line[0] for line in lines} <= set("-+ "), place
            old = "".join(line[1:] for line in lines if line[0] != "+")
            new = "".join(line[1:] for line in lines if line[0] != "-")
            assert f"\n{text}".count(f"\n{old}") == 1, f"{self.file} must have these lines once:\n{old}"
            text = f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]
        path.write_text(text, encoding="utf-8")


class Command(NamedTuple):
    """A command line, and lines that its output contains, in this order."""

    line: str
    printed: tuple[str, ...]


class Recipe(NamedTuple):
    """What to change, and the commands that show the result."""

    steps: tuple[Step, ...]
    commands: tuple[Command, ...]

    @property
    def code(self) -> set[str]:
        """The files of the program that it touches."""
        return {step.file for step in self.steps if step.file.startswith("src/")}

    def follow(self, root: Path) -> None:
        """Make all changes in a copy of the repository."""
        for step in self.steps:
            step.apply(root)


def recipes() -> dict[str, Recipe]:
    """The recipes by their headings."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chapter = text.partition("\n## Recipes\n")[2].partition("\n## ")[0]
    return {heading: Recipe(_steps(section), _commands(section)) for heading, section in _SECTION.findall(chapter)}


def _steps(section: str) -> tuple[Step, ...]:
    return tuple(Step(file, how == "New file", text) for how, file, text in _STEP.findall(section))


def _commands(section: str) -> tuple[Command, ...]:
    lines = [line for block in _CONSOLE.findall(section) for line in f"\n{block}".split("\n$ ")[1:]]
    return tuple(Command(line, tuple(rest)) for line, *rest in (each.strip("\n").split("\n") for each in lines))


def copy_repository(root: Path) -> None:
    """Copy what the recipes need: the program, its templates and its tests."""
    for folder in ("src", "templates", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, root)


def run_python(root: Path, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python with the program of a copy of the repository, in a folder of it."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(root / "src"),
        "XDG_CACHE_HOME": str(root / "cache"),
        "PYTEST_ADDOPTS": f"{os.environ.get('PYTEST_ADDOPTS', '')} -n0",  # one process is enough for one test file
    }
    return subprocess.run(
        [sys.executable, "-X", "utf8", *arguments],
        cwd=folder or root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
