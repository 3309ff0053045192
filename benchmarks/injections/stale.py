"""Words of an earlier year: congresses, sessions and plans that later ones have replaced: `date`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.dates import CONGRESSES, meeting_day
from benchmarks.injections.injected import Injected, Kinds, added

_PLANS = {"“十二五”": (2011, 2015), "“十三五”": (2016, 2020), "“十四五”": (2021, 2025)}


def _older_congress(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The task of the day is the congress before the last: the paragraph is five years old."""
    frames = [
        "当前和今后一个时期，要把学习宣传贯彻党的{}精神作为首要政治任务。",
        "学习宣传贯彻党的{}精神，是当前的首要政治任务。",
        "目前，全党正在深入学习贯彻党的{}精神。",
        "当前，各级都在掀起学习贯彻党的{}精神的热潮。",
        "要迅速兴起学习宣传贯彻党的{}精神的热潮。",
        "今年是全面贯彻落实党的{}精神的开局之年。",
        "今年是学习贯彻{}精神的第一年，起好步很要紧。",
    ]
    if clean.is_chinese:
        held = [name for name in _held(clean, 400) if "届" not in name]
        yield from added(clean, rng, [frame.format(name) for frame in frames for name in held[:-1]])


def _older_session(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The task of the day is a session that others have followed."""
    frames = [
        "当前，要把学习宣传贯彻党的{}精神作为首要政治任务。",
        "学习贯彻党的{}精神，是当前和今后一个时期的重大政治任务。",
        "目前，全党正在深入学习贯彻党的{}精神。",
        "要迅速掀起学习贯彻{}精神的热潮。",
    ]
    if clean.is_chinese:
        held = [name for name in _held(clean, 400) if "届" in name]
        yield from added(clean, rng, [frame.format(name) for frame in frames for name in held[:-1]])


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


def _held(clean: Clean, days: int) -> list[str]:
    """The congresses and sessions that ended so many days before the meeting, the oldest first."""
    last = meeting_day(clean) - datetime.timedelta(days=days)
    return [name for name, (_, end) in CONGRESSES.items() if datetime.date.fromisoformat(end) < last]


STALE: Kinds = {"older-congress": _older_congress, "older-session": _older_session, "plan-year": _plan_year}
