"""A `template.yaml` that is YAML but not what is expected is reported in one line, before anything uses it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ..conftest import Run
from .broken import LANGUAGES, MANIFEST, T, english_lines, reported

V = "place: {title: Where, type: string, examples: [Hall]}"
MET = "visits: {title: Visits, measure: visit|visits, examples: [3]}"
BROKEN = {
    "values that are a number": (T, "", re.sub(r"values:\n(  .*\n)+", "values: 3\n", MANIFEST)),
    "lists that are a text": (T, "parts:\n  points: {title: Points, minimum: 1}", "parts: points"),
    "a list with a mapping for a name": (T, "parts:\n  points: {title: Points, minimum: 1}", "parts: [points, {a: b}]"),
    "a list with the name of a folder": (T, "  points:", "  ../points:"),
    "a list called unit": (T, "  points:", "  unit: {title: U}\n  points:"),
    "a list and a value of the same name": (T, "  points:", "  place: {title: U}\n  points:"),
    "a metric that is null": (T, MET, "visits: null"),
    "a metric that is a text": (T, MET, "visits: Visits"),
    "a measure that is null": (T, "measure: visit|visits", "measure: null"),
    "a misspelt key of a metric": (T, "measure:", "mesure:"),
    "a metric without a title": (T, "title: Visits, ", ""),
    "a step of rounding in words": (T, "measure:", "round_to: ten, measure:"),
    "a limit that is no metric": (T, "measure:", "at_most: guests, measure:"),
    "an unknown direction": (T, "measure:", "change: {expected: up}, measure:"),
    "items that are true": (
        T,
        "items: {properties: {name: {title: Name, type: string}, post: {title: Post, type: string}}}",
        "items: true",
    ),
    "a choice that is a number": (T, V, "place: {title: Where, type: string, enum: [2014, Hall]}"),
    "choices that are a text": (T, V, "place: {title: Where, enum: Hall}"),
    "an alternative that is true": (T, V, "place: {title: Where, anyOf: [true]}"),
    "a value that is true": (T, V, "place: true"),
    "a value that is empty": (T, V, "place:"),
    "a total that is a number": (T, V, "place: {title: Where, adds_up: 1}"),
    "a pattern that is not valid": (T, V, "place: {title: Where, type: string, pattern: '['}"),
    "a pattern with look-around": (T, V, "place: {title: Where, type: string, pattern: '(?=a)'}"),
    "a pattern that is too large": (T, V, "place: {title: Where, type: string, pattern: '((a{500}){500}){500}'}"),
    "a name of 5,000 characters": (T, V, "? " + "a" * 5000 + "\n  : {title: Long}\n  " + V),
    "a name with a hyphen": (T, V, "where-to: {title: Where}\n  " + V),
    "a name that Jinja has": (T, V, "loop: {title: Where}\n  " + V),
    "example for examples": (T, "examples: [Hall]", "example: Hall"),
    "an unknown format": (T, V, "place: {title: Where, type: string, format: weekday}"),
    "a type in plain words": (T, V, "place: {title: Where, type: list}"),
    "a value without a title": (T, "{title: Where, type: string, examples: [Hall]}", "{type: string}"),
    "a default that does not fit": (T, V, "place: {title: Where, type: string, enum: [Hall], default: Hill}"),
    "an example that does not fit": (T, "examples: [3]", "examples: [three]"),
    "a reference to another file": (T, V, "place: {title: Where, $ref: other.json}"),
    "a reference to nothing": (T, V, "place: {title: Where, $ref: '#/$defs/other'}"),
    "an unknown language": (T, "language: en", "language: xx"),
    "a language that is similar": (T, "language: en", "language: EN"),
    "no language": (T, "language: en\n", ""),
    "an empty title": (T, "title: t\n", "title:\n"),
    "an unknown key": (T, "title: t\n", "title: t\nmetric: 1\n"),
    "a newer speechgen": (T, "title: t\n", "title: t\nrequires: speechgen>=99.1\nnew: 1\n"),
    "an older speechgen": (T, "title: t\n", "title: t\nrequires: speechgen<0.0.1\n"),
    "requires in words": (T, "title: t\n", "title: t\nrequires: latest\n"),
    "a unit that is a text": (T, V, "unit: {type: string}\n  " + V),
    "an empty file": (T, "", ""),
    "a text": (T, "", "abc\n"),
}


@pytest.mark.parametrize(("language", "ending"), LANGUAGES)
def test_each_broken_manifest_is_reported_in_lines(
    run: Run, golden: Callable[[str, str], None], language: str, ending: str
) -> None:
    assert len(BROKEN) > 40
    reports = {name: reported(run, change, language) for name, change in BROKEN.items()}
    golden(f"broken/manifests{ending}.txt", "\n".join(f"{name}\n{report}" for name, report in reports.items()))
    assert language == "en" or english_lines("".join(reports.values())) == []
