"""Congresses and sessions of earlier years as the task of the day: `date`."""

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


STALE: Kinds = {"older-congress": _older_congress, "older-session": _older_session}
