"""Yesterday, today and tomorrow next to a date or a weekday that they cannot be: tomorrow, Monday 18 November."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import DateRange
from speechgen.checks.rules.patterns import lazily
from speechgen.language import language
from speechgen.messages import translated

_LINK = r"(?:,? (?:is|was|it is|c'est|c’est|nous sommes le)|,| \(|,? that is,?|,? soit)\s?(?:on |le |the )?"


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    """The pattern of such a word with what follows it; None if the language's words are not known."""
    words = language(code).proofreading
    if not words.relative_days or not words.months or not words.weekdays:
        return None
    relative, months, weekdays = ("|".join(each) for each in (words.relative_days, words.months, words.weekdays))
    day = rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er)?\s(?:(?:of|de)\s)?(?P<month>{months})\b"
    day_alone = day.replace("<day>", "<day2>").replace("<month>", "<month2>")
    either = rf"(?:(?P<weekday>{weekdays})\b(?:,?\s(?:(?:the|le)\s)?{day})?|{day_alone})"
    return lazily(rf"\b(?i:(?P<word>{relative})){_LINK}{either}")


def relative_day_names(text: str, code: str, meeting: DateRange | None) -> Iterator[Finding]:
    """Report those that differ from the day of the meeting."""
    pattern, words = _pattern(code), language(code).proofreading
    if pattern is None or meeting is None or meeting.first != meeting.last:
        return
    for found in pattern.finditer(text):
        right = meeting.first + timedelta(days=words.relative_days[found["word"].lower()])
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        is_day = month is None or (words.months.index(month) + 1, int(day)) == (right.month, right.day)
        # A weekday with a date is checked against the calendar by `named_dates`.
        is_weekday = month or not found["weekday"] or words.weekdays.index(found["weekday"]) == right.weekday()
        if not (is_day and is_weekday):
            message = translated(
                "{word} is {right}, because the meeting is on {meeting}",
                word=found["word"],
                right=_shown(right, code),
                meeting=meeting.first,
            )
            yield Finding(found.start(), found.end(), message, translated("correct the day"))


def _shown(day: date, code: str) -> str:
    words = language(code).proofreading
    return f"{words.weekdays[day.weekday()]} {day.day} {words.months[day.month - 1]}"
