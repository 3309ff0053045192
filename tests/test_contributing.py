"""CONTRIBUTING.md: its recipes work as written, and every file that it names exists."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT
from .recipes import copy_repository, recipes, run_python
from .test_house import ROOMS

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = recipes()
MOST_FILES = 2  # of the program, that adding one thing may touch
FOLDERS = (".ci", "benchmarks", "docs", "examples", "src", "templates", "tests", "tools")


@pytest.fixture(scope="module")
def only_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    copy_repository(root)
    return root


@pytest.fixture
def repository(only_copy: Path) -> Iterator[Path]:
    """A copy of the repository without the changes of other recipes, which are undone: copying takes longer."""
    before = _files(only_copy)
    yield only_copy
    after = _files(only_copy)
    assert before.keys() <= after.keys()
    for path, _ in after.items() - before.items():
        if path in before:
            shutil.copy2(ROOT / path.relative_to(only_copy), path)
        else:
            path.unlink()
    assert _files(only_copy) == before


def _files(root: Path) -> dict[Path, tuple[int, int]]:
    """The files in a folder, each with its time and size; Python knows which compiled modules are out of date."""
    paths = [path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__"]
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in paths}


def test_there_is_a_recipe_for_all_that_people_add() -> None:
    things = ["message", "template", "part", "rule", "problem", "format", "report", "filter", "language", "option"]
    assert [heading.split()[1] for heading in RECIPES] == things


@pytest.mark.parametrize("heading", RECIPES)
def test_a_recipe_works_as_written(heading: str, repository: Path) -> None:
    recipe = RECIPES[heading]
    assert recipe.steps
    assert recipe.commands
    recipe.follow(repository)
    for command in recipe.commands:
        ran = run_python(repository, "-m", *command.line.split())
        assert ran.returncode == 0, ran.stdout
        assert command.printed
        command.compare(ran.stdout)


@pytest.mark.parametrize("heading", RECIPES)
def test_a_recipe_touches_at_most_two_files_of_code(heading: str) -> None:
    assert len(RECIPES[heading].code) <= MOST_FILES


@pytest.mark.parametrize("heading", [heading for heading, recipe in RECIPES.items() if recipe.code])
def test_the_code_of_a_recipe_is_as_ruff_wants_it(heading: str, repository: Path) -> None:
    recipe = RECIPES[heading]
    recipe.follow(repository)
    for check in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        ran = run_python(repository, "-m", "ruff", *check, *sorted(recipe.code))
        assert ran.returncode == 0, ran.stdout


def test_the_map_has_every_room_from_top_to_bottom() -> None:
    assert re.findall(r"^    (\w+)/ ", _map(), re.MULTILINE) == ROOMS


def test_every_file_of_the_map_exists() -> None:
    named = re.findall(r"^    (  )?([\w./]+) ", _map(), re.MULTILINE)
    room, missing, files = "", [], 0
    for indent, name in named:
        room = room if indent else name
        path = ROOT / "src/speechgen" / room / (name if indent else "")
        files += path.is_file()
        if not path.exists():
            missing.append(f"{room}{name}")
    assert files > 60
    assert missing == []


def test_every_file_that_the_text_names_exists() -> None:
    """A file may be named by the end of its path, as `formats/registry.py`."""
    there = [f"/{path.relative_to(ROOT).as_posix()}/" for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    there += [f"/{path.name}/" for path in ROOT.iterdir()]
    new = {step.file for recipe in RECIPES.values() for step in recipe.steps if step.is_new}
    named = {
        each for each in re.findall(r"`(\.?\w[\w./-]*)`", TEXT) if "/" in each or re.search(r"\w\.(py|md|ya?ml)$", each)
    }
    assert len(named) > 30
    assert [
        name for name in sorted(named - new) if not any(path.endswith(f"/{name.rstrip('/')}/") for path in there)
    ] == []


def _map() -> str:
    return TEXT.partition("\n## The map\n")[2].partition("\n## ")[0]
