"""Names that are empty, or have characters that are in no text; and Jinja's own words about broken tags."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ..conftest import Run, spots


@pytest.fixture
def workspace(run: Run) -> Run:
    """A workspace with one unit, `a`."""
    for name, text in {
        "t/template.yaml": "title: t\nlanguage: en\nparts: [points]\n",
        "t/speech.md.j2": "---\ntitle: T\n---\n{% for each in points %}{{ each.body }}{% endfor %}\n",
        "t/points/one.md.j2": "---\ntitle: One\n---\nTo {{ unit.name }}.\n",
        "speechgen.yaml": "template: ./t\nformats: [md]\n",
        "units/a.yaml": "unit: {name: A}\npoints: [one]\n",
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return run


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no control characters in file names")
@pytest.mark.parametrize("character", ["\ufdd0", "\ufdd1", "\ufdd5", "\ufdef", "\ufffe", "\U0001fffe", "\n", "\x1b"])
def test_a_part_whose_name_has_a_character_that_is_in_no_text_is_refused(workspace: Run, character: str) -> None:
    name = f"o{character}ne"
    Path(f"t/points/{name}.md.j2").write_text("---\ntitle: One\n---\nTo {{ unit.name }}.\n", encoding="utf-8")
    Path("units/a.yaml").write_text(f"unit: {{name: A}}\npoints: [{json.dumps(name)}]\n", encoding="utf-8")
    result = workspace("generate")
    assert result.exit_code == 1
    assert character == "\n" or character not in result.output
    assert not list(Path("speeches").glob("*.md")) if Path("speeches").exists() else True


@pytest.mark.parametrize(
    "line", ["templates", "templates --lint", "templates --copy", "schema", "init w -t", "templates --filters", "new"]
)
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_shown_in_quotes(workspace: Run, line: str, name: str) -> None:
    result = workspace(*line.split(), name)
    assert result.exit_code == 1
    assert result.output.startswith(f'"{name}":1:1: error[')


def test_an_empty_format_is_not_known(workspace: Run) -> None:
    result = workspace("generate", "-f", "")
    assert result.exit_code == 2
    assert "unknown format (empty)" in result.output


def test_the_settings_are_not_a_unit_of_their_folder(workspace: Run) -> None:
    assert [code for *_, code in spots(workspace("generate", "."))] == ["no-units"]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("{{ 'a }}", 4, "a text in quotes is not closed; close it with '"),
        ("It's {{ 'a }}", 9, "a text in quotes is not closed; close it with '"),
        ("{{ a \\ b }}", 6, "\\ cannot be used in a tag; delete it, or put a text in quotes"),
        ("{{ \u200ba }}", 4, "the invisible character U+200B cannot be used in a tag; delete it"),
        ("{{ a ? b }}", 6, "? cannot be used in a tag; delete it, or put a text in quotes"),
        ("{{ a | }}", 8, "a name is expected, not }}"),
        ("{{ a[ }}", 5, "[ is not closed; close it with ]"),
        ("(see) {{ (a }}", 10, "( is not closed; close it with )"),
        ("{{ a. }}", 1, "a name is missing after the dot; write it, or delete the dot"),
        ("{{ | a }}", 4, "| is not expected here; a value is missing before it, or delete it"),
        ("{% %}", 1, "{% %} is empty; write a tag in it"),
        ("{% include %}", 1, "%} is not expected here; a value is missing before it, or delete it"),
        ("{{ 'a\\x' }}", 1, "a text in quotes has a \\ that begins no character; write / instead, or \\\\ for a"),
        ("{{ unit(a=1, a=2) }}", 1, "the argument a is given twice"),
        ("{% for 1 in points %}{% endfor %}", 1, "only a name can get a value; write a name of letters"),
    ],
)
def test_a_broken_tag_is_reported_in_our_words(workspace: Run, text: str, column: int, message: str) -> None:
    Path("t/speech.md.j2").write_text(f"---\ntitle: T\n---\n{text}\n", encoding="utf-8")
    result = workspace("generate", "--no-check")
    line = 1 if "twice" in message else 4
    assert f"t/speech.md.j2:{line}:{column}: error[" in result.output
    assert message in result.output
