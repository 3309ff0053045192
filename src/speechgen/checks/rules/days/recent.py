"""Words for the recent past next to a date that is long past: 近日, 前不久, 刚刚."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, resolve
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import pairs
from speechgen.messages import translated
from speechgen.model import Severity

# The maximum number of days ago for each word.
_MAX_DAYS = "days/recent_words"
_WORDS = "‹days/recent_words›"
_EVENT = "‹days/words recent_events›"
_BEFORE = lazily(
    rf"(?P<word>{_WORDS})(?:胜利|圆满)?(?:(?:{_EVENT})的)?(?:的)?[，,（(、]?(?:也就是|就是|即)?(?:[^，,。；;、（(]{{0,10}}?[于在])?$"
)
_AFTER = lazily(rf"[，,（(]?(?:也就是|就是|即)?(?P<word>{_WORDS})(?=[）)，,]|(?:胜利|圆满)?(?:{_EVENT}))")
_LONGEST_LEAD = 24
_YEAR = 365


def recent(text: str, dates: Sequence[WrittenDate], meeting: DateRange) -> Iterator[Finding]:
    """Check every date next to such a word."""
    if not any(word in text for word in pairs(_MAX_DAYS)):
        return
    for written in dates:
        found = _BEFORE.search(text[max(0, written.start - _LONGEST_LEAD) : written.start]) or _AFTER.match(
            text, written.end
        )
        if found is None or (days := resolve(written, meeting)) is None:
            continue
        ago = (meeting.first - days.last).days  # negative for a date after the meeting, which `tenses` checks
        if ago > int(pairs(_MAX_DAYS)[found["word"]]):
            said = text[written.start : written.end]
            message = translated(
                "{said} is {ago} days before the meeting on {meeting}, which is not {word}",
                said=said,
                ago=ago,
                meeting=meeting.first,
                word=found["word"],
            )
            severity: Severity = "error" if ago > _YEAR else "warning"
            yield Finding(
                written.start, written.end, message, translated("correct the date or the word"), severity=severity
            )
