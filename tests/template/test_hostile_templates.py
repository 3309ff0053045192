"""A hostile template ends in an error: it cannot read files, call code, or run for long."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import speechgen

ESCAPES = {
    "class walk": "{{ ''.__class__.__mro__ }}",
    "attribute filter": "{{ unit | attr('__class__') }}",
    "item walk": "{{ unit['__class__'] }}",
    "value's origin": "{{ unit.name.origin }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "range": "{{ range.__class__ }}",
    "macro": "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "self": "{{ self.__init__ }}",
    "format method": "{{ '{0.__class__}'.format(unit) }}",
    "format filter": "{{ '%s' | format(unit) }}",
    "percent": "{{ '%s' % unit.name }}",
    "mapped attribute": "{{ [unit] | map(attribute='__class__') | list }}",
    "include above": "{% include '../secret.txt' %}",
    "include absolute": "{% include '/etc/passwd' %}",
    "include backslash": "{% include '..\\\\secret.txt' %}",
    "include a link": "{% include 'link.md.j2' %}",
    "import above": "{% import '../secret.txt' as s %}",
    "endless range": "{% for i in range(999999999) %}{% endfor %}",
    "nested ranges": "{% for i in range(9999) %}{% for j in range(9999) %}{{ i }}{% endfor %}{% endfor %}",
    "many words": "{% for i in range(9999) %}{% for j in range(99) %}aaaaaaaaaa{% endfor %}{% endfor %}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "self include": "{% include 'speech.md.j2' %}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "repeated words": "{{ 'a' * 99999999 }}",
    "doubling": "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "growing list": "{{ (range(9999) | join) * 9999 }}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    made = tmp_path / "hostile"
    made.mkdir()
    (made / "template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    if hasattr(os, "symlink"):
        (made / "link.md.j2").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "u.yaml").write_text("template: hostile\nunit: {name: X}\ndates: {meeting: 2025-01-02}\n", "utf-8")
    return made


@pytest.mark.parametrize("name", ESCAPES)
def test_a_hostile_template_ends_in_an_error_at_its_line(folder: Path, name: str) -> None:
    (folder / "speech.md.j2").write_text(f"---\ntitle: T\n---\n{ESCAPES[name]}\n", encoding="utf-8")
    with pytest.raises(speechgen.SpeechgenError) as raised:
        speechgen.render(speechgen.load_template(str(folder)), speechgen.load_unit(folder.parent / "u.yaml"))
    problem = raised.value.problems[0]
    assert problem.place.file.endswith("speech.md.j2")
    assert problem.place.line == 4
    assert "SECRET" not in str(problem)
    assert "root:" not in str(problem)


def test_values_are_never_template_code(folder: Path) -> None:
    (folder / "speech.md.j2").write_text("---\ntitle: T\n---\n{{ unit.name }}\n", encoding="utf-8")
    unit = folder.parent / "v.yaml"
    unit.write_text('template: hostile\nunit: {name: "{{ 7*7 }} {% x %} **b**"}\n', encoding="utf-8")
    speech = speechgen.render(speechgen.load_template(str(folder)), speechgen.load_unit(unit))
    assert speech.paragraphs[-1].text == "{{ 7*7 }} {% x %} **b**"
    assert not any(run.bold for run in speech.runs())
