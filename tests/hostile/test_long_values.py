"""Values that are far too long are refused at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Run, spots


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ("9" * 5_000, "not-allowed", "a is a number of 5,000 digits; check it; put a code in quotes"),
        ("9" * 900_000, "not-allowed", "a is a number of 900,000 digits"),
        ("0." + "0" * 5_000 + "1", "not-allowed", "a is a number of 5,003 digits"),
        ("1e999999999", "wrong-type", "a must be a number"),
    ],
)
def test_a_figure_of_many_digits(run: Run, value: str, code: str, message: str) -> None:
    _workspace("a: {type: number}", f"a: {value}\n")
    result = run("generate")
    assert (result.exit_code, spots(result)) == (1, [("units/u.yaml", 2, 4, code)])
    assert message in result.output


def test_a_long_text_that_aliases_repeat(run: Run) -> None:
    _workspace("a: {type: array}", f"b: &b {'x' * 100_000}\na: [{'*b,' * 9_000}*b]\n")
    result = run("generate")
    assert result.exit_code == 1
    assert [spot[3] for spot in spots(result)] == ["alias-bomb"]


def _workspace(value: str, unit: str) -> None:
    Path("t").mkdir()
    schema = f"values:\n  type: object\n  properties:\n    {value}\n"
    Path("t/template.yaml").write_text(f"title: t\nlanguage: en\n{schema}", encoding="utf-8")
    Path("t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ a }}.\n", encoding="utf-8")
    Path("speechgen.yaml").write_text("template: ./t\nformats: [md]\n", encoding="utf-8")
    Path("units").mkdir()
    Path("units/u.yaml").write_text(f"unit: {{name: X}}\n{unit}", encoding="utf-8")
