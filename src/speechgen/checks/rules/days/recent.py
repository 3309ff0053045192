"""Words for the recent past next to a date that is long past: 近日, 前不久, 刚刚."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, resolve
from speechgen.model import Severity, lazily

# The maximum number of days ago for each word.
_MAX_DAYS = {
    "前几天": 20, "前些天": 40, "连日来": 40, "近日": 60, "日前": 60, "刚刚": 90, "新近": 90, "近期": 120, "最近": 120,
    "前一阵": 120, "前不久": 150, "不久前": 150, "前段时间": 150,
}  # fmt: skip
_WORDS = "|".join(_MAX_DAYS)
_EVENT = "召开|举行|印发|下发|发布|公布|闭幕|结束|出台|通过|开展|启动|完成|通报|过去"
_BEFORE = lazily(
    rf"(?P<word>{_WORDS})(?:胜利|圆满)?(?:(?:{_EVENT})的)?(?:的)?[，,（(、]?(?:也就是|就是|即)?(?:[^，,。；;、（(]{{0,10}}?[于在])?$"
)
_AFTER = lazily(rf"[，,（(]?(?:也就是|就是|即)?(?P<word>{_WORDS})(?=[）)，,]|(?:胜利|圆满)?(?:{_EVENT}))")
_LONGEST_LEAD = 24
_YEAR = 365


def recent(text: str, dates: Sequence[WrittenDate], meeting: DateRange) -> Iterator[Finding]:
    """Check every date next to such a word."""
    if not any(word in text for word in _MAX_DAYS):
        return
    for written in dates:
        found = _BEFORE.search(text[max(0, written.start - _LONGEST_LEAD) : written.start]) or _AFTER.match(
            text, written.end
        )
        if found is None or (days := resolve(written, meeting)) is None:
            continue
        ago = (meeting.first - days.last).days  # negative for a date after the meeting, which `tenses` checks
        if ago > _MAX_DAYS[found["word"]]:
            said = text[written.start : written.end]
            message = f"{said} is {ago} days before the meeting on {meeting.first}, which is not {found['word']}"
            severity: Severity = "error" if ago > _YEAR else "warning"
            yield Finding(written.start, written.end, message, "correct the date or the word", severity=severity)
