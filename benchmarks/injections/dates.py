"""Days, years and congresses that do not exist or do not fit the day of the meeting: `date`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, added, matches, put

# When the congresses and plenary sessions of the Central Committee began and ended (Xinhua's communiqués).
CONGRESSES = {
    "十八大": ("2012-11-08", "2012-11-14"),
    "十八届三中全会": ("2013-11-09", "2013-11-12"),
    "十八届四中全会": ("2014-10-20", "2014-10-23"),
    "十八届五中全会": ("2015-10-26", "2015-10-29"),
    "十八届六中全会": ("2016-10-24", "2016-10-27"),
    "十九大": ("2017-10-18", "2017-10-24"),
    "十九届三中全会": ("2018-02-26", "2018-02-28"),
    "十九届四中全会": ("2019-10-28", "2019-10-31"),
    "十九届五中全会": ("2020-10-26", "2020-10-29"),
    "十九届六中全会": ("2021-11-08", "2021-11-11"),
    "二十大": ("2022-10-16", "2022-10-22"),
    "二十届二中全会": ("2023-02-26", "2023-02-28"),
    "二十届三中全会": ("2024-07-15", "2024-07-18"),
    "二十届四中全会": ("2025-10-20", "2025-10-23"),
}
WEEKDAYS = "一二三四五六日"
ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ENGLISH_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
ENGLISH_MONTHS += ["November", "December"]
_IMPOSSIBLE = [
    "2月30日",
    "4月31日",
    "6月31日",
    "9月31日",
    "11月31日",
    "13月5日",
    "10月32日",
    "2月31日",
    "0月10日",
    "8月0日",
]


def _impossible(clean: Clean, rng: Random) -> Iterator[Injected]:
    """31 days in a month of 30."""
    for match in matches(clean, rng, r"(?<!\d)\d{1,2}月\d{1,2}日"):
        yield put(clean, *match.span(), rng.choice(_IMPOSSIBLE))
    for match in matches(clean, rng, r"(\d{1,2}) (?:October|November|December|May|June|July)"):
        yield put(clean, *match.span(), rng.choice(["31 November", "31 June", "30 February", "32 May", "31 April"]))


def _leap_day(clean: Clean, rng: Random) -> Iterator[Injected]:
    """29 February in a year that is not a leap year."""
    if clean.is_chinese:
        sentences = [
            f"{year}年2月29日，县里专门开了会。" for year in (2013, 2014, 2015, 2017, 2018, 2019, 2021, 2022, 2023)
        ]
        yield from added(clean, rng, [each for each in sentences if int(each[:4]) <= meeting_day(clean).year])


def _weekday(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The date was changed but not the weekday, or last year's weekday was left."""
    for match in matches(clean, rng, r"(?<=日)([（，,是为]{0,2})(星期|周|礼拜)([一二三四五六日天])"):
        wrong = rng.choice([day for day in WEEKDAYS if day not in (match[3], "日" if match[3] == "天" else "")])
        yield put(clean, match.start(3), match.end(3), wrong)
    for match in matches(clean, rng, rf"({'|'.join(ENGLISH_DAYS)})(?=,? \d{{1,2}} [A-Z])"):
        yield put(clean, *match.span(), rng.choice([day for day in ENGLISH_DAYS if day != match[0]]))


def _weekday_added(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A date with a wrong weekday, in various forms."""
    if clean.is_chinese:
        sentences = []
        for _ in range(6):
            day = meeting_day(clean) - datetime.timedelta(days=rng.randrange(1, 12))
            wrong = WEEKDAYS[(day.weekday() + rng.randrange(1, 6)) % 7]
            date = f"{day.month}月{day.day}日"
            sentences += [
                f"{date}（星期{wrong}），我们又去看了一次。",
                f"{date}是星期{wrong}，我们又去看了一次。",
                f"{day.year}年{date}，星期{wrong}，我们又去看了一次。",
                f"{date}（周{wrong}）下午，我们又去看了一次。",
                f"{day.year}年{date}（星期{wrong.replace('日', '天')}），我们又去看了一次。",
            ]
        yield from added(clean, rng, sentences)
    else:
        day = meeting_day(clean) - datetime.timedelta(days=2)
        wrong = ENGLISH_DAYS[(day.weekday() + 3) % 7]
        yield from added(clean, rng, [f"We talked about it on {wrong}, {day.day} {ENGLISH_MONTHS[day.month - 1]}."] * 2)


def _relative_day(clean: Clean, rng: Random) -> Iterator[Injected]:
    """今天, 昨天 or 下周一 with a wrong date."""
    if clean.is_chinese:
        meeting = meeting_day(clean)
        sentences = []
        for word, away in (("今天", 0), ("昨天", -1), ("明天", 1), ("前天", -2), ("后天", 2)):
            for wrong in (-3, 4, 9, 30):
                day = meeting + datetime.timedelta(days=away + wrong)
                sentences.append(f"{word}（{day.month}月{day.day}日）的安排，请大家记一下。")
                if word == "今天":
                    sentences.append(f"今天是{day.month}月{day.day}日，请大家记住这个日子。")
        yield from added(clean, rng, sentences)


def _past_tense(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A date after the meeting in the past tense: the speech was written for a later day."""
    if clean.is_chinese:
        sentences = []
        for days in (3, 9, 20, 41, 75):
            day = meeting_day(clean) + datetime.timedelta(days=days)
            date = f"{day.month}月{day.day}日"
            if day.year != meeting_day(clean).year:
                date = f"{day.year}年{date}"
            sentences += [
                f"{date}，我们召开了总结会议。",
                f"这项工作已于{date}全部完成。",
                f"在{date}的会上，大家作了充分讨论，形成了一致意见。",
                f"整改方案已经在{date}报来，我们看过了。",
                f"刚刚过去的{date}，大家都很忙。",
                f"自{date}以来，大家为这件事出了不少力。",
            ]
        yield from added(clean, rng, sentences)


def _year(clean: Clean, rng: Random) -> Iterator[Injected]:
    """今年 and 去年 with a wrong year: last year's speech was reused."""
    if clean.is_chinese:
        year = meeting_day(clean).year
        sentences = [
            f"今年是{year - 1}年，任务很重。",
            f"今年（{year - 1}年）以来，变化不小。",
            f"去年（{year}年）的账，要算清楚。",
            f"去年（{year - 2}年）的账，要算清楚。",
            f"今年{year - 1}年的工作，大家有目共睹。",
            f"明年（{year}年）的打算，要早一点拿出来。",
            f"明年是{year + 2}年，要早作打算。",
            f"今年是{year + 1}年，是关键的一年。",
            f"前年（{year - 1}年）开的头，要接着做下去。",
            f"去年是{year - 2}年，那时条件还差。",
        ]
        yield from added(clean, rng, sentences)


def _recently(clean: Clean, rng: Random) -> Iterator[Injected]:
    """近日 with a date half a year ago."""
    if clean.is_chinese:
        meeting, sentences = meeting_day(clean), []
        for days in (120, 170, 230, 300):
            day = meeting - datetime.timedelta(days=days)
            date = f"{day.year}年{day.month}月{day.day}日"
            sentences += [f"{word}，也就是{date}，市里专门发了通知。" for word in ("近日", "日前", "最近", "前几天")]
            sentences += [f"近日（{date}），市里专门发了通知。", f"日前（{date}），市里专门发了通知。"]
        yield from added(clean, rng, sentences)


def _end_before_start(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The two dates of a range were swapped, or only one was updated."""
    date = r"((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)"
    for match in matches(clean, rng, date + r"(到|至|起，到)" + date):
        has_year = match[1].startswith("20"), match[3].startswith("20")
        if match[1] == match[3] or has_year[0] != has_year[1] or not (has_year[0] or "日" in match[1] + match[3]):
            continue  # 8月到1月 may mean the next January
        yield put(clean, *match.span(), match[3] + match[2] + match[1])
    if clean.is_chinese:
        year = meeting_day(clean).year - 1
        sentences = [
            f"这项工作从{year}年9月20日开始，到{year}年8月15日结束。",
            f"从{year}年10月到{year}年3月，前后走了三个阶段。",
            f"{year}年11月5日至{year}年10月28日，我们集中看了一遍材料。",
            f"{year}年6月20日至6月12日，我们集中看了一遍材料。",
            f"{year}年9月12日—9月3日，我们集中看了一遍材料。",
            f"自{year}年5月18日起，至{year}年5月8日止，共有三批。",
            f"{year}—{year - 3}年，账目一直没有理清。",
            f"{year}年至{year - 2}年，投入一年比一年多。",
        ]
        yield from added(clean, rng, sentences)


def _not_yet(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A congress after the meeting: the text is from a later year."""
    if clean.is_chinese:
        frames = [
            "要深入学习贯彻党的{}精神。",
            "党的{}以来，变化有目共睹。",
            "党的{}对这项工作作出了部署，大家要学深悟透。",
            "党的{}报告讲得很清楚。",
            "党的{}胜利召开，给了我们很大的鼓舞。",
            "要把思想和行动统一到党的{}精神上来。",
            "按照{}的要求，还要再加一把劲。",
        ]
        later = [name for name, (_, end) in CONGRESSES.items() if datetime.date.fromisoformat(end) > meeting_day(clean)]
        later = [name for name in later if name not in clean.text]
        sentences = [f.format(name) for f in frames for name in later if not ("报告" in f and "届" in name)]
        yield from added(clean, rng, sentences)


def _no_longer(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A congress of years ago as just held or upcoming: the text is from an earlier year."""
    if clean.is_chinese:
        frames = [
            "不久前召开的党的{}，对这项工作提出了要求。",
            "刚刚闭幕的党的{}，给了我们很大的鼓舞。",
            "要以优异成绩迎接党的{}胜利召开。",
        ]
        frames += ["党的{}即将召开，大家要以实际行动迎接。", "前不久，党的{}胜利闭幕。"]
        long_ago = meeting_day(clean) - datetime.timedelta(days=400)
        earlier = [name for name, (_, end) in CONGRESSES.items() if datetime.date.fromisoformat(end) < long_ago]
        yield from added(clean, rng, [frame.format(name) for frame in frames for name in earlier])


def meeting_day(clean: Clean) -> datetime.date:
    """The day of the meeting."""
    meeting = clean.facts.meeting
    if meeting is None or meeting.day is None:
        raise ValueError(f"{clean.name} has no day of its meeting")
    return datetime.date(meeting.year, meeting.month, meeting.day)


DATE: Kinds = {
    "impossible": _impossible,
    "leap-day": _leap_day,
    "weekday": _weekday,
    "weekday-added": _weekday_added,
    "relative-day": _relative_day,
    "past-tense": _past_tense,
    "year": _year,
    "recently": _recently,
    "end-before-start": _end_before_start,
    "not-yet": _not_yet,
    "no-longer": _no_longer,
}
