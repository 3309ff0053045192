"""A small workspace with a template, and ways to break it: each test of broken templates breaks one file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tools.messages import PACKAGE

from ..conftest import Run
from ..messages.english import english_in
from ..messages.test_catalogues import TRANSLATED_ROOMS, english_only

MANIFEST = """title: t
language: en
values:
  place: {title: Where, type: string, examples: [Hall]}
  guests:
    title: Guests
    type: array
    items: {properties: {name: {title: Name, type: string}, post: {title: Post, type: string}}}
metrics:
  visits: {title: Visits, measure: visit|visits, examples: [3]}
parts:
  points: {title: Points, minimum: 1}
"""
SPEECH = """---
title: T
---
{% from "words.md.j2" import greet %}
{{ unit.name }} meets in {{ place }}.

{% include "more.md.j2" %}

{{ greet(place) }} {{ metrics.visits }}

{% for guest in guests %}
{{ guest.name }}, {{ guest.post }}.

{% endfor %}
{% for point in points %}
{{ point.title }}. {{ point.body }}

{% endfor %}
"""
PART = "---\ntitle: One\nvalues:\n  own: {title: Own, type: string}\n---\nThe first{% if own %} {{ own }}{% endif %}.\n"
VALUES = """unit: {name: X}
dates: {meeting: 2025-01-02}
place: Hall
guests: [{name: A, post: B}]
metrics: {visits: 3}
points: [one: {own: y}]
"""
T, S, M, W, P = (
    f"templates/own/{name}"
    for name in ("template.yaml", "speech.md.j2", "more.md.j2", "words.md.j2", "points/one.md.j2")
)
FILES = {
    T: MANIFEST,
    S: SPEECH,
    M: "More of {{ unit.name }}.\n",
    W: "{% macro greet(x) %}Hello {{ x }}.{% endmacro %}\n",
    P: PART,
    "templates/own/example.yaml": f"template: own\n{VALUES}",
    "speechgen.yaml": "template: own\nformats: [txt]\n",
    "units/a.yaml": VALUES,
}


def workspace(file: str | None = None, old: str = "", new: str = "") -> None:
    """The workspace in the current folder, with `old` replaced by `new` in a file; an empty `old` is the whole file.

    With `old` "end", `new` is added at the file's end.
    """
    for name, text in FILES.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == file:
            assert old in ("", "end") or old in text, old
            changed = text + new if old == "end" else text.replace(old, new) if old else new
        path.write_text(changed if name == file else text, encoding="utf-8")


COMMANDS = (
    *("generate", "check", "new Abbey", "init other -t templates/own", "templates", "templates own"),
    *("templates own --json", "templates --lint own", "explain a", "schema own"),
)


# The language of messages, with the ending of the golden file.
LANGUAGES = (("en", ""), ("zh-CN", "_in_chinese"))


def reported(run: Run, change: tuple[str, str, str], language: str = "en") -> str:
    """The lines that lint reports for the workspace with a change, then those that generate adds."""
    workspace(*change)
    lines: list[str] = []
    for command in ("templates --lint own", "generate --no-check"):
        result = run(*command.split(), "--lang", language)
        assert result.exit_code in (0, 1), (change, command, result.output)
        lines += [
            line for line in result.output.splitlines() if re.search(r"(error|错误)\[", line) and line not in lines
        ]
    return "".join(f"{line}\n" for line in lines)


def english_lines(report: str) -> list[str]:
    """The lines of a Chinese report that have an English sentence, except those of rooms that are not translated."""
    return [
        line
        for line in report.splitlines()
        if english_in(line) and not any(words in line for words in _untranslated_words())
    ]


@cache
def _untranslated_words() -> list[str]:
    rooms = [path for path in PACKAGE.iterdir() if path.is_dir() and path.name not in TRANSLATED_ROOMS]
    modules = [module for room in rooms for module in room.rglob("*.py")]
    found = [line.split(": ", 1)[1].strip() for module in modules for line in english_only(module)]
    return [words for words in found if len(words.split()) > 2]
