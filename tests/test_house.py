"""The packages of the program (rooms): their files and imports. import-linter checks the order of the layers."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

import speechgen
from speechgen.language import CODES

from .conftest import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:  # a dependency of pytest
    import tomli as tomllib

PACKAGE = ROOT / "src" / "speechgen"
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
][0]["layers"]
MAX_LINES = 300  # lines


def _imports(path: Path) -> Iterator[ast.ImportFrom]:
    """The imports of our own modules in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("speechgen"):
            yield node


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_every_module_but_two_is_in_a_room() -> None:
    assert len(FILES) > 200
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}
    assert sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()) == sorted(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_documents_its_inputs_outputs_and_imports(room: str) -> None:
    page = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    for words in ("In: ", "Out: ", "Imports "):
        assert words in page.replace("\n", " "), f"{room}/__init__.py does not say “{words.strip()}”"


def test_a_room_is_imported_through_its_init() -> None:
    """`from speechgen.model import Problem`, not `from speechgen.model.problem import Problem`."""
    inside = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.module}"
        for path in FILES
        for node in _imports(path)
        if (node.module or "").split(".")[1:2] not in ([], [_room(path)])
        and not (ROOT / "src").joinpath(*(node.module or "").split(".")).is_dir()
    ]
    assert inside == []


ENGINE = PACKAGE / "checks"
RULES = ENGINE / "rules"
# What a rule gets, and what its facts consist of.
FOR_RULES = {
    "common_sentences",
    "facts",
    "name_index",
    "other_units",
    "pair_index",
    "reach",
    "rule",
    "similarity",
    "tables",
    "unit_words",
}


def test_rules_import_nothing_that_runs_rules() -> None:
    imported = {
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.module}"
        for path in FILES
        if path.is_relative_to(RULES)
        for node in _imports(path)
        if (node.module or "").startswith("speechgen.checks")
        and (node.module or "").split(".")[2:3] not in (["rules"], *([name] for name in FOR_RULES))
    }
    assert imported == set()


def test_what_runs_rules_knows_them_by_their_table_only() -> None:
    """But for how long a speech takes, for the review page; how a workspace writes its own sessions and dates; and the
    marks of templates, which are no speech.
    """
    imported = {
        node.module
        for path in FILES
        if not path.is_relative_to(RULES)
        for node in _imports(path)
        if (node.module or "").startswith("speechgen.checks.rules.")
    }
    assert imported == {
        "speechgen.checks.rules.days.events",
        "speechgen.checks.rules.days.written_dates",
        "speechgen.checks.rules.length",
        "speechgen.checks.rules.punctuation.half_width",
        "speechgen.checks.rules.punctuation.paired_marks",
    }


def test_no_name_hides_a_module_of_the_rules() -> None:
    """`import speechgen.checks.rules.punctuation.punctuation` gives the module."""
    names = [".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in sorted(RULES.rglob("*.py"))]
    names = [name.removesuffix(".__init__") for name in names]
    assert len(names) > 60
    for name in names:
        import_module(name)
    hidden = [name for name in names if reduce(getattr, name.split(".")[1:], speechgen) is not sys.modules[name]]
    assert hidden == []


def test_nothing_private_is_imported_from_another_file() -> None:
    private = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {name.name}"
        for path in FILES
        for node in _imports(path)
        for name in node.names
        if name.name.startswith("_")
    ]
    assert private == []


def test_no_file_is_over_300_lines() -> None:
    long = {str(path.relative_to(ROOT)): count for path in FILES if (count := _lines(path)) > MAX_LINES}
    assert long == {}


def test_only_the_room_of_languages_names_a_language() -> None:
    """Everything else asks `speechgen.language`; rules that are for one language name it as CHINESE or ENGLISH. The
    languages of messages are those of `speechgen.messages`.
    """
    pinyin = PACKAGE / "checks/rules/names/typos.py"  # the final sound `en`
    named = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path in FILES
        if _room(path) not in ("language", "messages") and path != pinyin
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in CODES
    ]
    assert named == []


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")
