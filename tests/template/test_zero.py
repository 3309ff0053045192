"""A metric of 0 in a bundled template: its sentence is left out, or the message says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import speechgen
from speechgen.model import bundled_templates
from speechgen.template import Template, load_template

TEMPLATES = sorted(path.name for path in bundled_templates().iterdir() if (path / "template.yaml").is_file())


def _example(name: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load((bundled_templates() / name / "example.yaml").read_text(encoding="utf-8"))
    return values


def _render(template: Template, values: dict[str, Any], folder: Path) -> str:
    path = folder / "unit.yaml"
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    return speechgen.render(template, speechgen.load_unit(path)).text


def _zero(template: Template, metric: str) -> object:
    """0, or a change to 0 for a metric that changes."""
    example = template.document["properties"]["metrics"]["properties"][metric]["examples"][0]
    return {"before": 12, "after": 0} if isinstance(example, dict) else 0


def _zeros(template: Template, text: str) -> list[str]:
    """What is said of none of something: 0件, 0 records."""
    measures = {word for each in template.manifest.metrics.values() for word in each.measure.split("|")}
    words = "|".join(re.escape(word) for word in sorted(measures) if word)
    return re.findall(rf"(?<![\d.,])0 ?(?:{words})", text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_metric_of_zero_in_the_example_leaves_its_sentence_out_or_the_message_says_what_to_do(
    tmp_path: Path, name: str
) -> None:
    template, example = load_template(name), _example(name)
    assert len(template.manifest.metrics) > 2
    for metric in template.manifest.metrics:
        values = {**example, "metrics": {**example.get("metrics", {}), metric: _zero(template, metric)}}
        try:
            text = _render(template, values, tmp_path)
        except speechgen.SpeechgenError as error:
            assert [problem.fix for problem in error.problems if problem.fix] != [], error  # noqa: PT017
        else:
            assert _zeros(template, text) == [], metric


@pytest.mark.parametrize("wording", [1, 2, 3, 4])
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_wording_of_any_part_says_zero_of_something(tmp_path: Path, name: str, wording: int) -> None:
    template, values = load_template(name), _example(name)
    values["metrics"] = {metric: _zero(template, metric) for metric in template.manifest.metrics}
    values["metrics"].pop("general_problems", None)  # may not be 0: the part that prints it says that there are some
    values |= {name: list(parts) for name, parts in template.parts.items()}
    several = template.document["properties"]["wordings"]["properties"]
    values["wordings"] = {part: min(wording, each["maximum"]) for part, each in several.items()}
    assert _zeros(template, _render(template, values, tmp_path)) == []


def test_a_metric_that_may_not_be_zero_says_so_and_what_to_do(tmp_path: Path) -> None:
    values = _example("life-meeting-review")
    values["metrics"]["general_problems"] = 0
    with pytest.raises(speechgen.SpeechgenError) as caught:
        _render(load_template("life-meeting-review"), values, tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("out-of-range", "metrics.general_problems must be at least 1")
    assert problem.fix == "if there is none, delete the line"


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_part_begins_with_a_number_that_is_heard_with_its_ordinal(name: str) -> None:
    """一是一抓到底: the second 一 is heard as a number too, and `ordinal` reads it as 一是一."""
    titles = [
        str(file.front["title"].content)
        for parts in load_template(name).parts.values()
        for first in parts.values()
        for file in load_template(name).wordings(first)
    ]
    assert len(titles) >= 10
    assert [title for title in titles if title.startswith("一")] == []
