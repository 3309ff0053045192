"""Changes against the direction that a template's sentences are for: 气顺了……信访量同比增长67%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import Metric, Problem, Record

if TYPE_CHECKING:
    from speechgen.model import Paragraph, Run
    from speechgen.template import Template

_CONTEXT = 24  # characters quoted before the value
_OPPOSITE = {"increase": "decreased", "decrease": "increased"}


def direction_problems(template: Template, values: Record, paragraphs: Iterable[Paragraph]) -> Iterator[Problem]:
    """A problem for each metric that changed against the expected direction and is printed as if it had not.

    A file of the template that tests a metric's direction has words for both.
    """
    metrics = values.get("metrics")
    changes = metrics.items() if isinstance(metrics, Record) else ()
    unexpected = {f"metrics.{name}": metric for name, metric in changes if _is_unexpected(template, name, metric)}
    if not unexpected:
        return
    from speechgen.template import tests_direction

    for paragraph in paragraphs:
        for run in paragraph.runs:
            path = ".".join((run.source.path or "").split(".")[:2])
            file = template.folder.name_of(run.source.template.file)
            if path in unexpected and not tests_direction(template.folder, file, path):
                yield _problem(template, path, unexpected.pop(path), run, paragraph)


def _is_unexpected(template: Template, name: str, metric: object) -> bool:
    declared = template.manifest.metrics[name].change
    if declared is None or declared.expected is None or not isinstance(metric, Metric):
        return False
    return bool(metric.get(_OPPOSITE[declared.expected]))


def _problem(template: Template, path: str, metric: object, run: Run, paragraph: Paragraph) -> Problem:
    assert isinstance(metric, Metric)  # noqa: S101 - chosen by _is_unexpected
    assert metric._origin is not None  # noqa: S101 - read from a file
    declared = template.manifest.metrics[path.removeprefix("metrics.")]
    from speechgen.template import with_title

    parameters = {
        "metric": with_title(path, declared.title),
        "before": metric["before"],
        "after": metric["after"],
        "sentence": _clause(run, paragraph),
        "place": f"{run.source.template.file}:{run.source.template.line}",
    }
    message = (
        translated(
            "{metric} fell from {before} to {after}, but the template's sentence is for an increase: “{sentence}” "
            "({place})",
            **parameters,
        )
        if declared.change and declared.change.expected == "increase"
        else translated(
            "{metric} rose from {before} to {after}, but the template's sentence is for a decrease: “{sentence}” "
            "({place})",
            **parameters,
        )
    )
    fix = translated(
        "check the figures; if they are right, leave the metric out, or write this point yourself (title: and text:)"
    )
    return Problem(metric._origin.place, "unexpected-change", message, fix)


def _clause(run: Run, paragraph: Paragraph) -> str:
    """The words around a run, shortened on both sides."""
    runs = paragraph.runs
    at = next(number for number, each in enumerate(runs) if each is run)
    before, after = ("".join(each.text for each in some) for some in (runs[:at], runs[at + 1 :]))
    return f"{'…' if len(before) > _CONTEXT else ''}{before[-_CONTEXT:]}{run.text}{after[:1]}".strip()
