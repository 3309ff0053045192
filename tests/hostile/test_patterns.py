"""Patterns in the schemas of templates: refused at their line if they cannot be used, or would take too much memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Run, spots

HEAD = "title: t\nlanguage: en\n"
PLACES = {
    "a value": "values: {{code: {{title: C, type: string, pattern: '{}'}}}}\n",
    "a value called pattern": "values: {{pattern: {{title: C, type: string, pattern: '{}'}}}}\n",
    "an item": "values: {{code: {{title: C, type: array, items: {{type: string, pattern: '{}'}}}}}}\n",
    "an alternative": "values: {{code: {{title: C, anyOf: [{{type: string, pattern: '{}'}}, {{type: integer}}]}}}}\n",
    "names": "values: {{code: {{title: C, type: object, propertyNames: {{pattern: '{}'}}}}}}\n",
    "names with a schema": "values: {{code: {{type: object, patternProperties: {{'{}': {{type: string}}}}}}}}\n",
    "a definition": "values: {{$defs: {{d: {{pattern: '{}'}}}}, properties: {{code: {{$ref: '#/$defs/d'}}}}}}\n",
}
REFUSED = (
    r"(a)\1",
    r"(?P<x>a)(?P=x)",
    "(?=a)b",
    "(?<!a)b",
    "((a{1,999}){1,999}){1,999}",
    "a{99999999}",
    r"(\p{L}{100}){200}",
    "[",
)


@pytest.fixture
def template(run: Run) -> Run:
    """A workspace whose template has no manifest yet."""
    for name, text in {
        "t/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name }}.\n",
        "speechgen.yaml": "template: ./t\n",
        "units/a.yaml": "unit: {name: A}\n",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return run


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("pattern", REFUSED)
def test_a_pattern_that_cannot_be_used(template: Run, place: str, pattern: str) -> None:
    Path("t/template.yaml").write_text(HEAD + PLACES[place].format(pattern), encoding="utf-8")
    result = template("generate")
    assert result.exit_code == 1
    assert [(file, line, code) for file, line, _, code in spots(result)] == [
        ("t/template.yaml", 3, "template-manifest")
    ]


def test_a_pattern_that_other_engines_search_for_ever(template: Run) -> None:
    Path("t/template.yaml").write_text(HEAD + PLACES["a value"].format("^(([a-z])+.)+[A-Z]([a-z])+$"), encoding="utf-8")
    Path("units/a.yaml").write_text(f"unit: {{name: A}}\ncode: {'a' * 100_000}\n", encoding="utf-8")
    assert spots(template("generate")) == [("units/a.yaml", 2, 7, "not-allowed")]


def test_a_thousand_patterns_are_too_many(template: Run) -> None:
    """Each is allowed, and takes a megabyte."""
    lines = "".join(
        f"  v{n}: {{title: V, type: string, pattern: '([a-z]{{0,90}}x{n}){{0,90}}'}}\n" for n in range(1000)
    )
    Path("t/template.yaml").write_text(f"{HEAD}values:\n{lines}", encoding="utf-8")
    result = template("generate")
    assert spots(result) == [("t/template.yaml", 104, 34, "template-manifest")]
    assert "declares more than 100 patterns" in result.output
