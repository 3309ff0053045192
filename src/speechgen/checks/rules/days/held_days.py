"""The stated days of congresses and sessions: 2022年11月召开的党的二十大, 党的二十大于2022年10月15日召开."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.facts import Event
from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.congress_mentions import Mention, mentions
from speechgen.checks.rules.days.events import sessions
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, date_range
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_HELD_BEFORE = lazily(r"(?:在北京)?(?:胜利|隆重|圆满)?(?:召开|闭幕|举行|开幕)的(?:党的|中国共产党)?第?")
_LINK = lazily(r"(?:已|已经|是)?[于在]")
_COMMA = lazily(r"[，,](?:在北京)?(?:党的|中国共产党)?第?")
# As a rule there is none.
_MAY_BE = PatternWithinSentence(
    lazily(r"[大会议](?:已|已经|是)?[于在]\d{4}年|\d日，(?:党的|中国共产党|二?十)|[召闭举开][开幕行]的")
)
_HELD_AFTER = lazily(r"[^，。；\n]{0,12}?(?:召开|闭幕|举行|开幕)")


def held_days(
    text: str, dates: Sequence[WrittenDate], meeting: DateRange | None, own: tuple[Event, ...] = ()
) -> Iterator[Finding]:
    """Yield each congress or session with a day, month or year in which it was not held.

    Only dates with a year are compared, so the day of the meeting need not be known. If it is, `congresses` compares
    the dates before a name.
    """
    dated = [written for written in dates if written.year is not None] if _MAY_BE.spots(text) else []
    known = sessions(own)
    day = meeting or DateRange(known.complete_until, known.complete_until)
    for mention in mentions(text, day, known) if dated else ():
        for written in dated:
            stated = date_range(written.year or 0, written.month, written.day)
            if mention.first is None or mention.last is None or stated is None:
                continue
            is_before = meeting is None and _HELD_BEFORE.fullmatch(text, written.end, mention.start)
            is_after = _LINK.fullmatch(text, mention.end, written.start) and _HELD_AFTER.match(text, written.end)
            is_first = _COMMA.fullmatch(text, written.end, mention.start) and _HELD_AFTER.match(text, mention.end)
            if (is_before or is_after or is_first) and (stated.last < mention.first or stated.first > mention.last):
                yield _finding(mention)


def _finding(mention: Mention) -> Finding:
    message = translated(
        "{name} was held from {first} to {last}", name=mention.name, first=mention.first, last=mention.last
    )
    return Finding(mention.start, mention.end, message, translated("correct its date or its name"))
