"""A template that would run for ever or take all memory: one located line, status 1, within 5 seconds and 500 MB."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from .runaway_templates import RUNAWAY, RUNAWAY_FILES

if sys.platform == "win32":
    pytest.skip("needs fork and limits of POSIX", allow_module_level=True)

Given = Callable[[str], Mapping[str, Any]]
_PLACED = re.compile(r"^t/\w+\.md\.j2:\d+:\d+: error\[[a-z-]+\] \S", re.MULTILINE)
_MANY = ("many missing values", "many missing values in a paragraph", "many missing values in a condition")


_TEMPLATES = {**{name: {"speech.md.j2": body} for name, body in RUNAWAY.items()}, **RUNAWAY_FILES}


@pytest.fixture(scope="module")
def given() -> Iterator[Given]:
    """Runs a template and returns what it gave."""
    command = [sys.executable, str(Path(__file__).with_name("limited_runs.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        to_process, from_process = process.stdin, process.stdout

        def run(name: str) -> Mapping[str, Any]:
            to_process.write(json.dumps(("generate", _workspace(_TEMPLATES[name]))) + "\n")
            to_process.flush()
            result: Mapping[str, Any] = json.loads(from_process.readline())
            return result

        yield run


def _workspace(files: Mapping[str, str]) -> dict[str, str]:
    own = {f"t/{name}": content for name, content in files.items()}
    own["t/speech.md.j2"] = f"---\ntitle: T\n---\n{own['t/speech.md.j2']}\n"
    return {
        **own,
        "t/template.yaml": "title: t\nlanguage: en\n",
        "speechgen.yaml": "template: ./t\nformats: [md]\n",
        "units/u.yaml": "unit: {name: X}\n",
    }


@pytest.mark.parametrize("name", _TEMPLATES)
def test_it_ends_with_one_located_line(given: Given, name: str) -> None:
    result = given(name)
    assert result["traceback"] == "None"
    assert (result["status"], "MemoryError" in result["output"]) == (1, False)
    placed = _PLACED.findall(result["output"])
    assert placed
    assert name in _MANY or len(placed) == 1
