"""Ranges in English, of dates and of figures."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.en.dates import range_of_days
from speechgen.language.en.figures import range_of_figures
from speechgen.language.figure_ranges import is_range_of_days


def to(value: object, end: object, form: object = "full", joint: object = "to") -> str:
    """From a date or a figure to another, with what they have in common written once. The forms of dates are "full",
    "short", "american" and "short-american".

    arrived | to(meeting)    21 to 24 October 2014
    arrived | to(meeting, joint="–")    21–24 October 2014
    arrived | to(meeting | plus(days=10))    21 October to 3 November 2014
    arrived | to(meeting | plus(days=10), "short")    21 October to 3 November
    arrived | to(meeting | plus(days=10), "american")    October 21 to November 3, 2014
    meeting | to(meeting | plus(months=3))    24 October 2014 to 24 January 2015
    started | to("2014-10" | as_day)    January to October 2014
    30 | to(50)    30 to 50
    metrics.emails | to(metrics.letters)    226 to 2,413 letters
    """
    between = arguments.words(joint)
    if is_range_of_days(value, end):
        return range_of_days(value, end, form, between)
    return range_of_figures(value, end, between)
