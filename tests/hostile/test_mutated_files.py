"""Whatever is in a template, a unit file or the settings: problems in lines, status 0 or 1, and never a traceback."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from speechgen.cli import app
from speechgen.preview import Units

MANIFEST = {
    "title": "t",
    "language": "en",
    "version": "1.0",
    "requires": "speechgen>=0.1",
    "values": {
        "place": {
            "title": "Where",
            "type": "string",
            "enum": ["Hall", "Inn"],
            "examples": ["Hall"],
            "pattern": "^[A-Z]",
        },
        "members": {
            "title": "Members",
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"title": "Name", "type": "string"},
                    "since": {"title": "Since", "format": "date", "default": "2020-01-01"},
                },
            },
        },
        "cost": {"title": "Cost", "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string"}]},
        "total": {
            "title": "Total",
            "properties": {
                "all": {"title": "All", "type": "integer"},
                "each": {
                    "title": "Each",
                    "type": "array",
                    "items": {"properties": {"n": {"title": "N", "type": "integer"}}},
                },
            },
            "adds_up": {"total": "all", "items": "each", "figure": "n"},
        },
    },
    "metrics": {
        "visits": {"title": "Visits", "measure": "visit|visits", "round_to": 10, "at_most": "guests", "examples": [3]},
        "guests": {"title": "Guests", "decimals": 1, "maximum": 900},
        "fires": {"title": "Fires", "change": {"expected": "decrease"}, "compared": ""},
    },
    "parts": {"points": {"title": "Points", "minimum": 1, "maximum": 3}},
}
PART = {"title": "One", "values": {"own": {"title": "Own", "type": "string", "default": "x", "examples": ["y"]}}}
UNIT = {
    "unit": {"name": "Mill", "short": "M", "aliases": ["W"], "head": {"name": "Jo", "post": "Head"}},
    "dates": {"meeting": "2025-01-02"},
    "place": "Hall",
    "members": [{"name": "A"}, {"name": "B", "since": "2021-02-03"}],
    "cost": 5,
    "total": {"all": 3, "each": [{"n": 1}, {"n": 2}]},
    "metrics": {"visits": 23, "guests": 45.5, "fires": {"before": 4, "after": 2}},
    "points": [{"one": {"own": "z"}}, {"title": "Two", "text": "More."}],
    "people": [{"name": "Al", "post": "Clerk"}],
    "minutes": 5,
}
SETTINGS = {
    "template": "own",
    "formats": ["txt"],
    "output": "speeches",
    "paper": "A4",
    "shared": {"place": "Inn"},
    "check": {"ignore": ["unused"], "rate": {"en": 120}, "alike": {}, "paths": [{"files": "*", "select": ["count"]}]},
}
SPEECH = """---
title: To {{ unit.name }}
---
{% from "words.md.j2" import greet %}
{{ greet(place) }} on {{ dates.meeting | date }}; {{ metrics.visits }}, {{ metrics.guests }}, {{ metrics.fires }}.

{% for member in members %}{{ member.name }} since {{ member.since.year }}. {% endfor %}{{ cost }}
{{ total.all + 1.5 }} and {{ total.each | map(attribute="n") | sum }} of
{% for each in total.each %}{{ each.n }} {% endfor %}.

{% for point in points %}
{{ loop.index | ordinal }}, {{ point.title }}. {{ point.body }}

{% endfor %}
"""
WORDS = "{% macro greet(where) %}Welcome to {{ where }}{% if unit %}, {{ unit.short }}{% endif %}{% endmacro %}\n"
TEMPLATE = "templates/own"
DATA: dict[str, Any] = {
    f"{TEMPLATE}/template.yaml": MANIFEST,
    f"{TEMPLATE}/points/one.md.j2": PART,
    f"{TEMPLATE}/example.yaml": UNIT,
    "units/a.yaml": UNIT,
    "speechgen.yaml": SETTINGS,
}
TEXTS = {f"{TEMPLATE}/speech.md.j2": SPEECH, f"{TEMPLATE}/words.md.j2": WORDS}
COMMANDS = (
    *("generate --no-check", "generate -f md,html", "check", "new Abbey", "init other -t templates/own"),
    *(
        "templates",
        "templates own",
        "templates own --json",
        "templates --lint own",
        "explain a",
        "schema own",
        "preview",
    ),
)
JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 10**400, 0.1, "", " ", "x", "a" * 5000, "2014-13-45", "[", "(?=a)", "(a+)+$", "{{"),
    *("\x00", "\x1b[31m", "../..", "unit", "#", [], {}, [None], [[]], [True], {"": 1}, {"x": None}, {"$ref": "#"}),
    *({"type": "object"}, {"type": ["string", "null"]}, {"title": ["x"]}, ["x", "x"], {"a.b": {"c d": 1}}),
)
PIECES = (
    *("{{", "}}", "{%", "%}", "{#", "|", "(", ")", "[", "]", ".", "'", "~", "-", "/ 0", "**", "1e999", "none", "\x00"),
    *(
        "{% if x %}",
        "{% endfor %}",
        "{% include 'speech.md.j2' %}",
        "{{ super() }}",
        "{{ unit }}",
        "{{ now() }}",
        "---\n",
    ),
    *(
        "{{ points }}",
        "{{ point.x }}",
        "| nothing",
        "is nothing",
        "{{ 9 ** 9 }}",
        "{% extends 'words.md.j2' %}",
        "\ufdd0",
    ),
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of everything in a file, itself first."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from _paths(child, (*path, key))


def _replaced(value: Any, path: tuple[Any, ...], key: str | None, junk: Any) -> Any:
    """A copy with one value renamed to `key`; without a key it is replaced by `junk`, or deleted if that is `...`."""
    if not path:
        return value if key else junk
    first, rest = path[0], path[1:]
    if isinstance(value, list):
        items = [_replaced(each, rest, key, junk) if n == first else each for n, each in enumerate(value)]
        return [each for each in items if each is not ...]
    pairs = {
        (key if key and name == first and not rest else name): (
            _replaced(child, rest, key, junk) if name == first else child
        )
        for name, child in value.items()
    }
    return {name: child for name, child in pairs.items() if child is not ...}


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, str]:
    """The files of a workspace, one to three of them changed in a place."""
    data, texts = dict(DATA), dict(TEXTS)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from([*data, *texts]))
        if name in texts:
            text, at = texts[name], draw(st.integers(0, len(texts[name])))
            end = at + draw(st.integers(0, 12))
            texts[name] = text[:at] + draw(st.sampled_from(("", *PIECES))) + text[end:]
            continue
        path = draw(st.sampled_from(list(_paths(data[name]))))
        junk = draw(st.sampled_from((..., *JUNK)))
        key = draw(st.none() | st.sampled_from(["", "loop", "unit", "x", "é", "a b", "a" * 5000, "$ref", "properties"]))
        data[name] = _replaced(data[name], path, key, junk)
    return {**{name: _file(name, value) for name, value in data.items()}, **texts}


def _file(name: str, value: Any) -> str:
    written = json.dumps(None if value is ... else value, ensure_ascii=False)
    return (
        f"---\n{written}\n---\nThe first{{% if own %}} {{{{ own }}}}{{% endif %}}.\n"
        if name.endswith("j2")
        else written
    )


@contextmanager
def _workspace(files: dict[str, str]) -> Iterator[None]:
    here = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="speechgen-mutated-") as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)


def _run(command: str) -> None:
    if command == "preview":
        units = Units([])
        units.refresh()
        units.refresh_index()
        assert units.index("1")
        units.page("a", "1")
        return
    result = CliRunner().invoke(app, command.split(), catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    assert "Traceback" not in result.output
    assert "internal-error" not in result.output


def test_the_workspace_itself_has_no_errors() -> None:
    with _workspace({**{name: _file(name, value) for name, value in DATA.items()}, **TEXTS}):
        for command in COMMANDS:
            if command != "preview":
                result = CliRunner().invoke(app, command.split(), catch_exceptions=False)
                assert result.exit_code == 0, result.output


@settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(), st.sampled_from(COMMANDS))
def test_no_command_ends_in_a_traceback(files: dict[str, str], command: str) -> None:
    with _workspace(files):
        _run(command)
