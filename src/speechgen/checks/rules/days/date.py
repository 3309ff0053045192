"""Dates that cannot be, or do not go with the day of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.facts import Facts
from speechgen.checks.rule import CHINESE_AND_ENGLISH, Draft, Finding, Passage, rule
from speechgen.checks.rules.days.anniversaries import anniversaries
from speechgen.checks.rules.days.campaigns import campaigns
from speechgen.checks.rules.days.current_congresses import congresses
from speechgen.checks.rules.days.english import english_dates, english_day
from speechgen.checks.rules.days.impossible import impossible
from speechgen.checks.rules.days.meetings import date_line, files_days, meetings
from speechgen.checks.rules.days.nearby import nearby
from speechgen.checks.rules.days.orders import orders
from speechgen.checks.rules.days.recent import recent
from speechgen.checks.rules.days.tenses import tenses
from speechgen.checks.rules.days.weekdays import weekdays
from speechgen.checks.rules.days.words import DayWords, Span, day_words, span
from speechgen.checks.rules.figures.quantities import LONGEST, half_width

_FIRST_YEAR, _LAST_YEAR = 1949, 2100


@rule("date", languages=CHINESE_AND_ENGLISH)
def date(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A date that no calendar has, or that does not go with the day of the meeting.

    The day of the meeting is the file's `dates.meeting`, or else the date below the title. What comes after it cannot
    be told as past, 去年 is the year before it, and 十九大 was not yet in 2014. Weekdays are those of the calendar, and
    a span ends after it starts. Where a speech has no day, only what can never be is found. What lies before the
    meeting and is told as to come is a warning: it may be told of an earlier time.

    Facts:
        dates: {meeting: 2014-10-24}
    Finds:
        整改方案在2月30日前报送。
        督导组将于10月27日（星期二）再来。
        今年11月5日，召开了总结大会。
        去年（2012年）开展的活动，大家记忆犹新。
        从5月10日到3月11日，开展了学习。
        党的十九大以来，变化很大。
    Leaves alone:
        督导组将于10月27日（星期一）再来。
        请在11月10日前报送整改方案。
        从2013年11月到今年2月，开展了学习。
        党的十八届三中全会召开已近一年。
        2月29日出生的人，四年过一次生日。
    """
    text = half_width(draft.text[:LONGEST])
    lines = [passage for passage in draft.passages if passage.kind == "date"]
    if draft.language == "en":
        yield from _english(text, lines, facts)
        return
    dates = day_words(text)
    said = next((words for line in lines for words in dates if line.start <= words.start < line.end), None)
    yield from impossible(text, dates)
    yield from orders(text, dates)
    if said is not None and facts.meeting is not None:
        yield from date_line(said, text, facts.meeting)
    meeting = _span(facts) or (_day_of(said) if said is not None else None)
    if meeting is not None and not _FIRST_YEAR <= meeting.first.year <= _LAST_YEAR:
        meeting = None  # a slip of the pen, and no day to judge others by
    yield from weekdays(text, dates, meeting)
    if meeting is not None:
        body = draft.body[0].start if draft.body else len(text)
        yield from tenses(text, dates, meeting, body)
        yield from recent(text, [words for words in dates if words.start >= body], meeting)
        yield from meetings(text, dates, meeting)
        if not any(run.source.path for run in draft.speech.runs()):  # a rendered speech has its days from the file
            yield from files_days(text, dates, meeting, facts.days)
        yield from congresses(text, meeting)
        yield from campaigns(text, meeting)
        yield from anniversaries(text, meeting)
        yield from nearby(text, meeting, body)


def _english(text: str, lines: Sequence[Passage], facts: Facts) -> Iterator[Finding]:
    given, said = _span(facts), english_day(lines[0].text) if lines else None
    if given is not None and said is not None and given != said and facts.meeting is not None:
        words = DayWords(lines[0].start, lines[0].end, said.first.year, said.first.month, said.first.day)
        yield from date_line(words, text, facts.meeting)
    yield from english_dates(text, given or said)


def _span(facts: Facts) -> Span | None:
    day = facts.meeting
    return span(day.year, day.month, day.day) if day else None


def _day_of(said: DayWords) -> Span | None:
    """The day of the date line, where it has a year and a month."""
    return span(said.year, said.month, said.day) if said.year and said.month else None
