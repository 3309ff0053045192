"""Campaigns and five-year plans that do not fit the day of the meeting, and times that do not exist: `date`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.dates import meeting_day
from benchmarks.injections.injected import Injected, Kinds, added

# The first and the last year of each, from its official documents.
_CAMPAIGNS = {
    "“三严三实”专题教育": (2015, 2015),
    "“两学一做”学习教育": (2016, 2016),
    "“不忘初心、牢记使命”主题教育": (2019, 2020),
    "党史学习教育": (2021, 2021),
    "党纪学习教育": (2024, 2024),
}
# It did not end with its first year: since 2017 it is to be carried on.
_NOT_OVER = "“两学一做”学习教育"
_PLANS = {"“十二五”": (2011, 2015), "“十三五”": (2016, 2020), "“十四五”": (2021, 2025)}


def _campaign_to_come(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A campaign that begins after the meeting is over and done with."""
    yield from _of_years(clean, rng, _CAMPAIGNS, ["在{}中查出的问题都已经改完。", "{}已经圆满结束。"], is_later=True)


def _campaign_over(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A campaign that ended years ago is going on."""
    ended = {name: years for name, years in _CAMPAIGNS.items() if name != _NOT_OVER}
    yield from _of_years(clean, rng, ended, ["当前，{}正在深入开展。", "目前正在开展的{}要抓紧抓好。"], is_later=False)


def _plan_to_come(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A plan for later years has been carried out."""
    yield from _of_years(clean, rng, _PLANS, ["{}规划的任务已经全部完成。", "{}规划已经圆满收官。"], is_later=True)


def _plan_year(clean: Clean, rng: Random) -> Iterator[Injected]:
    """This year as the first or the last of a five-year plan, which it is not."""
    if not clean.is_chinese:
        return
    year, sentences = meeting_day(clean).year, []
    for plan, (first, last) in _PLANS.items():
        if year != first:
            sentences += [f"今年是{plan}规划的开局之年。", f"今年是{plan}开局之年，要开好头、起好步。"]
            sentences += [f"{year}年是实施{plan}规划的第一年。"]
        if year != last:
            sentences += [f"今年是{plan}规划的收官之年。", f"今年是{plan}收官之年，时间不等人。"]
            sentences += [f"{year}年是{plan}规划的最后一年。"]
    yield from added(clean, rng, sentences)


def _of_years(
    clean: Clean, rng: Random, names: dict[str, tuple[int, int]], frames: list[str], *, is_later: bool
) -> Iterator[Injected]:
    meeting = clean.facts.meeting
    if clean.is_chinese and meeting is not None:
        year = meeting.year
        wrong = [name for name, (first, last) in names.items() if (first > year if is_later else last < year - 1)]
        yield from added(clean, rng, [frame.format(name) for frame in frames for name in wrong])


def _no_such_time(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A time of day that no clock shows."""
    if clean.is_chinese:
        yield from added(clean, rng, ["今天上午9:75开始的。", "会议从25:30开到现在。", "明天下午3点70分再碰一次头。"])


CAMPAIGNS: Kinds = {
    "campaign-to-come": _campaign_to_come,
    "campaign-over": _campaign_over,
    "plan-to-come": _plan_to_come,
    "plan-year": _plan_year,
    "no-such-time": _no_such_time,
}
