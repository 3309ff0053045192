"""`speechgen templates --lint` finds errors in a template before a unit file is written for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Run, spots

GOOD = {
    "template.yaml": (
        "title: t\nlanguage: en\nvalues:\n  properties:\n    place: {title: Where, type: string, examples: [Hall]}\n"
        "parts:\n  points: {title: Points, minimum: 1}\n"
    ),
    "speech.md.j2": (
        "---\ntitle: T\n---\n{{ unit.name }} meets in {{ place }}.\n\n"
        "{% for point in points %}\n{{ point.title }}. {{ point.body }}\n\n{% endfor %}\n"
    ),
    "points/one.md.j2": "---\ntitle: One\n---\nThe first.\n",
    "example.yaml": "template: own\nunit: {name: X}\ndates: {meeting: 2025-01-02}\nplace: Hall\npoints: [one]\n",
}

MISTAKES = {
    "a value that is not in the schema": ("speech.md.j2", "{{ place }}", "{{ plaice }}", "own/speech.md.j2", 4),
    "a value that nothing reads": ("speech.md.j2", " in {{ place }}", "", "own/template.yaml", 5),
    "a part that does not exist": ("example.yaml", "[one]", "[two]", "own/example.yaml", 5),
    "an example that lacks a value": ("example.yaml", "place: Hall\n", "", "own/example.yaml", 1),
    "a syntax error": ("speech.md.j2", "{% endfor %}", "{% endfro %}", "own/speech.md.j2", 9),
    "a syntax error in a part": ("points/one.md.j2", "first.", "first. {% if %}", "own/points/one.md.j2", 4),
    "an unknown filter": ("points/one.md.j2", "first.", "{{ 1 | ordnal }}", "own/points/one.md.j2", 4),
    "an unknown language": ("template.yaml", "language: en", "language: xx", "own/template.yaml", 2),
}


def _write(name: str | None = None, good: str = "", bad: str = "") -> None:
    for file, text in GOOD.items():
        path = Path("own", file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(good, bad) if file == name else text, encoding="utf-8")


def test_a_good_template_has_no_problems(run: Run) -> None:
    _write()
    assert run("templates", "--lint", "own").exit_code == 0


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_reported_at_its_line(run: Run, mistake: str) -> None:
    name, good, bad, file, line = MISTAKES[mistake]
    assert good in GOOD[name]
    _write(name, good, bad)
    result = run("templates", "--lint", "own")
    assert result.exit_code == 1
    assert (file, line) in [(found, at) for found, at, _, _ in spots(result)]


def test_a_template_without_an_example_is_reported(run: Run) -> None:
    _write()
    Path("own/example.yaml").unlink()
    assert run("templates", "--lint", "own").exit_code == 1


def test_a_list_without_a_folder_is_reported(run: Run) -> None:
    _write("template.yaml", "  points: {title: Points, minimum: 1}\n", "  points: {title: P}\n  others: {title: O}\n")
    result = run("templates", "--lint", "own")
    assert result.exit_code == 1
    assert "others" in result.output


@pytest.mark.parametrize("name", ["template.yaml", "speech.md.j2", "points/one.md.j2", "example.yaml"])
def test_a_file_that_an_editor_has_named_txt_is_reported(run: Run, name: str) -> None:
    _write()
    Path("own", name).rename(Path("own", f"{name}.txt"))
    result = run("templates", "--lint", "own")
    assert (result.exit_code, spots(result)) == (1, [(f"own/{name}.txt", 1, 1, "file-name")])
    assert f"rename it to {Path(name).name};" in result.output
