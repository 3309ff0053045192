"""A template that would run for ever or take all memory: one located line, status 1, within 5 seconds and 500 MB."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from .runaway_templates import RUNAWAY, RUNAWAY_FILES

if sys.platform == "win32":
    pytest.skip("needs fork and limits of POSIX", allow_module_level=True)

Results = Mapping[str, Any]
_PLACED = re.compile(r"^t/\w+\.md\.j2:\d+:\d+: error\[[a-z-]+\] \S", re.MULTILINE)
_MANY = ("many missing values", "many missing values in a paragraph", "many missing values in a condition")


@pytest.fixture(scope="module")
def results() -> Results:
    """What each template gave."""
    templates = {**{name: {"speech.md.j2": body} for name, body in RUNAWAY.items()}, **RUNAWAY_FILES}
    workspaces = {name: ("generate", _workspace(files)) for name, files in templates.items()}
    script = Path(__file__).with_name("limited_runs.py")
    run = subprocess.run(
        [sys.executable, script], input=json.dumps(workspaces), capture_output=True, encoding="utf-8", check=True
    )
    given: Results = json.loads(run.stdout)
    return given


def _workspace(files: Mapping[str, str]) -> dict[str, str]:
    own = {f"t/{name}": content for name, content in files.items()}
    own["t/speech.md.j2"] = f"---\ntitle: T\n---\n{own['t/speech.md.j2']}\n"
    return {
        **own,
        "t/template.yaml": "title: t\nlanguage: en\n",
        "speechgen.yaml": "template: ./t\nformats: [md]\n",
        "units/u.yaml": "unit: {name: X}\n",
    }


@pytest.mark.parametrize("name", [*RUNAWAY, *RUNAWAY_FILES])
def test_it_ends_with_one_located_line(results: Results, name: str) -> None:
    result = results[name]
    assert result["traceback"] == "None"
    assert (result["status"], "MemoryError" in result["output"]) == (1, False)
    placed = _PLACED.findall(result["output"])
    assert placed
    assert name in _MANY or len(placed) == 1
