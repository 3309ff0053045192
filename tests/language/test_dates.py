"""Dates and times of day in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import CODES, language
from speechgen.model.values import Day, Figure, Text

DAY = Day(2014, 10, 24)
MONTH = Day(2014, 1)
DAYS = st.builds(Day, st.integers(1, 9999), st.integers(1, 12), st.none() | st.integers(1, 28))
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("code", "form", "of_a_day", "of_a_month"),
    [
        ("zh-CN", "full", "2014年10月24日", "2014年1月"),
        ("zh-CN", "chinese", "二〇一四年十月二十四日", "二〇一四年一月"),
        ("zh-CN", "short", "10月24日", "1月"),
        ("zh-CN", "month", "2014年10月", "2014年1月"),
        ("zh-CN", "short-month", "10月", "1月"),
        ("zh-CN", "year", "2014年", "2014年"),
        ("en", "full", "24 October 2014", "January 2014"),
        ("en", "short", "24 October", "January"),
        ("en", "month", "October 2014", "January 2014"),
        ("en", "short-month", "October", "January"),
        ("en", "year", "2014", "2014"),
    ],
)
def test_forms_of_a_date(code: str, form: str, of_a_day: str, of_a_month: str) -> None:
    date = language(code).filters["date"]
    assert (date(DAY, form), date(MONTH, form)) == (of_a_day, of_a_month)


@pytest.mark.parametrize(("code", "printed"), [("zh-CN", "2014年10月8日"), ("en", "8 October 2014")])
def test_the_full_form_is_the_usual_one_and_has_no_leading_zeros(code: str, printed: str) -> None:
    assert language(code).filters["date"](Day(2014, 10, 8)) == printed


@pytest.mark.parametrize(
    ("then", "chinese", "english"),
    [
        (Day(2014, 1), "今年1月", "January this year"),
        (Day(2014, 10, 8), "今年10月8日", "8 October"),
        (Day(2013, 12), "去年12月", "December last year"),
        (Day(2013, 12, 31), "去年12月31日", "31 December last year"),
        (Day(2015, 3), "明年3月", "March next year"),
        (Day(2015, 3, 1), "明年3月1日", "1 March next year"),
        (Day(2012, 11), "2012年11月", "November 2012"),
        (Day(2012, 11, 8), "2012年11月8日", "8 November 2012"),
        (Day(2016, 1), "2016年1月", "January 2016"),
        (Figure(2014), "今年", "this year"),
        (Figure(2013), "去年", "last year"),
        (Figure(2012), "2012年", "2012"),
    ],
)
def test_dates_as_seen_from_the_meeting(then: Day | Figure, chinese: str, english: str) -> None:
    assert language("zh-CN").filters["relative"](then, DAY) == chinese
    assert language("en").filters["relative"](then, DAY) == english


@pytest.mark.parametrize(
    ("time", "chinese", "english"),
    [
        ("0:00", "凌晨0点", "midnight"),
        ("0:30", "凌晨0点30分", "12.30 am"),
        ("05:59", "凌晨5点59分", "5.59 am"),
        ("06:00", "上午6点", "6 am"),
        ("09:00", "上午9点", "9 am"),
        ("9:05", "上午9点05分", "9.05 am"),
        ("11:59", "上午11点59分", "11.59 am"),
        ("12:00", "中午12点", "noon"),
        ("12:30", "中午12点30分", "12.30 pm"),
        ("13:00", "下午1点", "1 pm"),
        ("14:30", "下午2点30分", "2.30 pm"),
        ("14：30", "下午2点30分", "2.30 pm"),
        ("18:00", "晚上6点", "6 pm"),
        ("23:59", "晚上11点59分", "11.59 pm"),
    ],
)
def test_times_of_day(time: str, chinese: str, english: str) -> None:
    assert language("zh-CN").filters["time_of_day"](Text(time)) == chinese
    assert language("en").filters["time_of_day"](Text(time)) == english


@pytest.mark.parametrize("code", CODES)
@given(one=DAYS, other=DAYS)
def test_different_dates_print_differently(code: str, one: Day, other: Day) -> None:
    date = language(code).filters["date"]
    assert (date(one) == date(other)) == (one == other)


@given(now=DAYS, one=DAYS, other=DAYS)
def test_different_dates_differ_as_seen_from_any_day(now: Day, one: Day, other: Day) -> None:
    relative = language("zh-CN").filters["relative"]
    assert (relative(one, now) == relative(other, now)) == (one == other)


@pytest.mark.parametrize("code", CODES)
@given(one=TIMES, other=TIMES)
def test_different_times_print_differently(code: str, one: tuple[int, int], other: tuple[int, int]) -> None:
    time_of_day = language(code).filters["time_of_day"]
    first, second = (time_of_day(f"{hour}:{minute:02}") for hour, minute in (one, other))
    assert (first == second) == (one == other)
