"""Ranges in French, of dates and of figures."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.figure_ranges import is_range_of_days
from speechgen.language.fr.dates import range_of_days
from speechgen.language.fr.figures import range_of_figures


def to(value: object, end: object, form: object = "full", joint: object = "") -> str:
    """From a date or a figure to another, with “du … au” or “de … à”, and what they have in common written once. The
    forms of dates are "full" and "short"; a `joint` such as "–" replaces these words.

    arrived | to(meeting)    du 21 au 24 octobre 2014
    arrived | to(meeting, joint="–")    21–24 octobre 2014
    arrived | to(meeting | plus(days=10))    du 21 octobre au 3 novembre 2014
    arrived | to(meeting | plus(days=10), "short")    du 21 octobre au 3 novembre
    meeting | to(meeting | plus(months=3))    du 24 octobre 2014 au 24 janvier 2015
    "2014-04" | as_day | to("2014-10" | as_day)    d’avril à octobre 2014
    30 | to(50)    de 30 à 50
    metrics.emails | to(metrics.letters)    de 226 à 2 413 lettres
    """
    between = arguments.words(joint)
    if is_range_of_days(value, end):
        return range_of_days(value, end, form, between)
    return range_of_figures(value, end, between)
