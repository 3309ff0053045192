"""What is read and what is not of the constructions of YAML 1.2: `yaml_cases.txt` has a case of each.

- read: as YAML 1.2 says.
- refused: valid in YAML 1.2, left out on purpose. `why` gives the reason.
- lenient: read, although not valid in YAML 1.2. `why` gives the reason.
- invalid: not valid in YAML 1.2, and refused.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from speechgen.reading import yaml_parser
from speechgen.reading.python_parser import PythonParser
from speechgen.reading.yaml_file import Value, parse_yaml

from ..slips import read_slips

CASES = read_slips(str(Path(__file__).with_name("yaml_cases.txt")))
READ = [name for name in CASES if name.startswith(("read:", "lenient:"))]
REFUSED = [name for name in CASES if name.startswith(("refused:", "invalid:"))]


@pytest.fixture(params=["with libyaml", "without libyaml"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems without libyaml read everything with `PythonParser`."""
    if request.param == "without libyaml":
        monkeypatch.setattr(yaml_parser, "YamlParser", PythonParser)


def _plain(value: Value) -> object:
    if isinstance(value.content, dict):
        return {key: _plain(inner) for key, inner in value.content.items()}
    if isinstance(value.content, list):
        return [_plain(inner) for inner in value.content]
    return value.content


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", READ)
def test_a_construction_is_read(name: str) -> None:
    value, problems = parse_yaml(CASES[name][""], "u.yaml")
    assert problems == []
    assert value is not None
    assert _plain(value) == json.loads(CASES[name]["read"])


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_reported(name: str) -> None:
    _, problems = parse_yaml(CASES[name][""], "u.yaml")
    assert "".join(f"{problem}\n" for problem in problems).replace("u.yaml:", "") == CASES[name]["reported"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_refused_without_libyaml_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "YamlParser", PythonParser)
    _, problems = parse_yaml(CASES[name][""], "u.yaml")
    assert problems != []


def test_departures_from_yaml_1_2_have_a_reason() -> None:
    assert READ
    assert REFUSED
    for name, case in CASES.items():
        assert ("why" in case) == name.startswith(("refused:", "lenient:"))


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "expected"), [("a: |\n  b", "b\n"), ("a: |\n  b\n   ", "b\n \n"), ("a: b", "b")])
def test_the_last_line_needs_no_line_end(text: str, expected: str) -> None:
    value, problems = parse_yaml(text, "u.yaml")
    assert problems == []
    assert value is not None
    assert _plain(value) == {"a": expected}


def test_many_brackets_in_what_is_read_again_are_reported() -> None:
    _, problems = parse_yaml("a: {b\n : " + "[" * 5000, "u.yaml")
    assert [problem.code for problem in problems] == ["yaml-syntax"]
