"""The README's table of rules and its settings match the program. `pytest --refresh-goldens` rewrites the table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechgen.checks.rules import RULES
from speechgen.checks.settings import read_settings
from speechgen.reading.schema import value_at
from speechgen.reading.yaml_file import parse_yaml

from .conftest import ROOT

README = ROOT / "README.md"


def _block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_table_of_rules(request: pytest.FixtureRequest) -> None:
    rows = [f"| `{each.code}` | {each.severity} | {each.summary.rstrip('.')} |" for each in RULES.values()]
    table = "\n".join(["| rule | usually | finds |", "| --- | --- | --- |", *rows]) + "\n"
    if request.config.getoption("--refresh-goldens"):
        text = README.read_text(encoding="utf-8").replace(
            f"<!-- rules -->\n{_block('rules')}", f"<!-- rules -->\n{table}"
        )
        Path(README).write_text(text, encoding="utf-8", newline="\n")
    assert _block("rules") == table


def test_the_settings_in_the_readme_are_valid() -> None:
    found = re.search(r"<!-- run: settings -->\n```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    value, problems = parse_yaml(found[1], "README.md")
    assert value is not None
    settings, wrong = read_settings(value_at(value, ["check"]))
    assert problems + wrong == []
    assert (settings.own_words, settings.sentences) == (0.5, 0.8)
