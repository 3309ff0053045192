"""date: congresses, plans and days that were right when the text was written, and no longer are."""

from __future__ import annotations

import pytest

from .rules import draft, findings, found

IN_2025 = "dates: {meeting: 2025-11-17}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("当前，要把学习贯彻党的十九大精神作为首要政治任务。", ["党的十九大"]),
        ("要迅速掀起学习宣传贯彻党的二十届三中全会精神的热潮。", ["二十届三中全会"]),
        # A later session in another sentence does not make this one right.
        (
            "当前的首要政治任务是学习贯彻党的二十届三中全会精神。党的二十届四中全会刚刚闭幕。",
            ["二十届三中全会"],
        ),
        ("要学习贯彻党的二十届三中、四中全会精神。", []),
        ("党的十九大以来，变化有目共睹。", []),
        ("今年是“十五五”规划的开局之年。", ["今年是“十五五”规划的开局之年"]),
        ("2024年是“十四五”规划的最后一年。", ["2024年是“十四五”规划的最后一年"]),
        ("2021年是实施“十四五”规划的第一年，今年是收官之年。", []),
    ],
)
def test_the_task_of_the_day_is_the_latest_congress_or_session(text: str, words: list[str]) -> None:
    assert found("date", text, IN_2025) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("大前天（星期六）去看了，大后天（星期四）再去。", ["大前天（星期六"]),
        ("明天（星期三）再碰一次头。", ["明天（星期三"]),
        ("会议从25:30开到现在。", ["25:30"]),
        ("明天已经开完了总结会。", ["明天"]),
        ("比分从25:30追到28:30。", []),
        ("从25:75的比例看，还差得远。", []),
    ],
)
def test_days_and_times_of_a_meeting_that_was_moved(text: str, words: list[str]) -> None:
    assert found("date", text, IN_2025) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The last of our visits is tomorrow, Monday 18 November.", ["Monday 18 November"]),
        ("We will meet tomorrow, Tuesday 25 November.", ["tomorrow, Tuesday 25 November"]),
        ("Tomorrow (18 November) the panel meets once more.", []),
        ("Yesterday was Sunday, and nobody rested.", []),
        ("Today is Tuesday.", ["Today is Tuesday"]),
        ("We said so yesterday, 12 November.", ["yesterday, 12 November"]),
        ("We will meet tomorrow, and on 30 November again.", []),
    ],
)
def test_yesterday_today_and_tomorrow_in_english(text: str, words: list[str]) -> None:
    whole = f"Closing remarks\n17 November 2025\n\nDear colleagues,\n\n{text} That is all there is to say about it."
    text = draft(whole, whole=True).text
    assert [text[each.start : each.end] for each in findings("date", whole, IN_2025, whole=True)] == words
