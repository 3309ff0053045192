"""Words for days, weeks and months next to a date that they cannot mean: `date`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.dates import ENGLISH_DAYS, ENGLISH_MONTHS, WEEKDAYS, meeting_day
from benchmarks.injections.injected import Injected, Kinds, added
from speechgen.checks.facts import Facts

_AWAY = {"大前天": -3, "前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2, "大后天": 3}
_ENGLISH_AWAY = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _day_of_week(clean: Clean, rng: Random) -> Iterator[Injected]:
    """明天 on a weekday that it is not: the meeting was moved."""
    if clean.is_chinese:
        sentences = []
        for word, away in _AWAY.items():
            day = meeting_day(clean) + datetime.timedelta(days=away)
            wrong = WEEKDAYS[(day.weekday() + rng.randrange(1, 7)) % 7]
            sentences += [
                f"{word}是星期{wrong}，请大家把时间留出来。",
                f"{word}（星期{wrong}）还有一场座谈会。",
                f"{word}，星期{wrong}，还有一场座谈会。",
                f"{word}是周{wrong}，大家都辛苦了。",
            ]
        yield from added(clean, rng, sentences)


def _week(clean: Clean, rng: Random) -> Iterator[Injected]:
    """下周三 with the date of another Wednesday, or of another day."""
    if clean.is_chinese:
        sentences = []
        monday = meeting_day(clean) - datetime.timedelta(days=meeting_day(clean).weekday())
        for word, weeks in (("上周", -1), ("本周", 0), ("下周", 1)):
            for weekday in range(5):
                day = monday + datetime.timedelta(days=7 * weeks + weekday + rng.choice([-7, 7, -2, 3, 14]))
                date = f"{day.month}月{day.day}日"
                sentences.append(f"{word}{WEEKDAYS[weekday]}（{date}）的安排照旧。")
                sentences.append(f"{word}{WEEKDAYS[weekday]}，也就是{date}，安排照旧。")
        yield from added(clean, rng, sentences)


def _month(clean: Clean, rng: Random) -> Iterator[Injected]:
    """下个月 with the month that it was when the text was written."""
    if clean.is_chinese:
        sentences = []
        for word, away in (("上个月", -1), ("上月", -1), ("这个月", 0), ("本月", 0), ("下个月", 1), ("下月", 1)):
            wrong = (meeting_day(clean).month - 1 + away + rng.choice([-3, -2, 2, 3])) % 12 + 1
            sentences += [f"{word}（{wrong}月）的安排照旧。", f"{word}，也就是{wrong}月，安排照旧。"]
        yield from added(clean, rng, sentences)


def _without_unit_file(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A wrong date in an edited speech that has its day only below the title."""
    if clean.is_chinese:
        sentences = []
        for word, away in _AWAY.items():
            day = meeting_day(clean) + datetime.timedelta(days=away + rng.choice([-5, -3, 3, 6]))
            sentences.append(f"{word}（{day.month}月{day.day}日）还有一场座谈会。")
            sentences.append(f"{word}，也就是{day.year}年{day.month}月{day.day}日，还有一场座谈会。")
        yield from added(clean, rng, sentences, facts=Facts())


def _tense(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A day to come in the past tense, or a past one in the future tense: the meeting was put off, or moved up."""
    if clean.is_chinese:
        later = ["{}已经召开了总结会。", "{}，大家圆满完成了测评。", "{}，我们已经把材料报了上去。"]
        earlier = ["{}将召开总结会。", "{}，我们将要组织测评。", "{}将于县里召开座谈会。"]
        sentences = [
            frame.format(word)
            for frames, words in (
                (later, ("明天", "后天", "下周", "下个月", "明年", "下周三")),
                (earlier, ("昨天", "前天", "上周", "上个月", "去年")),
            )
            for frame in frames
            for word in words
        ]
        yield from added(clean, rng, sentences)


def _english(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Tomorrow on a date or a weekday that it is not."""
    if not clean.is_chinese:
        sentences = []
        for word, away in _ENGLISH_AWAY.items():
            day = meeting_day(clean) + datetime.timedelta(days=away)
            wrong = day + datetime.timedelta(days=rng.choice([-4, -3, 2, 5]))
            date = f"{wrong.day} {ENGLISH_MONTHS[wrong.month - 1]}"
            weekday = ENGLISH_DAYS[wrong.weekday()]
            sentences += [
                f"We will say more {word}, {date}." if away > 0 else f"We said so {word}, {date}.",
                f"The last of our visits is {word} ({date}).",
                f"The last of our visits is {word}, {weekday} {date}.",
                f"{word.title()}, {weekday}, the panel meets once more.",
                f"{word.title()} is {weekday}, and the panel meets once more.",
                f"{word.title()} is {date}, and the panel meets once more.",
            ]
        yield from added(clean, rng, sentences)


RELATIVE_DAYS: Kinds = {
    "day-of-week": _day_of_week,
    "week": _week,
    "month": _month,
    "without-unit-file": _without_unit_file,
    "tense": _tense,
    "english-day": _english,
}
