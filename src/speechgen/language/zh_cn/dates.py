"""Dates and times of day in Chinese.

Arabic digits without leading zeros, as in GB/T 9704-2012 (党政机关公文格式).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.zh_cn.numerals import whole_numeral, year_numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechgen.model import Day


def date(value: object, form: str = "full") -> str:
    """A day, or a month, in one of six forms: "full", "chinese", "short", "month", "short-month", "year".

    meeting | date    2014年10月24日
    meeting | date("chinese")    二〇一四年十月二十四日
    meeting | date("short")    10月24日
    meeting | date("month")    2014年10月
    meeting | date("short-month")    10月
    meeting | date("year")    2014年
    """
    return arguments.form(form, _FORMS)(arguments.day(value))


def relative(value: object, to: object) -> str:
    """A day, a month or a year relative to another day: this year, last year or next year; any other year in full.

    started | relative(meeting)    今年1月
    meeting | relative(started)    今年10月24日
    2013 | relative(meeting)    去年
    """
    then, now = arguments.day_or_year(value), arguments.day(to)
    year = then if isinstance(then, int) else then.year
    words = {0: "今年", -1: "去年", 1: "明年"}.get(year - now.year, f"{year}年")
    return words if isinstance(then, int) else words + _short(then)


def time_of_day(value: object) -> str:
    """A time as it is spoken, on the twelve-hour clock.

    "9:00" | time_of_day    上午9点
    "14:30" | time_of_day    下午2点30分
    "18:05" | time_of_day    晚上6点05分
    """
    hour, minute = arguments.clock(value)
    part_of_day = next(name for first, name in _PARTS_OF_DAY if hour >= first)
    return f"{part_of_day}{hour if hour <= 12 else hour - 12}点" + (f"{minute:02}分" if minute else "")


def _full(day: Day) -> str:
    return f"{day.year}年{_short(day)}"


def _chinese(day: Day) -> str:
    words = f"{year_numeral(day.year)}年{whole_numeral(day.month)}月"
    return words + f"{whole_numeral(day.day)}日" if day.day else words


def _short(day: Day) -> str:
    return f"{day.month}月{day.day}日" if day.day else f"{day.month}月"


_FORMS: Mapping[str, Callable[[Day], str]] = {
    "full": _full,
    "chinese": _chinese,
    "short": _short,
    "month": lambda day: f"{day.year}年{day.month}月",
    "short-month": lambda day: f"{day.month}月",
    "year": lambda day: f"{day.year}年",
}
_PARTS_OF_DAY = ((18, "晚上"), (13, "下午"), (12, "中午"), (6, "上午"), (0, "凌晨"))
