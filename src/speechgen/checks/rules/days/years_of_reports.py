"""Years after the meeting in the words of a report about the past: 2026年工作回顾, 2018年至2026年，共办结……."""

from __future__ import annotations

from speechgen.checks.rules.days.clauses import SENTENCE, end_of, start_of
from speechgen.checks.rules.days.tense_words import FUTURE
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate
from speechgen.checks.rules.patterns import lazily

_REVIEW = lazily(r"度?[^，。；：\n]{0,6}?(?:工作)?(?:回顾|总结)(?!大?会|表彰)")
_RANGE_START = lazily(r"([12][0-9]{3})年?(?:至|到|—{1,2}|－|-|~|～|–)$")
_COUNTED = lazily(
    r"[^。；\n]{0,8}?(?:共|累计|先后)[^，。；\n]{0,16}[0-9][^。；\n]*?(?:同比|比[前上去]|较[前上去]|分别[上下]|已)"
)
_LED = lazily(r"度?[，,][^，。；：\n]{0,16}在[^。；\n]{1,60}?(?:领导|指导|支持|监督|关心|帮助)下")
_MUST = lazily("(?<![重主需首])要|将|须|应|力争|努力|推动|着力|奋力|确保|争取|基本实现|目标")
_LAST_MONTH = 6  # up to which a report about the past year is given, and none about plans for the next one
_READ = 160  # characters of the sentence in which the future may be marked


def is_year_of_report(written: WrittenDate, text: str, meeting: DateRange) -> bool:
    """Whether a report puts the year, which is after the meeting, in the past."""
    year = written.year or 0
    start, end = start_of(text, written.start, SENTENCE), end_of(text, written.end, SENTENCE)
    if _REVIEW.match(text, written.end):
        return not FUTURE.search(text, start, end)
    before = _RANGE_START.search(text, start, written.start)
    if before is not None:
        is_begun = int(before[1]) <= meeting.first.year
        return is_begun and bool(_COUNTED.match(text, written.end)) and not FUTURE.search(text, start, end)
    is_far = year > meeting.first.year + (meeting.first.month > _LAST_MONTH)
    if written.start - start > 1 or not is_far:
        return False
    led = _LED.match(text, written.end, end)
    last = min(end, written.end + _READ)
    return led is not None and not FUTURE.search(text, start, last) and not _MUST.search(text, led.end(), last)
