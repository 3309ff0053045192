"""Find dates in a Chinese text: 2014年10月24日, 今年3月, 二〇一四年十月二十四日."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from speechgen.checks.reach import within_sentence
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily

# Years relative to that of the meeting. 当年, 次年 and others depend on the words before them.
RELATIVE_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
RELATIVE_MONTHS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
OTHER_YEARS = ("次年", "翌年", "当年", "同年", "第二年", "隔年", "每年", "历年", "次年的", "第二年的")

_DIGITS = lazily(
    r"([0-9])(?<![0-9.〔\[-][0-9])([0-9]{0,4})\s?(?:年\s?(?:(?:的)?([0-9]{1,3})\s?月份?(?:\s?([0-9]{1,3})\s?[日号])?)?"
    r"|月份?(?:\s?([0-9]{1,3})\s?[日号])?)"
)
_NUMERALS = lazily(
    r"(?:([〇零○一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,3})月份?(?:([一二三四五六七八九十]{1,4})[日号])?"
)
_RANGE_END = lazily(r"(?:[（(][^）)\n]{1,8}[）)])?(?:起)?(?:至|到|—{1,2}|－|-|~|～|–|、|和)([0-9]{1,3})[日号]")
_NUMERAL_SIGNS = tuple("一二三四五六七八九十")
_DAY_OF_MONTH = lazily(r"(本月|这个月|上个?月|下个?月)(?:的)?([0-9]{1,2})[日号]")


class WrittenDate(NamedTuple):
    """A date as written; parts that are left out are None. `relative`: a word such as 今年 or 去年 before it."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    relative: str = ""

    def moved(self, by: int) -> WrittenDate:
        """The same date, `by` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


class DateRange(NamedTuple):
    """The first and last day that a date may mean."""

    first: date
    last: date


def find_dates(text: str) -> list[WrittenDate]:
    """All dates of a text in half-width digits, in order. A year alone counts as a date."""
    return sorted(_dates(text))


@within_sentence
def _dates(text: str) -> Iterator[WrittenDate]:
    for written in (*_in_digits(text), *_in_numerals(text), *_in_months(text)):
        yield written
        if written.day and (end := _end_of_range(written, text)):
            yield end


@lru_cache(maxsize=1024)
def date_range(year: int, month: int | None, day: int | None) -> DateRange | None:
    """The days of a year, of a month, or a single day; None if the date does not exist."""
    try:
        if month is None:
            return DateRange(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            following = date(year + month // 12, month % 12 + 1, 1)
            return DateRange(date(year, month, 1), following - timedelta(days=1))
        return DateRange(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _end_of_range(written: WrittenDate, text: str) -> WrittenDate | None:
    """The end of a range within one month: 16日 in 1月8日（星期一）至16日."""
    found = _RANGE_END.match(text, written.end)
    return written._replace(start=found.start(1), end=found.end(), day=int(found[1])) if found else None


def resolve(written: WrittenDate, meeting: DateRange) -> DateRange | None:
    """The days that a date means in a speech given on this day; None if that depends on other words, as in 次年3月."""
    year = written.year
    if written.relative in RELATIVE_YEARS:
        year = meeting.first.year + RELATIVE_YEARS[written.relative]
    elif written.relative in RELATIVE_MONTHS:
        months = meeting.first.year * 12 + meeting.first.month - 1 + RELATIVE_MONTHS[written.relative]
        return date_range(months // 12, months % 12 + 1, written.day)
    elif written.relative:
        return None
    return date_range(year or nearest(written, meeting), written.month, written.day)


def nearest(written: WrittenDate, meeting: DateRange) -> int:
    """The year in which a date without a year is nearest to the meeting: in January, 12月 is last year's."""
    spans = [
        found
        for year in range(meeting.first.year - 1, meeting.first.year + 2)
        if (found := date_range(year, written.month, written.day))
    ]
    if not spans:
        return meeting.first.year
    return min(
        spans, key=lambda each: max(0, (each.first - meeting.last).days, (meeting.first - each.last).days)
    ).first.year


def _in_digits(text: str) -> Iterator[WrittenDate]:
    for found in _DIGITS.finditer(text):
        first, more, month, day, day_of_month = found.groups()
        number = int(first + more)
        if day_of_month is not None or (found[0].rstrip("份").endswith("月") and month is None):
            relative = _relative(text, found.start())
            day = int(day_of_month) if day_of_month else None
            yield WrittenDate(found.start() - len(relative), found.end(), None, number, day, relative)
        elif month is not None or len(first + more) == 4:
            yield WrittenDate(
                found.start(), found.end(), number, int(month) if month else None, int(day) if day else None
            )


def _in_numerals(text: str) -> Iterator[WrittenDate]:
    if not _has_numeral_before_month(text):
        return
    for found in _NUMERALS.finditer(text):
        year, month, day = found.groups()
        month_number, day_number = read_numeral(month), read_numeral(day) if day else None
        if month_number is None or (day and day_number is None):
            continue  # 三四月
        if not day and not year and month_number <= 12:
            continue  # 一月 may be 一个月
        relative = "" if year else _relative(text, found.start())
        year_number = read_numeral(year.replace("○", "〇")) if year else None
        yield WrittenDate(found.start() - len(relative), found.end(), year_number, month_number, day_number, relative)


def _has_numeral_before_month(text: str) -> bool:
    """Whether any 月 has a numeral before it. The full search takes ten times as long."""
    at = text.find("月")
    while at >= 0:
        if text[at - 1 : at] in _NUMERAL_SIGNS:
            return True
        at = text.find("月", at + 1)
    return False


def _in_months(text: str) -> Iterator[WrittenDate]:
    """Yield dates such as 上月15日."""
    if any(word in text for word in RELATIVE_MONTHS):
        for found in _DAY_OF_MONTH.finditer(text):
            yield WrittenDate(found.start(), found.end(), None, None, int(found[2]), found[1])


def _relative(text: str, end: int) -> str:
    """The word for a year, such as 今年 or 去年, just before a date; empty if there is none."""
    before = text[max(0, end - 4) : end]
    return next((word for word in (*RELATIVE_YEARS, *OTHER_YEARS) if before.endswith(word)), "")
