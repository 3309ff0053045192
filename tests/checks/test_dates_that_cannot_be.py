"""date: what contradicts itself or the year in any speech: ranges, years of plans, years of reports."""

from __future__ import annotations

import pytest

from .rules import findings, found


def _reported(text: str, day: str = "2024-03-05") -> list[tuple[str, str]]:
    unit_file = f"dates: {{meeting: {day}}}"
    words = found("date", text, unit_file)
    return [
        (each, finding.severity or "error")
        for each, finding in zip(words, findings("date", text, unit_file), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("会议在下午3时至2时举行。", "下午3时至2时"),
        ("会议时间为15:30至14:00。", "15:30至14:00"),
        ("上午9:30—9:00，签到。", "上午9:30—9:00"),
        ("内容见第20页至第12页。", "第20页至第12页"),
        ("请看手册第二十条至第十二条。", "第二十条至第十二条"),
        ("请看汇编第30—12页。", "第30—12页"),
        ("2019年至2017年，连年增产。", "2019年至2017年"),
        ("2 月 14 日至 11 日，开展了集训。", "2 月 14 日至 11 日"),
    ],
)
def test_a_range_of_times_or_pages_that_ends_before_it_starts_is_an_error(text: str, words: str) -> None:
    assert _reported(text) == [(words, "error")]


@pytest.mark.parametrize(
    "text",
    [
        "会议在下午2时至3时举行，15:30至16:00讨论。",
        "值班时间是晚上10时至早上6时，22:00至6:00有人巡逻。",
        "营业时间为上午9点至5点。",
        "比分由3:20到2:18。",
        "内容见第12页至第20页，第二十条至第二十二条。",
        "名次由第5名到第3名。",
    ],
)
def test_times_and_pages_in_order_are_left_alone(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "day", "severity"),
    [
        ("2021年，是国家“十四五”规划的收官之年。", "2021-03-05", "error"),
        ("2023年是落实党代会精神的关键之年，也是“十四五”规划的收官之年。", "2023-02-05", "error"),
        ("今年是“十四五”规划的开局之年。", "2024-02-05", "error"),
        ("明年是“十四五”规划的开局之年。", "2024-12-05", "error"),
        ("2023年是“十三五”规划承上启下的关键一年。", "2023-02-05", "warning"),
        ("今年是“十四五”规划承上启下之年。", "2025-02-05", "warning"),
        ("2010年是全面实现“十二五”规划目标的重要一年。", "2010-02-05", "error"),
        ("今年是深入实施“十三五”规划的一年。", "2022-02-05", "error"),
    ],
)
def test_a_year_that_is_another_year_of_a_plan_is_reported(text: str, day: str, severity: str) -> None:
    assert [each for _, each in _reported(text, day)] == [severity]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年，是国家“十四五”规划的开局之年。", "2021-03-05"),
        ("2023年是“十四五”规划承上启下的关键一年。", "2023-02-05"),
        ("今年是“十三五”规划收官之年，也是谋划“十四五”规划的重要一年。", "2020-02-05"),
        ("今年是“十三五”规划收官之年，明年是“十四五”规划开局之年。", "2020-02-05"),
        ("2020年是“十三五”收官、2021年是“十四五”开局之年。", "2020-12-05"),
        ("2010年是编制“十二五”规划、圆满完成“十一五”规划的一年。", "2010-02-05"),
        ("今年要为“十四五”规划开局之年打好基础。", "2020-12-05"),
    ],
)
def test_the_right_year_of_a_plan_is_left_alone(text: str, day: str) -> None:
    assert _reported(text, day) == []


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("2018年至2025年，共审查案件4210件，比前五年上升20.5%。", "2024-03-05", "2025年"),
        ("2025年，全院在市委的坚强领导下，认真履行职责，各项工作取得新进展。", "2024-03-05", "2025年"),
        ("2034年，区检察院在区委和上级院领导下，认真贯彻上级部署。", "2023-12-26", "2034年"),
        ("一、2026年工作回顾", "2024-03-05", "2026年"),
        ("3月15日，全市医药系统第三督导组督导清江县工作动员会在清江召开，各科室负责人参加。", "2024-03-05", "3月15日"),
    ],
)
def test_a_year_or_day_after_the_meeting_in_a_report_is_a_warning(text: str, day: str, words: str) -> None:
    assert _reported(text, day) == [(words, "warning")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018年至2023年，共审查案件4210件，比前五年上升20.5%。", "2024-03-05"),
        ("2021年至2025年，生产总值年均增长7%，共建成学校30所。", "2021-02-05"),
        ("2023年，全院在市委的坚强领导下，认真履行职责，各项工作取得新进展。", "2024-03-05"),
        ("2025年，全院将在市委的坚强领导下，认真履行职责。", "2024-12-05"),
        ("2024年，全院在市委的坚强领导下，认真履行职责，推动各项工作取得新进展。", "2023-12-26"),
        ("2035年，在党中央的坚强领导下，要基本实现现代化。", "2024-03-05"),
        ("3月15日，全市动员会将在清江召开，各科室负责人参加。", "2024-03-05"),
    ],
)
def test_years_and_days_of_plans_are_left_alone(text: str, day: str) -> None:
    assert _reported(text, day) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今年将召开党的二十大，做好全年工作很重要。", "2022-01-20"),
        ("2022年是党的二十大召开之年，也是镇里项目最多的一年。", "2022-02-10"),
        ("我们要抓好安全生产，为党的二十大胜利召开营造安定的环境。", "2022-03-01"),
        ("统筹做好党的二十大召开期间的值班。", "2022-03-01"),
        ("一年来，全镇以迎接党的二十大召开为动力，完成了六件实事。", "2023-01-10"),
        ("深入开展“不忘初心、牢记使命”主题教育。", "2018-02-01"),
        ("认真开展“三严三实”专题教育。", "2015-03-20"),
        ("刚刚过去的2019年，我们迎来了新中国成立70周年。", "2020-01-10"),
        ("自4月13日以来，共签约项目42个。", "2021-01-12"),
        ("预计2015年实现生产总值320亿元。", "2016-01-12"),
        ("确保2000年底前建成的老旧小区都得到改造。", "2021-01-12"),
        ("圆满完成“十一五”任务，为实现“十二五”目标打好基础。", "2007-01-10"),
    ],
)
def test_what_is_ahead_or_of_the_year_of_a_report_is_left_alone(text: str, day: str) -> None:
    assert _reported(text, day) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("党的二十大以来，变化很大。", "2022-01-20"),
        ("深入学习贯彻党的二十大精神，取得了成效。", "2022-03-01"),
        ("以实际行动迎接党的二十大胜利召开。", "2024-01-10"),
    ],
)
def test_what_was_not_yet_or_is_over_is_still_reported(text: str, day: str) -> None:
    assert [severity for _, severity in _reported(text, day)] == ["error"]
