"""近日, 前不久 and 刚刚 of a day that is long past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.words import DayWords, Span, resolve
from speechgen.checks.rules.patterns import lazily
from speechgen.model import Severity

# How many days ago it may be, by the word.
_MOST_DAYS = {
    "前几天": 20, "前些天": 40, "连日来": 40, "近日": 60, "日前": 60, "刚刚": 90, "新近": 90, "近期": 120, "最近": 120,
    "前一阵": 120, "前不久": 150, "不久前": 150, "前段时间": 150,
}  # fmt: skip
_WORDS = "|".join(_MOST_DAYS)
_EVENT = "召开|举行|印发|下发|发布|公布|闭幕|结束|出台|通过|开展|启动|完成|通报|过去"
_BEFORE = lazily(
    rf"(?P<word>{_WORDS})(?:胜利|圆满)?(?:(?:{_EVENT})的)?(?:的)?[，,（(、]?(?:也就是|就是|即)?(?:[^，,。；;、（(]{{0,10}}?[于在])?$"
)
_AFTER = lazily(rf"[，,（(]?(?:也就是|就是|即)?(?P<word>{_WORDS})(?=[）)，,]|(?:胜利|圆满)?(?:{_EVENT}))")
_LONGEST_LEAD = 24
_YEAR = 365


def recent(text: str, dates: Sequence[DayWords], meeting: Span) -> Iterator[Finding]:
    """Every date beside a word that says that it is lately past, against how long ago it is."""
    if not any(word in text for word in _MOST_DAYS):
        return
    for words in dates:
        found = _BEFORE.search(text[max(0, words.start - _LONGEST_LEAD) : words.start]) or _AFTER.match(text, words.end)
        if found is None or (days := resolve(words, meeting)) is None:
            continue
        ago = (meeting.first - days.last).days  # negative for what is after the meeting: see day_tenses
        if ago > _MOST_DAYS[found["word"]]:
            said = text[words.start : words.end]
            message = f"{said} is {ago} days before the meeting on {meeting.first}: that is not {found['word']}"
            severity: Severity = "error" if ago > _YEAR else "warning"
            yield Finding(words.start, words.end, message, "correct the date, or the word", severity=severity)
