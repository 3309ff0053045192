"""A broken template is reported in one line, with its place and what to do, and never with a traceback."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from speechgen.language import codes

from ..conftest import Run
from .broken import COMMANDS, LANGUAGES, M, P, S, T, W, english_lines, reported, workspace

BROKEN = {
    "a syntax error in an included file": (M, "", "More {% if %}\n"),
    "a syntax error in an imported file": (W, "", "{% macro greet x %}\n"),
    "a syntax error in a part": (P, "The first", "The {% for %}"),
    "a syntax error in the front matter": (S, "title: T", 'title: "{{ unit.name"'),
    "a tag that is not closed": (S, "end", "{% if place %}"),
    "an expression that is not closed": (S, "end", "{{ place"),
    "a comment that is not closed": (S, "end", "{# place"),
    "a misspelt tag": (S, "{% for guest", "{% fro guest"),
    "an end without a start": (S, "end", "{% endif %}"),
    "a forgotten import": (S, '{% from "words.md.j2" import greet %}', ""),
    "a misspelt macro": (S, "greet(place)", "gret(place)"),
    "a misspelt name in an import": (S, "import greet", "import gret"),
    "a misspelt macro of a module": (S, "end", '{% import "words.md.j2" as w %}{{ w.gret(place) }}'),
    "the time": (S, "end", "{{ now() }}"),
    "today, with a filter": (S, "end", "{{ today() | date }}"),
    "a misspelt key of a part": (S, "point.title", "point.titel"),
    "an unknown key of a part": (S, "point.title", "point.colour"),
    "a misspelt key of an item": (S, "guest.post", "guest.psot"),
    "a misspelt attribute of a loop": (S, "end", "{% for p in points %}{{ loop.indx }}{% endfor %}"),
    "a misspelt value": (S, "in {{ place }}", "in {{ plaice }}"),
    "a misspelt value of a part": (P, "{{ own }}", "{{ onw }}"),
    "a misspelt metric": (S, "metrics.visits", "metrics.visit"),
    "a misspelt part of a metric": (S, "metrics.visits", "metrics.visits.valeu"),
    "a misspelt part of a day": (S, "end", "{{ dates.meeting.mont }}"),
    "a division by 0": (S, "end", "{{ metrics.visits.value / 0 }}"),
    "a division by 0 as it turns out": (S, "end", "{{ 6 // (metrics.visits.value - 3) }}"),
    "super() outside a block": (S, "end", "{{ super() }}"),
    "a filter of a block": (S, "end", "{% filter upper %}{{ place }}{% endfilter %}"),
    "a filter of a set block": (S, "end", "{% set x | upper %}{{ place }}{% endset %}"),
    "a full-width full stop": (S, "end", "{{ unit。name }}"),
    "full-width quotation marks": (S, "end", "{% if place == “Hall” %}x{% endif %}"),
    "a full-width vertical bar": (S, "end", "{{ dates.meeting ｜ date }}"),
    "a tag that ends in one bracket": (S, "end", "{% if place }x{% endif %}"),
    "an unknown filter": (S, "end", "{{ place | uppr }}"),
    "an unknown filter in a condition that is false": (
        S,
        "end",
        "{% if metrics.visits.value > 9 %}{{ place | uppr }}{% endif %}",
    ),
    "an unknown test": (S, "end", "{% if metrics.visits.value is evn %}x{% endif %}"),
    "a file that includes itself": (M, "", '{% include "more.md.j2" %}\n'),
    "a file that includes itself twice": (M, "", '{% include "more.md.j2" %}{% include "more.md.j2" %}\n'),
    "a macro that calls itself": (W, "", "{% macro greet(x) %}{{ greet(x) }}{{ greet(x) }}{% endmacro %}\n"),
    "a file that extends itself": (S, "", '{% extends "speech.md.j2" %}\n'),
    "a missing included file": (S, "more.md.j2", "mor.md.j2"),
    "a missing imported file": (S, "words.md.j2", "word.md.j2"),
    "a file outside": (S, "more.md.j2", "../../units/a.yaml"),
    "an empty speech": (S, "", ""),
    "an empty part": (P, "", ""),
    "a part without a title": (P, "title: One\n", ""),
    "a part without text": (P, "The first{% if own %} {{ own }}{% endif %}.\n", ""),
    "front matter that is a list": (P, "", "---\n- a\n---\nText.\n"),
    "front matter that is not closed": (P, "---\nThe", "The"),
    "a title that is a list": (P, "title: One", "title: [One]"),
    "values that are a number": (P, "values:\n  own: {title: Own, type: string}", "values: 3"),
    "an unknown key of the front matter": (S, "title: T", "titel: T"),
    "a control character": (M, "", "More\x00of it.\n"),
    "too deep": (S, "end", "{{ " + "(" * 300 + "1" + ")" * 300 + " }}"),
    "blocks that are too deep": (S, "end", "{% if place %}" * 120 + "{% endif %}" * 120),
    "a text that is called": (S, "end", "{{ place() }}"),
    "a method": (S, "end", "{{ place.upper() }}"),
    "a comparison of a text and a figure": (S, "end", "{% if place > 1 %}x{% endif %}"),
    "a call of a macro without caller()": (S, "end", "{% call greet(place) %}x{% endcall %}"),
}


@pytest.mark.parametrize(("language", "ending"), LANGUAGES)
def test_each_broken_template_is_reported_in_lines(
    run: Run, golden: Callable[[str, str], None], language: str, ending: str
) -> None:
    assert len(BROKEN) > 50
    reports = {name: reported(run, change, language) for name, change in BROKEN.items()}
    golden(f"broken/templates{ending}.txt", "\n".join(f"{name}\n{report}" for name, report in reports.items()))
    assert language == "en" or english_lines("".join(reports.values())) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_ends_in_a_traceback(run: Run, command: str) -> None:
    for name in ("a syntax error in an included file", "a file that includes itself twice", "a misspelt macro"):
        workspace(*BROKEN[name])
        assert run(*command.split()).exit_code in (0, 1)


def test_the_workspace_is_not_broken(run: Run) -> None:
    workspace()
    assert run("templates", "--lint", "own").output == "no problems\n"
    assert run("generate").exit_code == 0


def test_one_broken_template_does_not_hide_the_others(run: Run) -> None:
    workspace("templates/own/template.yaml", "language: en", "language: xx")
    result = run("templates")
    assert result.exit_code == 1
    assert "mass-line-summary" in result.output
    assert result.output.endswith(
        f"{T}:2:11: error[unknown-choice] language: unknown value xx; choose from: {', '.join(codes())}\n"
    )
