"""The day of the meeting: the date line compared with the unit file; 今天, 去年 and 上个月 compared with the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import RELATIVE_YEARS, DateRange, WrittenDate, resolve
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated
from speechgen.model import Day
from speechgen.reading import path_for_people

_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1, "前天": -2, "后天": 2}
_DAY_BEFORE = lazily(
    r"(今天|今日|昨天|昨日|明天|明日|前天|后天)(?:上午|下午|晚上)?(?P<link>是|[（(]|，?也就是|，?即|，|、)?\s?$"
)
_DAY_AFTER = lazily(r"(?:[（(，,](?:也)?(?:就是|即|是)?|，?也就是|即|就是)(今天|昨天|明天|前天|后天)(?=[）)，。])")
_DAY_ALONE = lazily(r"(今天|昨天|明天|前天|后天)(?:上午|下午|晚上)?(?:是|[（(])([0-9]{1,2})[日号]")
_DAY_FOLLOWS = ("（", "(", "是", "星期", "，星期")
_SAME_YEAR = lazily(r"(今年|去年|明年|前年|上年|后年|本年)(?:是|[（(]|，?也就是|，?即)?\s?$")
_YEAR_AFTER = lazily(r"(?:[（(](?:也?就是|即)?|，?也就是|，?即)(今年|去年|明年|前年)(?=[）)，。的])")
_MONTHS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1, "刚刚过去的": -1}
_MONTH_BEFORE = lazily(r"(本月|这个月|上月|上个月|下月|下个月|刚刚过去的)(?:[（(]|，?也就是|，?即)?\s?$")
_DOCUMENT = lazily(r"[〔\[［(（【]([12][0-9]{3})[〕\]］)）】]\s?(?:第\s?)?[0-9]{1,4}\s?号")


def relative_to_meeting(text: str, dates: Sequence[WrittenDate], meeting: DateRange) -> Iterator[Finding]:
    """Check every word such as 昨天, 上个月 or 去年 that has a date next to it."""
    is_day = meeting.first == meeting.last
    for written in dates:
        if is_day and written.day:
            yield from _day(written, text, meeting)
        if written.year:
            yield from _year(written, text, meeting)
        elif written.month and not written.relative:
            yield from _month(written, text, meeting)
    for found in _DAY_ALONE.finditer(text) if is_day else ():
        right = meeting.first + timedelta(days=_DAYS[found[1]])
        if int(found[2]) != right.day:
            message = translated(
                "{words}: {word} is {right}, because the meeting is on {meeting}",
                words=found[0],
                word=found[1],
                right=right,
                meeting=meeting.first,
            )
            yield Finding(found.start(), found.end(), message, translated("correct the day"))
    for found in _DOCUMENT.finditer(text):
        if int(found[1]) > meeting.last.year:
            message = translated(
                "the year of {words} is after the meeting on {meeting}", words=found[0], meeting=meeting.first
            )
            yield Finding(found.start(), found.end(), message, translated("correct the year"))


def _day(written: WrittenDate, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Check 昨天（6月10日） and 6月10日，也就是昨天."""
    said = _DAY_BEFORE.search(text[max(0, written.start - 12) : written.start])
    if said and said["link"] in ("，", "、", None) and not text.startswith(_DAY_FOLLOWS, written.end):
        said = None  # 今天，10月8日的讲话……
    said = said or _DAY_AFTER.match(text[written.end : written.end + 8])
    day = resolve(written, meeting)
    if said and day and day.first != meeting.first + timedelta(days=_DAYS[said[1]]):
        right = meeting.first + timedelta(days=_DAYS[said[1]])
        yield _finding(written, text, meeting, said[1], right)


def _year(written: WrittenDate, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Check 去年（2012年） and 2012年，也就是去年."""
    said = _SAME_YEAR.search(text[max(0, written.start - 12) : written.start])
    if not said and written.month is None:
        said = _YEAR_AFTER.match(text[written.end : written.end + 8])
    if said and written.year != meeting.first.year + RELATIVE_YEARS[said[1]]:
        yield _finding(written, text, meeting, said[1], f"{meeting.first.year + RELATIVE_YEARS[said[1]]}年")


def _month(written: WrittenDate, text: str, meeting: DateRange) -> Iterator[Finding]:
    """Check 上个月（9月）."""
    said = _MONTH_BEFORE.search(text[max(0, written.start - 12) : written.start])
    if said:
        month = (meeting.first.month - 1 + _MONTHS[said[1]]) % 12 + 1
        is_over = said[1] == "刚刚过去的" and written.month == meeting.first.month
        if written.month != month and not is_over:
            yield _finding(written, text, meeting, said[1], f"{month}月")


def date_line(written: WrittenDate, text: str, meeting: Day) -> Iterator[Finding]:
    """Check the date below the title against `dates.meeting` in the unit file."""
    given = (meeting.year, meeting.month, meeting.day)
    said = (written.year, written.month, written.day)
    if any(one is not None and other is not None and one != other for one, other in zip(given, said, strict=True)):
        message = translated(
            "{words} differs from dates.meeting, which is {iso}",
            words=text[written.start : written.end],
            iso=meeting.iso,
        )
        source = meeting._origin.place if meeting._origin else None
        yield Finding(written.start, written.end, message, translated("correct the speech or the file"), source=source)


def unit_file_days(
    text: str, dates: Sequence[WrittenDate], meeting: DateRange, days: Mapping[str, Day]
) -> Iterator[Finding]:
    """Report a day of the unit file that is not in the speech, if the speech has one that differs in one part."""
    in_speech = [written for written in dates if written.month]
    for path, day in days.items():
        if path == "dates.meeting" or any(_is_same(written, day, meeting) for written in in_speech):
            continue
        unknown = [
            written for written in in_speech if not any(_is_same(written, other, meeting) for other in days.values())
        ]
        near = [written for written in unknown if _is_near(written, day, meeting)]
        if len(near) == 1:
            found = text[near[0].start : near[0].end]
            message = translated(
                "{found} is not in the unit file, and {path} ({iso}) is not in the speech",
                found=found,
                path=path_for_people(path),
                iso=day.iso,
            )
            source = day._origin.place if day._origin else None
            fix = translated("if they are meant to be the same day, correct one of them")
            yield Finding(near[0].start, near[0].end, message, fix, severity="warning", source=source)


def _is_same(written: WrittenDate, day: Day, meeting: DateRange) -> bool:
    """Whether a date is this day of the unit file; for a date without a year, month and day are enough."""
    found = resolve(written, meeting)
    is_same_year = (written.year is None and not written.relative) or (
        found is not None and found.first.year == day.year
    )
    return is_same_year and written.month == day.month and written.day in (None, day.day)


def _is_near(written: WrittenDate, day: Day, meeting: DateRange) -> bool:
    """Whether a date differs from a day of the unit file only in its day, only in its month or only in its year."""
    found = resolve(written, meeting)
    if found is None or (written.day is None) != (day.day is None):
        return False
    year = day.year if written.year is None and not written.relative else found.first.year
    return sum((year != day.year, written.month != day.month, written.day != day.day)) == 1


def _finding(written: WrittenDate, text: str, meeting: DateRange, word: str, right: object) -> Finding:
    said = text[written.start : written.end]
    message = translated(
        "{words}: {word} is {right}, because the meeting is on {meeting}",
        words=said,
        word=word,
        right=right,
        meeting=meeting.first,
    )
    return Finding(written.start, written.end, message, translated("correct one of them"))
