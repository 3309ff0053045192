"""The day of the meeting: the date line against the file, and 今天, 去年 and 上个月 against the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.words import RELATIVE_YEARS, DayWords, Span, resolve
from speechgen.checks.rules.patterns import lazily
from speechgen.model import Day

_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1, "前天": -2, "后天": 2}
_DAY_BEFORE = lazily(
    r"(今天|今日|昨天|昨日|明天|明日|前天|后天)(?:上午|下午|晚上)?(?P<link>是|[（(]|，?也就是|，?即|，|、)?\s?$"
)
_DAY_AFTER = lazily(r"(?:[（(，,](?:也)?(?:就是|即|是)?|，?也就是|即|就是)(今天|昨天|明天|前天|后天)(?=[）)，。])")
_DAY_ALONE = lazily(r"(今天|昨天|明天|前天|后天)(?:上午|下午|晚上)?(?:是|[（(])([0-9]{1,2})[日号]")
_SAYS_DAY = ("（", "(", "是", "星期", "，星期")
_SAME_YEAR = lazily(r"(今年|去年|明年|前年|上年|后年|本年)(?:是|[（(]|，?也就是|，?即)?\s?$")
_YEAR_AFTER = lazily(r"(?:[（(](?:也?就是|即)?|，?也就是|，?即)(今年|去年|明年|前年)(?=[）)，。的])")
_MONTHS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1, "刚刚过去的": -1}
_MONTH_BEFORE = lazily(r"(本月|这个月|上月|上个月|下月|下个月|刚刚过去的)(?:[（(]|，?也就是|，?即)?\s?$")
_DOCUMENT = lazily(r"[〔\[［(（【]([12][0-9]{3})[〕\]］)）】]\s?(?:第\s?)?[0-9]{1,4}\s?号")


def meetings(text: str, dates: Sequence[DayWords], meeting: Span) -> Iterator[Finding]:
    """Every word for a day, a month or a year that names another than the speech's own day makes it."""
    is_day = meeting.first == meeting.last
    for words in dates:
        if is_day and words.day:
            yield from _day(words, text, meeting)
        if words.year:
            yield from _year(words, text, meeting)
        elif words.month and not words.relative:
            yield from _month(words, text, meeting)
    for found in _DAY_ALONE.finditer(text) if is_day else ():
        right = meeting.first + timedelta(days=_DAYS[found[1]])
        if int(found[2]) != right.day:
            message = f"{found[0]}: {found[1]} is {right}, seen from the meeting on {meeting.first}"
            yield Finding(found.start(), found.end(), message, "correct the day")
    for found in _DOCUMENT.finditer(text):
        if int(found[1]) > meeting.last.year:
            message = f"{found[0]} is of a year after the meeting, which is on {meeting.first}"
            yield Finding(found.start(), found.end(), message, "correct the year")


def _day(words: DayWords, text: str, meeting: Span) -> Iterator[Finding]:
    """昨天（6月10日）; 6月10日，也就是昨天"""
    said = _DAY_BEFORE.search(text[max(0, words.start - 12) : words.start])
    if said and said["link"] in ("，", "、", None) and not text.startswith(_SAYS_DAY, words.end):
        said = None  # 今天，10月8日的讲话……
    said = said or _DAY_AFTER.match(text[words.end : words.end + 8])
    day = resolve(words, meeting)
    if said and day and day.first != meeting.first + timedelta(days=_DAYS[said[1]]):
        right = meeting.first + timedelta(days=_DAYS[said[1]])
        yield _finding(words, text, meeting, f"{said[1]} is {right}")


def _year(words: DayWords, text: str, meeting: Span) -> Iterator[Finding]:
    """去年（2012年）; 2012年，也就是去年"""
    said = _SAME_YEAR.search(text[max(0, words.start - 12) : words.start])
    if not said and words.month is None:
        said = _YEAR_AFTER.match(text[words.end : words.end + 8])
    if said and words.year != meeting.first.year + RELATIVE_YEARS[said[1]]:
        yield _finding(words, text, meeting, f"{said[1]} is {meeting.first.year + RELATIVE_YEARS[said[1]]}")


def _month(words: DayWords, text: str, meeting: Span) -> Iterator[Finding]:
    """上个月（9月）"""
    said = _MONTH_BEFORE.search(text[max(0, words.start - 12) : words.start])
    if said:
        month = (meeting.first.month - 1 + _MONTHS[said[1]]) % 12 + 1
        is_over = said[1] == "刚刚过去的" and words.month == meeting.first.month
        if words.month != month and not is_over:
            yield _finding(words, text, meeting, f"{said[1]} is {month}月")


def date_line(words: DayWords, text: str, meeting: Day) -> Iterator[Finding]:
    """The date below the title against the file's `dates.meeting`."""
    given = (meeting.year, meeting.month, meeting.day)
    said = (words.year, words.month, words.day)
    if any(one is not None and other is not None and one != other for one, other in zip(given, said, strict=True)):
        message = f"{text[words.start : words.end]} is not dates.meeting, which is {meeting.iso}"
        source = meeting._origin.place if meeting._origin else None
        yield Finding(words.start, words.end, message, "correct the speech or the file", source=source)


def files_days(text: str, dates: Sequence[DayWords], meeting: Span, days: Mapping[str, Day]) -> Iterator[Finding]:
    """A day of the file that the speech does not say, where it says another of the same month or the same day."""
    said = [words for words in dates if words.month]
    for path, day in days.items():
        if path == "dates.meeting" or any(_is_same(words, day, meeting) for words in said):
            continue
        unknown = [words for words in said if not any(_is_same(words, other, meeting) for other in days.values())]
        near = [words for words in unknown if _is_near(words, day, meeting)]
        if len(near) == 1:
            found = text[near[0].start : near[0].end]
            message = f"{found} is nowhere in the file, and {path}, which is {day.iso}, is nowhere in the speech"
            source = day._origin.place if day._origin else None
            fix = "correct the speech or the file, if the one stands for the other"
            yield Finding(near[0].start, near[0].end, message, fix, severity="warning", source=source)


def _is_same(words: DayWords, day: Day, meeting: Span) -> bool:
    """Whether a date is a day of the file; one without a year needs only the same month and day."""
    found = resolve(words, meeting)
    is_same_year = (words.year is None and not words.relative) or (found is not None and found.first.year == day.year)
    return is_same_year and words.month == day.month and words.day in (None, day.day)


def _is_near(words: DayWords, day: Day, meeting: Span) -> bool:
    """Whether a date differs from a day of the file in its day, in its month or in its year alone."""
    found = resolve(words, meeting)
    if found is None or (words.day is None) != (day.day is None):
        return False
    year = day.year if words.year is None and not words.relative else found.first.year
    return sum((year != day.year, words.month != day.month, words.day != day.day)) == 1


def _finding(words: DayWords, text: str, meeting: Span, reason: str) -> Finding:
    said = text[words.start : words.end]
    message = f"{said}: {reason}, seen from the meeting on {meeting.first}"
    return Finding(words.start, words.end, message, "correct one of them")
