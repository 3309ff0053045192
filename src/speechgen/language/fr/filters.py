"""The filters of French templates. To add one, write its function and its line here."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.language.contract import Filter
from speechgen.language.fr.dates import date, relative, time_of_day, weekday
from speechgen.language.fr.figures import about, figure, money, near, percent, share
from speechgen.language.fr.nouns import elided, plural
from speechgen.language.fr.numerals import count, numeral, ordinal
from speechgen.language.fr.quoted import quoted
from speechgen.language.fr.ranges import to
from speechgen.language.fr.series import series

FILTERS: Mapping[str, Filter] = {
    "count": count,
    "ordinal": ordinal,
    "numeral": numeral,
    "figure": figure,
    "date": date,
    "relative": relative,
    "time_of_day": time_of_day,
    "about": about,
    "near": near,
    "percent": percent,
    "share": share,
    "series": series,
    "weekday": weekday,
    "to": to,
    "money": money,
    "quoted": quoted,
    "elided": elided,
    "plural": plural,
}
