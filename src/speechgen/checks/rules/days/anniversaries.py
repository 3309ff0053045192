"""Wrong anniversaries: 今年是新中国成立70周年, in 2024."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days import events
from speechgen.checks.rules.days.clauses import SENTENCE, start_of
from speechgen.checks.rules.days.written_dates import DateRange
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_YEARS = lazily(
    r"(?:今年(?:是|正值|恰逢|适逢|迎来)|即将迎来|(?:我们)?将迎来|我们迎来了?)[^。；，\n0-9]{0,16}?(?:([0-9]{2,3})|([一二三四五六七八九十百]{2,5}))周年"
)

_OTHER_YEAR = lazily("过去的|[12][0-9]{3}年|[去上前]年")


def anniversaries(text: str, meeting: DateRange) -> Iterator[Finding]:
    """Check the number of every 周年 of this year against the year of the event."""
    for found in _YEARS.finditer(text) if "周年" in text else ():
        number = int(found[1]) if found[1] else read_numeral(found[2])
        year = next((year for words, year in events.anniversaries().items() if words in found[0]), None)
        if _OTHER_YEAR.search(text, start_of(text, found.start(), SENTENCE), found.start()):
            continue  # 刚刚过去的2019年，我们迎来了新中国成立70周年
        if year is not None and number is not None and number != meeting.first.year - year:
            message = translated(
                "{words}: in {meeting} it is {number}周年, since {year}",
                words=found[0],
                meeting=meeting.first.year,
                number=meeting.first.year - year,
                year=year,
            )
            yield Finding(found.start(), found.end(), message, translated("correct the number or the year"))
