"""The steps of documents: the recipes of CONTRIBUTING.md, followed in a copy of the repository, and the guides.

A recipe is a section under "Recipes". Its steps end in "New file `FILE`:" and the whole text, or in "In `FILE`:" and a
`diff` block. A `console` block has commands, after `$ `, each followed by lines that its output contains.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .conftest import ROOT

_BLOCK = re.compile(
    r"(?:(?P<how>\bNew file|\bIn|新建|修改)\s`(?P<file>[^`]+)`[:：]\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NEW = ("New file", "新建")


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

    def compare(self, output: str) -> None:
        """Assert that an output has the printed lines, in their order."""
        position = 0
        for line in self.printed:
            found = output.find(line, position)
            assert found >= 0, f"$ {self.line}\n{output}\nlacks: {line}"
            position = found + len(line)


class Recipe(NamedTuple):
    """What to change, and the commands that show the result."""

    steps: tuple[Step, ...]
    commands: tuple[Command, ...]

    @property
    def code(self) -> set[str]:
        """The files of the program that it touches; catalogues of messages and pages of codes are no code."""
        return {
            step.file for step in self.steps if step.file.startswith("src/") and not step.file.endswith((".po", ".txt"))
        }

    def follow(self, root: Path) -> None:
        """Make all changes in a copy of the repository."""
        for step in self.steps:
            step.apply(root)


def recipes() -> dict[str, Recipe]:
    """The recipes by their headings."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return {heading: _recipe(section) for heading, section in sections(dict(sections(text, 2))["Recipes"])}


def sections(text: str, level: int = 3) -> list[tuple[str, str]]:
    """The sections of a text, with their headings. A heading in a block is none."""
    found: list[tuple[str, str]] = []
    in_block = False
    for line in text.splitlines(keepends=True):
        in_block ^= line.startswith("```")
        if not in_block and line.startswith(f"{'#' * level} "):
            found.append((line.strip("# \n"), ""))
        elif found:
            heading, section = found[-1]
            found[-1] = (heading, section + line)
    return found


def _recipe(section: str) -> Recipe:
    found = list(actions(section))
    steps = tuple(each for each in found if isinstance(each, Step))
    return Recipe(steps, tuple(each for each in found if isinstance(each, Command)))


def actions(section: str) -> Iterator[Step | Command]:
    """The steps and commands of a section in their order. Each of its blocks must be one or the other."""
    for found in _BLOCK.finditer(section):
        if found["how"]:
            yield Step(found["file"], found["how"] in _NEW, found["text"])
            continue
        assert found["kind"] == "console", found[0]
        for each in f"\n{found['text']}".split("\n$ ")[1:]:
            line, *printed = each.strip("\n").split("\n")
            yield Command(line, tuple(printed))


def copy_repository(root: Path) -> None:
    """Copy what the recipes need: the program, its templates and its tests."""
    for folder in ("src", "templates", "tests", "tools"):
        shutil.copytree(ROOT / folder, root / folder)  # with the compiled modules, and the times of all
    for name in ("pyproject.toml", "README.md"):
        shutil.copy2(ROOT / name, root)


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
