"""The rule `date`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, Passage, rule
from speechgen.checks.rules.blanks import read_without_blanks
from speechgen.checks.rules.days.anniversaries import anniversaries
from speechgen.checks.rules.days.campaigns import campaigns
from speechgen.checks.rules.days.congresses import congresses
from speechgen.checks.rules.days.held_days import held_days
from speechgen.checks.rules.days.impossible_dates import impossible_dates
from speechgen.checks.rules.days.meeting_day import date_line, relative_to_meeting, unit_file_days
from speechgen.checks.rules.days.recent import recent
from speechgen.checks.rules.days.relative_days import relative_days
from speechgen.checks.rules.days.reversed_ranges import reversed_ranges
from speechgen.checks.rules.days.reversed_times import reversed_times
from speechgen.checks.rules.days.tenses import tenses
from speechgen.checks.rules.days.weekdays import weekdays
from speechgen.checks.rules.days.written_dates import DateRange, WrittenDate, date_range, find_dates
from speechgen.checks.rules.days.years_of_plans import years_of_plans
from speechgen.checks.rules.figures.quantities import LONGEST, half_width
from speechgen.language import CHINESE

_FIRST_YEAR, _LAST_YEAR = 1949, 2100


@rule("date", languages=EVERY_LANGUAGE)
def date(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A date that does not exist, or that does not fit the day of the meeting.

    The day of the meeting is `dates.meeting` in the unit file, otherwise the date below the title. A later date cannot
    be in the past tense; 去年 must be the year before, and tomorrow the day after; 十九大 cannot be mentioned in 2014,
    nor 十八大 be the task of the day in 2020. Weekdays are checked against the calendar. A range must end after it
    starts, also one of times, pages or articles. A five-year plan must have its own years. If the day of the meeting is
    not known, only impossible dates are reported, and congresses with a year or a day on which they were not held. An
    earlier date in the future tense is a warning, because the sentence may be about an earlier time.

    Congresses, sessions and campaigns are known until 2026-03-12, and nothing is said about later ones. `check:` in
    speechgen.yaml adds some: `campaigns: [{name: 作风建设提升行动, from: 2026-03}]`, and `sessions:`, with `until`.

    Facts:
        dates: {meeting: 2014-10-24}
    Finds:
        整改方案在2月30日前报送。
        督导组将于10月27日（星期二）再来。
        今年11月5日，召开了总结大会。
        去年（2012年）开展的活动，大家记忆犹新。
        从5月10日到3月11日，开展了学习。
        党的十九大以来，变化很大。
        当前的首要政治任务是学习宣传贯彻党的十七大精神。
        今年是“十二五”规划的收官之年。
        党的十八大于2012年10月8日在北京召开。
        2014年是“十二五”规划的开局之年，也是全面完成“十三五”规划的一年。
        2010年至2015年，共办结事项420件，比前五年上升12%。
        会议在下午3时至2时举行，见手册第20页至第12页。
    Leaves alone:
        督导组将于10月27日（星期一）再来。
        请在11月10日前报送整改方案。
        从2013年11月到今年2月，开展了学习。
        党的十八届三中全会召开已近一年。
        2月29日出生的人，四年过一次生日。
    """
    if draft.language == CHINESE:
        yield from read_without_blanks(_in_chinese, draft, facts)
        return
    text = half_width(draft.text[:LONGEST])
    lines = [passage for passage in draft.passages if passage.kind == "date"]
    yield from _with_month_names(text, draft.language, lines, facts)


def _in_chinese(draft: Draft, facts: Facts) -> Iterator[Finding]:
    text = half_width(draft.text[:LONGEST])
    lines = [passage for passage in draft.passages if passage.kind == "date"]
    dates = find_dates(text)
    said = next((written for line in lines for written in dates if line.start <= written.start < line.end), None)
    yield from impossible_dates(text, dates)
    yield from reversed_ranges(text, dates)
    yield from reversed_times(text)
    if said is not None and facts.meeting is not None:
        yield from date_line(said, text, facts.meeting)
    meeting = _date_range(facts) or (_day_of(said) if said is not None else None)
    if meeting is not None and not _FIRST_YEAR <= meeting.first.year <= _LAST_YEAR:
        meeting = None  # a typing error, so no other date can be checked against it
    yield from weekdays(text, dates, meeting)
    yield from held_days(text, dates, meeting, facts.sessions)
    if meeting is not None:
        body = draft.body[0].start if draft.body else len(text)
        yield from tenses(text, dates, meeting, body)
        yield from recent(text, [written for written in dates if written.start >= body], meeting)
        yield from relative_to_meeting(text, dates, meeting)
        if not any(run.source.path for run in draft.speech.runs()):  # a rendered speech has its days from the unit file
            yield from unit_file_days(text, dates, meeting, facts.days)
        yield from congresses(text, meeting, facts.sessions)
        yield from campaigns(text, meeting, facts.campaigns)
        yield from years_of_plans(text, meeting)
        yield from anniversaries(text, meeting)
        yield from relative_days(text, meeting, body)


def _with_month_names(text: str, code: str, lines: Sequence[Passage], facts: Facts) -> Iterator[Finding]:
    from speechgen.checks.rules.days.month_names import named_dates, named_day
    from speechgen.checks.rules.days.relative_day_names import relative_day_names

    given, said = _date_range(facts), named_day(lines[0].text, code) if lines else None
    if given is not None and said is not None and given != said and facts.meeting is not None:
        written = WrittenDate(lines[0].start, lines[0].end, said.first.year, said.first.month, said.first.day)
        yield from date_line(written, text, facts.meeting)
    yield from named_dates(text, code, given or said)
    yield from relative_day_names(text, code, given or said)


def _date_range(facts: Facts) -> DateRange | None:
    day = facts.meeting
    return date_range(day.year, day.month, day.day) if day else None


def _day_of(said: WrittenDate) -> DateRange | None:
    """The day of the date line, if it has a year and a month."""
    return date_range(said.year, said.month, said.day) if said.year and said.month else None
