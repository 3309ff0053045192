"""Dates that do not exist, or that do not fit the day of the meeting."""

from __future__ import annotations

import pytest

from .rules import findings, found

MEETING = "dates: {meeting: 2014-10-24}"


@pytest.mark.parametrize(
    "words",
    [
        "2月30日", "4月31日", "6月31日", "11月31号", "13月5日", "2023年2月29日", "2月32日", "5月0日", "0月8日",
        "2014年14月", "二月三十日", "十三月", "二〇二三年二月二十九日", "20014年10月", "2025-02-30", "第五季度",
        "星期八", "24点30分", "25时30分", "14时75分",
    ],
)  # fmt: skip
def test_dates_and_times_that_do_not_exist_are_reported(words: str) -> None:
    assert found("date", f"会议在{words}召开。") == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8月28日至32日，开展检查。", ["32日"]),
        ("下午26点30分集合。", ["26点30分"]),
        ("上午15时30分开会。", ["15时30分"]),
        ("会议于25时召开。", ["25时"]),
    ],
)
def test_ends_of_ranges_and_times_that_do_not_exist_are_reported(text: str, words: list[str]) -> None:
    assert found("date", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日，2月29日，12月31日，24时，0时，第四季度，10月24号。",
        "农历二月三十日，腊月三十日。",
        "15点意见、25点建议、30时间段、3个月、24小时。",
        "从上午9点开到12点半，下午2点30分接着开。",
        "75:25的比例，GB/T 15835-2011，6285 0306。",
    ],
)
def test_dates_and_times_that_exist_are_left_alone(text: str) -> None:
    assert found("date", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014年10月24日（星期四）召开。", ["2014年10月24日（星期四"]),
        ("督导组10月27日（周二）再来。", ["10月27日（周二"]),
        ("今天是10月24日，礼拜三。", ["10月24日，礼拜三"]),
        ("今天是星期四。", ["今天是星期四"]),
        ("下周一（10月28日）再来。", ["下周一（10月28日"]),
        ("下周三，也就是10月30日，再来。", ["下周三，也就是10月30日"]),
        ("下周一（11月3日）再来。", ["下周一（11月3日"]),  # a Monday, of the week after next
        ("从10月13日（星期一）至17日（星期四）。", ["17日（星期四"]),
    ],
)
def test_a_weekday_that_does_not_match_its_date_is_reported(text: str, words: list[str]) -> None:
    assert found("date", text, MEETING) == words


@pytest.mark.parametrize(
    "text",
    [
        "2014年10月24日（星期五）召开。",
        "下周一（10月27日）再来，本周五（10月24日）散会。",
        "10月20日，周一至周五，天天开会。",
        "上周五（10月17日）销号35个。",
        "3月11日是个星期二，12月20日是星期六。",
        "去年10月24日（星期四）召开。",
        "每周三、周五各开一次会。",
    ],
)
def test_matching_weekdays_are_left_alone(text: str) -> None:
    assert found("date", text, MEETING) == []


def test_without_a_year_weekdays_are_not_checked() -> None:
    assert found("date", "10月27日（星期二）再来。") == []


@pytest.mark.parametrize(
    "text",
    [
        "11月5日，召开了总结大会。",
        "11月5日，我们已经把方案报上去了。",
        "今年11月，我们已经完成了第一轮检查。",
        "明年1月，印发了通知。",
        "2015年3月5日，市委召开了动员会。",
        "市里今年11月在《关于改进作风，服务群众的意见》中已明确提出要求。",
        "截至11月5日，各项任务已经全部完成。",
        "前不久（11月5日），班子开了会。",
        "日前，也就是12月3日，督导组走访了企业。",
        "11月5日刚刚结束的专题会上，大家都表了态。",
        "自2014年12月启动以来，活动扎实有序。",
        "整改方案已经在11月23日报来。",
        "明年，我们已经完成了任务。",
        "近日（2013年3月5日），市里发了通知。",  # more than a year ago
    ],
)
def test_a_later_date_in_the_past_tense_is_an_error(text: str) -> None:
    assert [finding.severity or "error" for finding in findings("date", text, MEETING)] == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "请于9月30日前报送整改方案。",
        "督导组将于10月20日再来检查。",
        "定于2014年10月10日召开推进会。",
        "下一步，10月10日将召开总结大会。",
        "力争2014年9月底前全部办结。",
        "2015年3月，市委召开动员会。",
        "2015年全市生产总值达到1340亿元。",
        "近日（7月5日），市里发了通知。",
        "前不久，市委于2014年3月召开了会议。",
        "11月5日下午，督导组走访三个村。",
        "11月18日市委召开总结大会，书记发表重要讲话，充分肯定成果。",
        "11月20日市委书记亲到村里指导。",
        "9月10日左右，林校长将来我校看望大家。",
        "新大楼在2012年争取完成主体工程。",
        "昨天，督导组将召开座谈会。",
        "下周三，我们开了座谈会。",
        "2014年11月20日至12月5日，督导组分成五组。",
        "一、检查情况\n2014年11月20日至12月5日，督导组分成五组。",
        "今年8月底前报送整改方案。",
    ],
)
def test_a_date_that_may_be_of_another_time_is_a_warning(text: str) -> None:
    assert [finding.severity for finding in findings("date", text, MEETING)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "意见已明确了时间表：2016年实现初步均衡，2020年实现基本均衡。",
        "学习阶段（2015年3月至4月中旬），重点是学；总结阶段（2015年4月下旬至5月），重点是评。",
        "粮食产能2020年达到305亿斤。",
        "要确保在2013年的基础上再降一成。",
        "各科室：\n2014年11月10日",
        "县委办公室 2014年11月27日印发",
        "整改方案请于11月10日前报督导组，年底前完成，明年3月底前验收。",
        "预约已经排到了下周五，也就是10月31日。",
        "下周三，也就是10月29日，组织第一批干部受教育，名单已经发给各单位。",
        "距离12月31日只有两个多月了。",
        "2015年的预算已经编制完成，报人大审议。",
        "《2015年工作要点》初稿已经起草完成。",
        "去年12月部署的工作，今年1月1日起施行了。",
        "原定10月20日召开的会议，推迟到今天。",
        "10月8日，习近平总书记发表了重要讲话。",
        "2013年，我们开了头，11月5日召开了动员会。",  # of 2013
        "到2020年全面建成小康社会，任务很重。",
        "近日，也就是10月8日，市里发了通知。",
        "明年的汛期，从今天就算开始了；明年的计划已经定了。",
        "我1985年3月刚参加工作；11月的工作计划已经排好了。",
        "任期到2016年3月届满的同志，站好了最后一班岗。",
        "一、检查时间\n2014年11月20日至12月5日，具体由各组商定。",
        "报送时限（暂定）：\n2014年11月20日，逾期不再受理。",
        "检查时间：2014年11月20日至12月5日。",
        "11月初，由纪委把已经销号的逐条再看一遍，对已办结的12月再抽查一遍。",
    ],
)
def test_dates_in_the_right_tense_are_left_alone(text: str) -> None:
    assert found("date", text, MEETING) == []


@pytest.mark.parametrize("day", ["2015-06-16", "2015-05-20", "2015-03-10"])
def test_a_deadline_long_before_its_month_comes_again_is_that_of_this_year(day: str) -> None:
    assert found("date", "请于12月底前报送整改报告。", f"dates: {{meeting: {day}}}") == []
    assert found("date", "将于12月20日召开总结大会。", f"dates: {{meeting: {day}}}") == []


def test_a_deadline_that_has_just_passed_is_reported() -> None:
    assert found("date", "请于12月底前报送整改报告。", "dates: {meeting: 2015-01-16}") == ["12月"]


def test_in_january_december_means_last_year_s() -> None:
    assert found("date", "12月20日，召开了总结大会。", "dates: {meeting: 2015-01-16}") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("去年（2012年）的工作。", ["2012年"]),
        ("今年（2013年）的工作。", ["2013年"]),
        ("今年是2013年。", ["2013年"]),
        ("2012年，也就是去年，开了头。", ["2012年"]),
        ("今年10月8日（2013年10月8日）。", []),
        ("昨天（10月22日），交换了意见。", ["10月22日"]),
        ("昨天（22日），交换了意见。", ["昨天（22日"]),
        ("今天是10月25日。", ["10月25日"]),
        ("明天（10月26日）报到。", ["10月26日"]),
        ("10月21日，也就是昨天。", ["10月21日"]),
        ("上个月（8月）召开了会议。", ["8月"]),
        ("刚刚过去的8月，大家很辛苦。", ["8月"]),
        ("按照市委办〔2015〕12号文件要求。", ["〔2015〕12号"]),
    ],
)
def test_relative_days_and_years_that_do_not_fit_the_meeting_are_reported(text: str, words: list[str]) -> None:
    assert found("date", text, MEETING) == words


def test_relative_days_and_years_that_fit_are_left_alone() -> None:
    text = "去年（2013年），今年是2014年，昨天（10月23日），今天（10月24日），上个月（9月），〔2014〕12号。"
    assert found("date", "今天，10月8日的讲话仍在耳边。", MEETING) == []
    assert found("date", text, MEETING) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("从5月10日到3月11日。", ["5月10日到3月11日"]),
        ("自2014年6月至2013年7月。", ["2014年6月至2013年7月"]),
        ("2014年至2011年，年年先进。", ["2014年至2011年"]),
        ("2014—2011年，年年先进。", ["2014—2011年"]),
        ("从8月28日至20日。", ["8月28日至20日"]),
        ("今年9月至今年3月。", ["今年9月至今年3月"]),
        ("于今年4月30日启动，3月4日结束。", ["今年4月30日启动，3月4日"]),
    ],
)
def test_a_range_that_ends_before_it_starts_is_reported(text: str, words: list[str]) -> None:
    assert found("date", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "从2014年3月11日到5月10日。",
        "10月至次年3月，11月到今年2月，12月20日至1月10日。",
        "2013年11月至2014年2月，2011年至2014年，2011—2014年。",
        "9月18日至22日，10月8日、9日。",
        "药占比由2021年的34.6%降到2023年的28.1%。",
    ],
)
def test_ranges_in_order_are_left_alone(text: str) -> None:
    assert found("date", text) == []


@pytest.mark.parametrize(
    ("day", "text", "severity"),
    [
        ("2014-10-24", "党的十九大以来，变化很大。", "error"),
        ("2014-10-24", "党的二十大报告指出。", "error"),
        ("2014-10-24", "学习贯彻党的十八届五中全会精神。", "error"),
        ("2014-10-24", "学习党的十八届三中、五中全会精神。", "error"),
        ("2014-10-24", "中国共产党第十九次全国代表大会。", "error"),
        ("2014-10-24", "迎接党的十九大召开。", "error"),  # three years early
        ("2010-05-24", "到党的十八大召开，我们办成了三件实事。", "error"),
        ("2010-05-24", "党的十八大之前，这项改革已经完成。", "error"),
        ("2024-06-12", "党的二十届三中全会强调。", "error"),
        ("2024-06-12", "党的十九届八中全会强调。", "error"),  # it does not exist
        ("2024-06-12", "党的二十一大以来。", "error"),
        ("2024-06-12", "即将召开的党的二十大。", "error"),
        ("2024-06-12", "当前和今后一个时期，把学习贯彻党的十八大精神作为首要政治任务。", "warning"),
        ("2024-06-12", "刚刚闭幕的党的二十大。", "warning"),
        ("2024-06-12", "今年11月召开的党的二十大。", "error"),
        ("2024-06-12", "2025年全国两会精神。", "error"),
        ("2024-06-12", "今年是“十四五”规划的收官之年。", "error"),
        ("2014-10-24", "深入开展“两学一做”学习教育。", "error"),
        ("2014-10-24", "以习近平新时代中国特色社会主义思想为指导。", "error"),
        ("2022-03-01", "党纪学习教育开展以来。", "error"),
        ("2018-03-01", "“十四五”时期取得了成绩。", "error"),
        ("2024-06-12", "谋划好“十三五”工作。", "warning"),
        ("2018-02-01", "十九届中央纪委三次全会召开以来。", "error"),
        ("2018-02-01", "十三届全国人大一次会议闭幕了。", "error"),
        ("2024-06-12", "以优异成绩迎接党的二十大胜利召开。", "error"),
        ("2024-06-12", "前不久，党的十九大胜利闭幕。", "warning"),
        ("2024-06-12", "认真学习贯彻党的十九大精神。", "warning"),
        ("2025-11-20", "把学习贯彻党的二十届三中全会精神作为首要政治任务。", "warning"),
        ("2025-11-20", "认真学习贯彻党的二十届三中全会精神。", "hint"),
        ("2024-06-12", "今年是全面贯彻党的二十大精神的开局之年。", "error"),
        ("2024-06-12", "党的群众路线教育实践活动正在深入开展。", "warning"),
        ("2024-06-12", "今年是新中国成立70周年。", "error"),
        ("2024-06-12", "“十三五”时期，我们要再接再厉。", "warning"),
        ("2025-12-01", "树立和践行正确政绩观学习教育开展以来。", "error"),
        ("2026-01-10", "二十届中央纪委五次全会召开以来。", "error"),
        ("2026-02-10", "十四届全国人大四次会议闭幕了。", "error"),
        ("2026-02-10", "学习贯彻党的二十届五中全会精神。", "error"),  # it had not been held
        ("2026-10-12", "党的二十一大以来。", "error"),
    ],
)
def test_events_after_the_meeting_or_no_longer_current_are_reported(day: str, text: str, severity: str) -> None:
    severities = [finding.severity or "error" for finding in findings("date", text, f"dates: {{meeting: {day}}}")]
    assert severities == [severity]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2014-10-22", "党的十八届四中全会正在北京举行，十八大以来成绩很大。"),
        ("2022-09-01", "以实际行动迎接党的二十大召开。"),
        ("2010-05-24", "活动从现在起到2012年党的十八大召开，分三个阶段进行。"),
        ("2010-05-24", "第三阶段（2011年7月至党的十八大胜利召开）。在党的十八大召开之前，要见到成效。"),
        ("2022-03-01", "党的二十大以前，每个支部办一件实事，向党的二十大献礼。"),
        ("2025-11-20", "上个月召开的党的二十届四中全会，去年7月召开的党的二十届三中全会。"),
        ("2024-06-12", "从党的十八大到党的二十大，学习贯彻党的十八大以来的创新理论。"),
        ("2024-06-12", "十大工程，二十大类，第十八大街，十四届县委第六轮巡察。"),
        ("2025-06-12", "今年是“十四五”收官之年，要谋划好“十五五”。"),
        ("2014-10-24", "党规党纪学习教育，“三严三实”要求，中央八项规定。"),
        ("2026-12-01", "党的二十届五中全会精神。"),  # the table does not know
        ("2026-12-01", "正在开展的树立和践行正确政绩观学习教育，“十五五”开局之年。"),
        ("2027-12-01", "刚刚闭幕的党的二十一大，党的二十一大精神。"),  # nor this
        ("2028-12-01", "学习贯彻党的二十一大精神，去年召开的党的二十一大。"),
        ("2024-06-12", "五年来，我们认真学习贯彻党的十九大精神。"),
        ("2024-06-12", "认真学习贯彻党的十九大、二十大精神。"),
        ("2023-06-12", "今年是全面贯彻党的二十大精神的开局之年。"),
        ("2024-06-12", "今年是新中国成立75周年，再过十几天就是党的103岁生日。"),
    ],
)
def test_events_before_the_meeting_are_left_alone(day: str, text: str) -> None:
    assert found("date", text, f"dates: {{meeting: {day}}}") == []


HEAD = "在总结大会上的讲话\n市委督导组组长\n{}\n\n同志们：\n{}"


@pytest.mark.parametrize("line", ["2014年10月24日", "（2014年10月24日）", "二〇一四年十月二十四日"])
def test_without_a_unit_file_the_date_line_is_the_day_of_the_meeting(line: str) -> None:
    text = HEAD.format(line, "去年（2012年）的工作。")
    assert found("date", text, whole=True) == ["2012年"]
    assert found("date", text, "dates: {meeting: 2014-10-24}", whole=True) == ["2012年"]


def test_a_date_line_that_differs_from_the_unit_file_is_reported() -> None:
    text = HEAD.format("2014年10月25日", "讲两点意见。")
    (finding,) = findings("date", text, MEETING, whole=True)
    assert finding.message == "2014年10月25日 differs from dates.meeting, which is 2014-10-24"
    assert finding.source is not None
    assert finding.source.line == 1


def test_a_day_that_differs_from_the_unit_file_is_reported() -> None:
    unit_file = "dates: {meeting: 2014-10-24, central_speech: 2014-10-08}"
    assert found("date", "10月9日，中央召开了总结大会。", unit_file) == ["10月9日"]
    assert found("date", "10月8日，中央召开了总结大会；10月9日，市里传达。", unit_file) == []


def test_without_a_meeting_day_only_impossible_dates_are_reported() -> None:
    assert found("date", "去年（2012年），党的二十大以来，2030年5月召开了会议。") == []


ENGLISH = "Closing remarks\nA. Reviewer, Chair\n15 May 2025\n\nLadies and gentlemen,\n\n{}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We ask for your reply by 31 June, and we will read every word of it with care.", ["31 June"]),
        ("We ask for your reply by February 30, 2026, and we will read all of it.", ["February 30, 2026"]),
        ("We ask for your reply by 29 February 2026, and we will read all of it.", ["29 February 2026"]),
        ("We came here on Wednesday, 13 May, in pouring rain, and we leave today.", ["Wednesday, 13 May"]),
        ("We came here on Tuesday, 13 May, in pouring rain, and we leave today.", []),
        ("May 40 of you come next year; on May 1st there is a holiday for all of us.", []),
    ],
)
def test_english_dates_that_do_not_exist_or_match_are_reported(text: str, words: list[str]) -> None:
    assert found("date", ENGLISH.format(text), whole=True) == words


def test_an_english_date_line_that_differs_from_the_unit_file_is_reported() -> None:
    text = ENGLISH.format("Thank you for making time for us at the end of a long week.")
    assert found("date", text, "dates: {meeting: 2025-05-16}", whole=True) == ["15 May 2025"]
    assert found("date", text, "dates: {meeting: 2025-05-15}", whole=True) == []


@pytest.mark.parametrize("meeting", ["", "dates: {meeting: 2025-03-01}"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年11月召开的党的二十大指出。", ["党的二十大"]),
        ("2023年召开的党的二十大指出。", ["党的二十大"]),
        ("党的二十大于2022年10月15日在北京召开。", ["党的二十大"]),
        ("党的二十届三中全会于2024年8月举行。", ["二十届三中全会"]),
        ("2022年10月召开的党的二十大，于2022年10月16日开幕。", []),
        ("党的二十大于2022年10月16日在北京召开，党的十九大在2017年10月召开。", []),
        ("党的二十大以来，2023年召开的座谈会。", []),
    ],
)
def test_the_stated_day_of_a_congress_is_checked_without_the_day_of_the_meeting(
    text: str, words: list[str], meeting: str
) -> None:
    assert found("date", text, meeting) == words
