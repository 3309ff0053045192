"""The filters of English templates. To add one, write its function and its line here."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.language.contract import Filter
from speechgen.language.en.dates import date, relative, time_of_day, weekday
from speechgen.language.en.figures import about, figure, money, near, percent, share
from speechgen.language.en.nouns import a_or_an, plural
from speechgen.language.en.numerals import count, numeral, ordinal
from speechgen.language.en.quoted import quoted
from speechgen.language.en.ranges import to
from speechgen.language.en.series import series

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
    "a_or_an": a_or_an,
    "plural": plural,
}
