"""Filters of metrics and figures that are the same in every language: sums, differences, figures per head.

They compute with the exact values, in decimals. The result of metrics is a metric, so that it has a measure word, and
can be printed as it is, `exact` or `rounded`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.language.days import moved
from speechgen.messages import joined_words, translated
from speechgen.model import Day, Figure, Measured, Metric, Text

if TYPE_CHECKING:
    from speechgen.language.contract import Language

_EXACT = Context(prec=120, rounding=ROUND_HALF_UP)
_MAX_DIGITS = 8


def metric_of(value: Figure, measured: Measured, language: Language) -> Metric:
    """A figure as a metric, in the words of a language. Raises CannotSay if it is too large for words."""
    words = language.amount(value, measure=measured.measure, round_to=measured.round_to, max_loss=measured.max_loss)
    measure = Text(language.measure_word(value, measured.measure))
    return Metric(words, {"value": value, "measure": measure}, value._origin, measured)


class MetricFilters:
    """The filters, in the words of one language. Its public methods are filters."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def exact(self, value: object) -> object:
        """A metric, or a number, exactly as it is in the file.

        226 | exact    226
        """
        measure = value._measured.measure if isinstance(value, Metric) else ""
        return self._metric(arguments.quantity(value), Measured(measure))

    def rounded(self, value: object, step: object = None) -> object:
        """A metric, or a number, rounded to `step`, such as 10 or 100; without a step, as the metric is declared."""
        measured = value._measured if isinstance(value, Metric) else Measured()
        width = measured.round_to if step is None else arguments.round_to(step)
        if width is None:
            raise CannotSay(translated("it is not declared what to round it to; write a step, such as `rounded(100)`"))
        return self._metric(arguments.quantity(value), measured._replace(round_to=width))

    def metric(self, value: object, measure: str, round_to: object = None) -> object:
        """A number with its measure word, such as a figure of an item in a loop; with `round_to`, rounded."""
        step = None if round_to is None else arguments.round_to(round_to)
        return self._metric(arguments.quantity(value), Measured(arguments.words(measure), step))

    def points(self, value: object) -> object:
        """A number of percentage points, such as the difference of two percentages."""
        return self._metric(arguments.quantity(value), Measured(self._language.points))

    def plus(
        self,
        value: object,
        *others: object,
        days: object = None,
        weeks: object = None,
        months: object = None,
        years: object = None,
    ) -> object:
        """The sum of metrics, or of numbers; a day or a month some `days`, `weeks`, `months` or `years` later.

        40 | plus(2)    42
        (meeting | plus(days=10)).day    3
        (meeting | plus(weeks=1)).day    31
        (started | plus(months=13)).month    2
        """
        time = _given(days=days, weeks=weeks, months=months, years=years)
        if isinstance(value, Day):
            return moved(value, 1, others, time)
        return self._computed(value, others, time, _EXACT.add)

    def minus(
        self,
        value: object,
        *others: object,
        days: object = None,
        weeks: object = None,
        months: object = None,
        years: object = None,
    ) -> object:
        """A metric, or a number, less others; a day or a month some `days`, `weeks`, `months` or `years` earlier.

        The difference of percentages is in percentage points. The days between two days are `days_until`.

        40 | minus(2)    38
        (meeting | minus(days=24)).day    30
        """
        time = _given(days=days, weeks=weeks, months=months, years=years)
        if isinstance(value, Day):
            return moved(value, -1, others, time)
        return self._computed(value, others, time, _EXACT.subtract)

    def per(self, value: object, total: object, digits: object = 1) -> object:
        """A metric, or a number, per head: divided by another one, or by the length of a list; rounded to `digits`.

        90 | per(45)    2
        offices | sum("letters") | per(offices, 0)    33
        """
        heads = Decimal(arguments.size(total)) if isinstance(total, list) else arguments.quantity(total)
        if heads <= 0:
            raise CannotSay(translated("a figure per head needs a number of heads above 0"))
        quotient = self._quotient(_EXACT.divide(arguments.quantity(value), heads), digits)
        return self._like(value, quotient, value._measured.measure if isinstance(value, Metric) else "")

    def _quotient(self, exact: Decimal, digits: object) -> Decimal:
        """Rounded to `digits` decimals, or to more if it would otherwise be 0."""
        wanted = arguments.whole(digits)
        if not 0 <= wanted <= _MAX_DIGITS:
            raise CannotSay(
                translated("a figure is rounded to 0 to {most} decimals, not {number}", most=_MAX_DIGITS, number=wanted)
            )
        while not (rounded := exact.quantize(Decimal(1).scaleb(-wanted), context=_EXACT)) and exact:
            wanted += 1
        return _plain(rounded)

    def _computed(
        self,
        value: object,
        others: tuple[object, ...],
        time: Mapping[str, object],
        compute: Callable[[Decimal, Decimal], Decimal],
    ) -> object:
        if time:
            raise CannotSay(
                translated(
                    "{names} can be added to a date, not to {kind}",
                    names=joined_words(time),
                    kind=arguments.kind(value),
                )
            )
        if not others:
            raise CannotSay(translated("say which figures, in parentheses"))
        measures = [each._measured for each in (value, *others) if isinstance(each, Metric)]
        different = next((each.measure for each in measures if each.measure != measures[0].measure), None)
        if different is not None:
            raise CannotSay(
                translated(
                    "figures in “{first}” and “{second}” cannot be added or compared; use their `.value`",
                    first=measures[0].measure,
                    second=different,
                )
            )
        result = _plain(reduce(compute, map(arguments.quantity, others), arguments.quantity(value)))
        if not measures:
            return result
        if compute == _EXACT.subtract and measures[0].measure in ("%", "％"):
            return self.points(result)
        return self._metric(result, measures[0])

    def _like(self, value: object, result: Decimal, measure: str) -> object:
        return self._metric(result, Measured(measure)) if isinstance(value, Metric) else result

    def _metric(self, value: Decimal, measured: Measured) -> Metric:
        return metric_of(Figure(value), measured, self._language)


def _given(**values: object) -> Mapping[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _plain(number: Decimal) -> Decimal:
    """Without zeros at the end of its decimals: 2.50 is 2.5, 20 stays 20."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
