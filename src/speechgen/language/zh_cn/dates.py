"""Dates and times of day in Chinese.

Arabic digits without leading zeros, as in GB/T 9704-2012 (党政机关公文格式).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.language import arguments
from speechgen.language.date_patterns import date_in, day_number, differing, third_of_month, weekday_number
from speechgen.language.zh_cn.numerals import whole_numeral, year_numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechgen.language.date_patterns import DateParts
    from speechgen.model import Day


def date(value: object, form: str = "full") -> str:
    """A day, or a month, in one of six forms: "full", "chinese", "short", "month", "short-month", "year". Or in a
    pattern of {year}, {month}, {day}, {weekday}, {short-weekday}, {part-of-month}, {quarter} and {half-year}.

    meeting | date    2014年10月24日
    meeting | date("chinese")    二〇一四年十月二十四日
    meeting | date("short")    10月24日
    meeting | date("month")    2014年10月
    meeting | date("short-month")    10月
    meeting | date("year")    2014年
    meeting | date("{month}月{day}日（{weekday}）")    10月24日（星期五）
    meeting | date("{month}月{day}日{short-weekday}")    10月24日周五
    meeting | date("{part-of-month}")    10月下旬
    meeting | date("{month}月底")    10月底
    meeting | date("{year}年底")    2014年底
    meeting | date("{year}年第{quarter}季度")    2014年第四季度
    meeting | date("{year}年{half-year}")    2014年下半年
    """
    return date_in(arguments.day(value), form, _FORMS, _PARTS)


def weekday(value: object) -> str:
    """The day of the week.

    meeting | weekday    星期五
    """
    return f"星期{_WEEKDAYS[weekday_number(arguments.day(value))]}"


def range_of_days(start: object, end: object, form: object, joint: str) -> str:
    """Two days, or two months, with what they have in common written once. See the filter `to`."""
    first, last, differ = differing(start, end)
    year, month, day = arguments.form(form, _RANGE_FORMS)

    def without_year(each: Day) -> str:
        return month(each) + (day(each) if each.day else "")

    before = without_year(first) if form == "short" and differ != "year" else year(first) + without_year(first)
    if differ == "none":
        return before
    if differ == "day":
        return f"{before}{joint}{day(last)}"
    return f"{before}{joint}{year(last) if differ == 'year' else ''}{without_year(last)}"


def relative(value: object, to: object) -> str:
    """A day, a month or a year relative to another day: this year, last year or next year; any other year in full.

    started | relative(meeting)    今年1月
    meeting | relative(started)    今年10月24日
    2013 | relative(meeting)    去年
    (meeting | plus(months=3)).year | relative(meeting)    明年
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


_FORMS: DateParts = {
    "full": _full,
    "chinese": _chinese,
    "short": _short,
    "month": lambda day: f"{day.year}年{day.month}月",
    "short-month": lambda day: f"{day.month}月",
    "year": lambda day: f"{day.year}年",
}
_WEEKDAYS = "一二三四五六日"
_PARTS: DateParts = {
    "year": lambda day: f"{day.year}",
    "month": lambda day: f"{day.month}",
    "day": lambda day: f"{day_number(day)}",
    "weekday": weekday,
    "short-weekday": lambda day: f"周{_WEEKDAYS[weekday_number(day)]}",
    "part-of-month": lambda day: f"{day.month}月{'上中下'[third_of_month(day)]}旬",
    "quarter": lambda day: "一二三四"[(day.month - 1) // 3],
    "half-year": lambda day: f"{'上' if day.month <= 6 else '下'}半年",
}
_ARABIC = (lambda day: f"{day.year}年", lambda day: f"{day.month}月", lambda day: f"{day.day}日")
_RANGE_FORMS: Mapping[str, tuple[Callable[[Day], str], Callable[[Day], str], Callable[[Day], str]]] = {
    "full": _ARABIC,
    "short": _ARABIC,
    "chinese": (
        lambda day: f"{year_numeral(day.year)}年",
        lambda day: f"{whole_numeral(day.month)}月",
        lambda day: f"{whole_numeral(day_number(day))}日",
    ),
}
_PARTS_OF_DAY = ((18, "晚上"), (13, "下午"), (12, "中午"), (6, "上午"), (0, "凌晨"))
