"""The examples of filters, tests and attributes: the values that they use, and those that a language adds.

An example is an expression, four spaces, and what it prints. `speechgen templates --filters` shows them, and tests run
them. They are in the docstrings of filters; a language adds those of the filters that it shares with others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechgen.messages import marked
from speechgen.model import Datum, Day, Figure, Items, Measured, Metric, Record, Text

if TYPE_CHECKING:
    from speechgen.language.contract import Language


class Examples(NamedTuple):
    """A language's examples, one on each line, and the measure words of the metrics that they use."""

    lines: str = ""
    letters: str = "letter|letters"
    petitions: str = "petition|petitions"


def example_values(language: Language) -> Record:
    """The values that the examples use."""
    from speechgen.language.metric_filters import metric_of

    def metric(figure: str, measured: Measured) -> Metric:
        return metric_of(Figure(figure), measured, language)

    before, after, measure = Figure(214), Figure(92), language.examples.petitions
    petitions: dict[str, Datum] = {
        "before": before,
        "after": after,
        "measure": Text(language.measure_word(after, measure)),
        "percent": Figure(57),
        "increased": False,
        "decreased": True,
        "unchanged": False,
    }
    metrics: dict[str, Datum] = {
        "letters": metric("2413", Measured(language.examples.letters, 100)),
        "emails": metric("226", Measured(language.examples.letters)),
        "satisfied": metric("96.8", Measured("%")),
        "satisfied_before": metric("92.5", Measured("%")),
        "petitions": Metric(language.change(before, after, measure=measure), petitions, None, Measured(measure)),
    }
    evaluation = ("leadership", "required-actions", "own-initiatives", "institutions")
    values: dict[str, Datum] = {
        "meeting": Day(2014, 10, 24),
        "arrived": Day(2014, 10, 21),
        "started": Day(2014, 1),
        "founded": Day(1983, 7, 1),
        "evaluation": Items(map(Text, evaluation)),
        "offices": Items(Record(each) for each in _OFFICES),
        "metrics": Record(metrics),
    }
    return Record(values)


EXAMPLE_VALUES = (
    ("meeting", marked("the day 2014-10-24")),
    ("arrived", marked("the day 2014-10-21")),
    ("started", marked("the month 2014-01")),
    ("founded", marked("the day 1983-07-01")),
    ("evaluation", marked("a list of four parts")),
    ("offices", marked("a list of {name, letters}: Eastside 40, Westside 25")),
    ("metrics.letters", marked("2413, with round_to: 100")),
    ("metrics.emails", "226"),
    ("metrics.satisfied", marked("96.8, in %")),
    ("metrics.satisfied_before", marked("92.5, in %")),
    ("metrics.petitions", "{before: 214, after: 92}"),
)
_OFFICES: tuple[dict[str, Datum], ...] = (
    {"name": Text("Eastside"), "letters": Figure(40)},
    {"name": Text("Westside"), "letters": Figure(25)},
)
