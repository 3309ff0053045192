"""Ranges in Chinese, of dates and of figures."""

from __future__ import annotations

from speechgen.language import arguments
from speechgen.language.figure_ranges import is_range_of_days
from speechgen.language.zh_cn.dates import range_of_days
from speechgen.language.zh_cn.figures import range_of_figures


def to(value: object, end: object, form: object = "full", joint: object = "至") -> str:
    """From a date or a figure to another, with what they have in common written once. The forms of dates are "full",
    "chinese" and "short".

    arrived | to(meeting)    2014年10月21日至24日
    arrived | to(meeting, "short")    10月21日至24日
    arrived | to(meeting | plus(days=10), "short")    10月21日至11月3日
    meeting | to(meeting | plus(months=3))    2014年10月24日至2015年1月24日
    started | to("2014-10" | as_day)    2014年1月至10月
    30 | to(50)    30至50
    metrics.emails | to(metrics.letters)    226至2413份
    30 | to(50, joint="—")    30—50
    """
    between = arguments.words(joint)
    if is_range_of_days(value, end):
        return range_of_days(value, end, form, between)
    return range_of_figures(value, end, between)
