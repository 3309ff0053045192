"""What `template.yaml` may say: values by name, lists by name, defaults in items, its version and what it requires."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema_rs
import pytest

from speechgen.language import CODES
from speechgen.model import Place
from speechgen.reading import Value, plain, read_yaml
from speechgen.template import manifest_document
from speechgen.template.requires import requirement_problem

from ..conftest import ROOT, Run
from .broken import P, S, T, workspace


def _speech(run: Run) -> str:
    result = run("generate", "units/a.yaml", "-f", "txt", "-o", "-", "--no-check")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_values_are_declared_by_name_or_as_a_json_schema(run: Run) -> None:
    workspace()
    by_name, schema = _speech(run), run("schema", "own").output
    indented = "".join(f"  {line}\n" for line in Path(T).read_text(encoding="utf-8").split("\n")[3:8])
    workspace(T, "", Path(T).read_text(encoding="utf-8").replace("values:\n", "values:\n  properties:\n"))
    text = Path(T).read_text(encoding="utf-8")
    start, end = text.index("  place:"), text.index("metrics:")
    Path(T).write_text(text[:start] + indented + text[end:], encoding="utf-8")
    assert _speech(run) == by_name
    assert run("schema", "own").output == schema


def test_a_list_of_parts_may_be_only_named(run: Run) -> None:
    workspace(T, "parts:\n  points: {title: Points, minimum: 1}", "parts: [points]")
    assert "points: Points" in run("templates", "own").output
    assert run("templates", "--lint", "own").exit_code == 0


def test_a_list_without_a_title_has_that_of_the_templates_language(run: Run) -> None:
    workspace(T, "parts:\n  points: {title: Points, minimum: 1}", "parts: {points: }")
    path = Path(T)
    path.write_text(path.read_text(encoding="utf-8").replace("language: en", "language: zh-CN"), encoding="utf-8")
    assert "points: 要点" in run("templates", "own").output


def test_an_item_of_a_list_has_the_defaults_of_its_keys(run: Run) -> None:
    workspace(T, "post: {title: Post, type: string}", "post: {title: Post, type: string, default: Clerk}")
    unit = Path("units/a.yaml")
    unit.write_text(
        unit.read_text(encoding="utf-8").replace(
            "[{name: A, post: B}]", "[{name: A}, {name: C, post: D}, {name: E, post: }]"
        ),
        encoding="utf-8",
    )
    speech = _speech(run)
    assert [line for line in speech.split("\n") if ", " in line and line[1] == ","] == [
        "A, Clerk.",
        "C, D.",
        "E, Clerk.",
    ]


def test_a_key_of_an_item_that_is_null_has_no_default(run: Run) -> None:
    workspace(T, "post: {title: Post, type: string}", "post: {title: Post, type: string, default: Clerk}")
    unit = Path("units/a.yaml")
    unit.write_text(unit.read_text(encoding="utf-8").replace("post: B", "post: ~"), encoding="utf-8")
    result = run("generate", "--no-check")
    assert "units/a.yaml:4:20: error[missing-value] guests item 1: post is missing" in result.output


def test_a_part_has_the_defaults_of_its_own_values(run: Run) -> None:
    workspace(P, "type: string}", "type: string, default: of all}")
    unit = Path("units/a.yaml")
    unit.write_text(unit.read_text(encoding="utf-8").replace("[one: {own: y}]", "[one]"), encoding="utf-8")
    assert "The first of all." in _speech(run)


def test_a_version_is_shown(run: Run) -> None:
    workspace(T, "title: t\n", "title: t\nversion: 1.10\n")
    assert run("templates", "own").output.startswith("own  1.10  en  t\n")
    assert json.loads(run("templates", "own", "--json").output)["version"] == "1.10"


@pytest.mark.parametrize(
    ("requires", "installed", "is_met"),
    [
        ("speechgen>=0.2", "0.2.0", True),
        ("speechgen >= 0.2", "0.10", True),
        (">=0.2,<1", "0.9.1", True),
        ("speechgen>=0.2,<1", "1.0", False),
        ("speechgen>0.2", "0.2.0", False),
        ("speechgen==0.2", "0.2.0", True),
        ("speechgen!=0.2", "0.2", False),
        ("speechgen>=0.10", "0.9", False),
        ("speechgen>=0.2", "0.2.dev1", True),
        ("speechgen", "1.0", False),
        ("jinja2>=3", "1.0", False),
        ("speechgen~0.2", "1.0", False),
        ("speechgen>=0.2,", "1.0", False),
    ],
)
def test_a_template_says_which_speechgen_it_requires(requires: str, installed: str, is_met: bool) -> None:
    problem = requirement_problem(Value(requires, True, "template.yaml", 3, 11), installed)
    assert (problem is None) == is_met
    assert problem is None or (problem.place, problem.code) == (Place("template.yaml", 3, 11), "template-requires")


def test_a_template_for_a_newer_speechgen_says_nothing_else(run: Run) -> None:
    workspace(T, "title: t\n", "title: t\nrequires: speechgen>=99\nnew: 1\n")
    lines = run("templates", "--lint", "own").output.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{T}:2:11: error[template-requires] the template requires speechgen>=99, and this is ")


def _manifests() -> Iterator[Path]:
    yield from sorted(ROOT.glob("templates/*/template.yaml"))
    yield from sorted(ROOT.glob("tests/cli/workspace/templates/*/template.yaml"))


def test_the_schema_of_manifests_is_valid_and_knows_all_bundled_ones(run: Run) -> None:
    printed = json.loads(run("schema", "--template").output)
    validator = jsonschema_rs.validator_for(printed, pattern_options=jsonschema_rs.RegexOptions())
    manifests = list(_manifests())
    assert len(manifests) > 6
    for path in manifests:
        value, problems = read_yaml(path, path.name)
        assert value is not None
        assert problems == []
        assert [error.message for error in validator.iter_errors(plain(value))] == []
    assert printed == json.loads(json.dumps(manifest_document(CODES)))


def test_an_unknown_key_in_the_front_matter_stops_every_command(run: Run) -> None:
    workspace(S, "title: T", "titel: T")
    expected = f"{S}:2:1: error[unknown-key] the file has no key titel; did you mean title?"
    for command in ("templates own", "templates --lint own", "schema own", "explain a"):
        assert expected in run(*command.split()).output
