"""The filters of Chinese templates. To add one, write its function and its line here."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.language.contract import Filter
from speechgen.language.zh_cn.dates import date, relative, time_of_day, weekday
from speechgen.language.zh_cn.figures import about, figure, money, near, percent, share
from speechgen.language.zh_cn.numerals import count, numeral, ordinal
from speechgen.language.zh_cn.quoted import quoted
from speechgen.language.zh_cn.ranges import to
from speechgen.language.zh_cn.series import series

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
}
