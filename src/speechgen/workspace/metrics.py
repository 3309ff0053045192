"""Convert figures to metrics, which render as their template declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from speechgen.language import CannotSay, change_percent, metric_of
from speechgen.messages import translated
from speechgen.model import Datum, Figure, Measured, Metric, Origin, Problem, Record, Text, origin_of
from speechgen.reading import named, path_for_people

if TYPE_CHECKING:
    from speechgen.language import Language
    from speechgen.template import MetricDeclaration


def with_metrics(
    values: Record, declarations: Mapping[str, MetricDeclaration], language: Language
) -> tuple[Record, list[Problem]]:
    """`values` with each figure under `metrics` as a `Metric`; the problems of figures that cannot be rendered."""
    given = values.get("metrics")
    figures = given if isinstance(given, Record) else Record()
    above = values._origin
    metrics, problems = Record(origin=figures._origin or (above and Origin("metrics", above.place))), []
    for name, figure in figures.items():
        try:
            metric = _metric(figure, declarations[name], language)
        except CannotSay as error:
            origin = origin_of(figure)
            assert origin is not None  # noqa: S101 - read from a file
            message = translated("{path}: {problem}", path=path_for_people(origin.path), problem=error)
            problems.append(Problem(origin.place, "out-of-range", message))
            continue
        if metric is not None:
            metrics[name] = metric
    problems += _exceeding(metrics, declarations)
    return Record({**values, "metrics": metrics}, values._origin), problems


def _exceeding(metrics: Record, declarations: Mapping[str, MetricDeclaration]) -> Iterator[Problem]:
    """The problems of figures that exceed the metric in their `at_most`."""
    for name, metric in metrics.items():
        whole = declarations[name].at_most
        limit = metrics.get(whole) if whole else None
        if isinstance(metric, Metric) and isinstance(limit, Metric):
            part, maximum = metric.get("value"), limit.get("value")
            if isinstance(part, Figure) and isinstance(maximum, Figure) and part > maximum and part._origin:
                message = translated(
                    "{part} is {figure}, more than {whole}, which is {limit}",
                    part=_titled(name, declarations),
                    figure=part,
                    whole=_titled(whole or "", declarations),
                    limit=maximum,
                )
                yield Problem(part._origin.place, "out-of-range", message, translated("correct one of them"))


def _titled(name: str, declarations: Mapping[str, MetricDeclaration]) -> str:
    return named(f"metrics.{name}", declarations[name].title)


def _metric(given: Datum | None, declaration: MetricDeclaration, language: Language) -> Metric | None:
    if isinstance(given, Figure):
        return metric_of(given, _measured(declaration), language)
    if isinstance(given, Record):
        before, after = given.get("before"), given.get("after")
        if isinstance(before, Figure) and isinstance(after, Figure):
            return _change(before, after, given, declaration, language)
    return None


def _change(before: Figure, after: Figure, given: Record, declaration: MetricDeclaration, language: Language) -> Metric:
    verbs = declaration.change
    words = language.change(
        before,
        after,
        measure=declaration.measure,
        compared=declaration.compared,
        increase=verbs.increase if verbs else None,
        decrease=verbs.decrease if verbs else None,
    )
    parts: dict[str, Datum] = {
        "before": before,
        "after": after,
        "measure": Text(language.measure_word(after, declaration.measure)),
        "increased": after > before,
        "decreased": after < before,
        "unchanged": after == before,
    }
    percent = change_percent(before, after)
    if percent is not None:
        parts["percent"] = Figure(percent, given._origin)
    return Metric(words, parts, given._origin, _measured(declaration))


def _measured(declaration: MetricDeclaration) -> Measured:
    return Measured(declaration.measure, declaration.round_to, declaration.max_loss)
