"""The filters that are the same in every language, but for the words of metrics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.days import as_day, days_until, months_until, years_until
from speechgen.language.metric_filters import MetricFilters
from speechgen.messages import marked
from speechgen.model import lazily

if TYPE_CHECKING:
    from speechgen.language.contract import Filter, Language

# By what they are about, as `contract.COMMON_FILTERS`.
SHARED_FILTERS: Mapping[str, tuple[str, ...]] = {
    marked("Dates and times"): ("as_day", "plus", "minus", "days_until", "months_until", "years_until"),
    marked("Figures"): ("exact", "rounded", "metric", "points", "per"),
    marked("Texts and lists"): ("lines",),
}
_LINE_END = lazily(r"(?<=[^\s\\])[ \t]*\n(?=[ \t]*\S)")


def lines(value: object) -> str:
    """A text whose lines stay lines: verse, or an address, of a value that is written with |. Without this filter they
    are joined, except at a blank line.

    "Mill Lane" | lines    Mill Lane
    """
    return _LINE_END.sub(r"\\\n", arguments.words(value))


def filters_of(language: Language) -> Mapping[str, Filter]:
    """All filters of a language's templates, by name; a language's own replace those that it shares."""
    figures = MetricFilters(language)
    return {
        "as_day": as_day,
        "days_until": days_until,
        "months_until": months_until,
        "years_until": years_until,
        "plus": figures.plus,
        "minus": figures.minus,
        "exact": figures.exact,
        "rounded": figures.rounded,
        "lines": lines,
        "metric": figures.metric,
        "points": figures.points,
        "per": figures.per,
        **language.filters,
    }
