"""What is of another year than the meeting, and ranges of times that were swapped: `date`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.dates import CONGRESSES, meeting_day
from benchmarks.injections.injected import Injected, Kinds, added


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
    """The task of the day is a session after which there was another in the same term."""
    frames = [
        "当前，要把学习宣传贯彻党的{}精神作为首要政治任务。",
        "学习贯彻党的{}精神，是当前和今后一个时期的重大政治任务。",
        "目前，全党正在深入学习贯彻党的{}精神。",
        "要迅速掀起学习贯彻{}精神的热潮。",
    ]
    if clean.is_chinese:
        held = [name for name in _held(clean, 10) if "届" in name]
        older = [name for name in held[:-1] if name.split("届")[0] == held[-1].split("届")[0]]
        yield from added(clean, rng, [frame.format(name) for frame in frames for name in older])


def _held(clean: Clean, days: int) -> list[str]:
    """The congresses and sessions that ended so many days before the meeting, the oldest first."""
    last = meeting_day(clean) - datetime.timedelta(days=days)
    return [name for name, (_, end) in CONGRESSES.items() if datetime.date.fromisoformat(end) < last]


def _later_report(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The year of a report is after the meeting: typed wrong, or that of the next report."""
    if clean.is_chinese:
        year = meeting_day(clean).year
        yield from added(
            clean,
            rng,
            [
                f"{year - 4}年至{year + 1}年，共办结各类事项{rng.randrange(300, 900)}件，比前五年上升12.5%。",
                f"{year + 10}年，我们在上级的坚强领导下，认真履行职责，各项工作都有进展。",
                f"大家都看了{year + 2}年工作回顾。",
            ],
        )


def _other_year_of_plan(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A plan is said to be pursued in a year that is not one of its years."""
    if clean.is_chinese:
        year = meeting_day(clean).year
        plans = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021}
        others = [plan for plan, first in plans.items() if not first <= year < first + 5]
        frames = ["今年是深入实施“{}”规划的重要一年。", f"{year}年是全面完成“{{}}”规划目标的关键之年。"]
        yield from added(clean, rng, [frame.format(plan) for frame in frames for plan in others])


def _reversed_times(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The two times or pages of a range were swapped."""
    if clean.is_chinese:
        first = rng.randrange(2, 5)
        sentences = [
            f"座谈会在下午{first + 1}时至{first}时举行。",
            f"讨论的时间是{first + 12}:30至{first + 12}:00。",
            f"请看材料第{first + 20}页至第{first}页。",
            f"请对照第{first + 6}条至第{first}条，认真查摆。",
        ]
        yield from added(clean, rng, sentences)


STALE: Kinds = {
    "older-congress": _older_congress,
    "older-session": _older_session,
    "later-report": _later_report,
    "other-year-of-plan": _other_year_of_plan,
    "reversed-times": _reversed_times,
}
