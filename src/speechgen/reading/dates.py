"""Days and months as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from speechgen.messages import marked, translated
from speechgen.model import Day, lazily
from speechgen.reading.numerals import read_numeral

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_FORMS = tuple(
    lazily(form, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?",
        r"(?P<year>[0-9]{4}) ?年 ?(?P<month>[0-9]{1,2}) ?月(?: ?(?P<day>[0-9]{1,2}) ?[日号])?",
        r"(?P<year>[0-9]{4})\.(?P<month>[0-9]{1,2})\.(?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})\.(?P<month>0[1-9]|1[0-2]|[2-9])(?P<day>)",
        r"(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?:(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?)?{_MONTH_NAME},? (?P<year>[0-9]{{4}})",
        rf"{_MONTH_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})",
        rf"(?P<day>[0-9]{{1,2}})-{_MONTH_NAME}-(?P<year>[0-9]{{4}})",
    )
)
_NUMERALS = lazily(
    "([零〇○一二三四五六七八九0-9]{4})年([一二三四五六七八九十]{1,2}|元)月(?:([一二三四五六七八九十]{1,3})[日号])?"
)
# What may follow or precede a day without changing it: a spreadsheet's midnight, the time of the meeting, the weekday.
_TIME = lazily(
    r"(?:(?<=[0-9])T|,?(?: at)? ?(?:[上下]午|晚上)? ?)[0-9]{1,2}"
    r"(?::[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?(?: ?[ap]m)?|[时点](?:半|[0-9]{1,2}分)?)$| ?(?:[上下]午|晚上)$",
    re.IGNORECASE,
)
_WEEKDAY = lazily(r" ?\(?(?:星期|周|礼拜)([一二三四五六日天])\)?$")
_WEEKDAY_NAME = lazily(rf"^({_DAY_NAME}),? ", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES = (
    marked("Monday (星期一)"),
    marked("Tuesday (星期二)"),
    marked("Wednesday (星期三)"),
    marked("Thursday (星期四)"),
    marked("Friday (星期五)"),
    marked("Saturday (星期六)"),
    marked("Sunday (星期日)"),
)
_FIRST_STORED, _LAST_STORED = 32874, 73050  # 1990 to 2099, in days as Excel counts them


def read_day(text: str) -> Day | None:
    """A day or a month in a form with one meaning, such as 2023年9月5日, 2023/9/5, 2023.9.5 or 5 September 2023.

    None for anything else, such as 9/5, which has no year, and 2023.1, which spreadsheets make of 2023.10. Raises
    ValueError, with a message for the user, if the form is right but the date does not exist, or is on another weekday
    than the one written with it.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    without_time = _TIME.sub("", plain)
    of_day, weekday = _without_weekday(without_time)
    day = _read(of_day)
    if day is None or (day.day is None and of_day != plain):
        return None
    if weekday is not None and day.day is not None:
        right = date(day.year, day.month, day.day).weekday()
        if weekday != right:
            names = {"right": translated(_WEEKDAY_NAMES[right]), "written": translated(_WEEKDAY_NAMES[weekday])}
            raise ValueError(translated("{day} is a {right}, not a {written}", day=day.iso, **names))
    return day


def spreadsheet_day(text: str) -> Day | None:
    """The day that Excel stores as a number such as 41771 or 41771.0; None for any other text."""
    found = re.fullmatch(r"([0-9]{5})(?:\.[0-9]+)?", text.strip())
    if found is None or not _FIRST_STORED <= int(found[1]) <= _LAST_STORED:
        return None
    day = date(1899, 12, 30) + timedelta(days=int(found[1]))
    return Day(day.year, day.month, day.day)


def _read(plain: str) -> Day | None:
    if numerals := _NUMERALS.fullmatch(plain):
        year, month, day = numerals.groups()
        digits = year if year.isdigit() else str(read_numeral(year.replace("○", "〇")))
        return _day(digits, 1 if month == "元" else read_numeral(month) or 0, (read_numeral(day) or 0) if day else None)
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return _day(found["year"], number, int(found["day"]) if found["day"] else None)


def _day(year: str, month: int, day: int | None) -> Day | None:
    return Day.parse(f"{year}-{month:02}" + ("" if day is None else f"-{day:02}"))


def _without_weekday(plain: str) -> tuple[str, int | None]:
    """A date without its weekday, and the weekday's number from Monday, 0; None if there is none."""
    if found := _WEEKDAY.search(plain):
        return plain[: found.start()], min("一二三四五六日天".index(found[1]), 6)
    if named := _WEEKDAY_NAME.match(plain):
        return plain[named.end() :], _WEEKDAYS.index(named[1][:3].lower())
    return plain, None
