"""What filters compute: exact decimals, days of the calendar, ranges, money, words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import filters_of, language
from speechgen.language.examples import example_values
from speechgen.model.values import Day, Figure, Items, Text
from speechgen.template.sandbox import Sandbox

ZH, EN = filters_of(language("zh-CN")), filters_of(language("en"))
DAYS = st.dates().map(lambda each: Day(each.year, each.month, each.day))


def _printed(code: str, source: str) -> str:
    sandbox = Sandbox(None, language(code))  # type: ignore[arg-type]  # it reads no files
    sandbox.from_string(source).render(example_values(language(code)))
    assert sandbox.state.failures == []
    return "".join(words for words, _ in sandbox.state.printed)


@pytest.mark.parametrize(
    ("start", "end", "form", "chinese", "english"),
    [
        ("2014-10-21", "2014-10-26", "full", "2014年10月21日至26日", "21 to 26 October 2014"),
        ("2014-10-21", "2014-10-26", "short", "10月21日至26日", "21 to 26 October"),
        ("2015-08-28", "2015-09-04", "full", "2015年8月28日至9月4日", "28 August to 4 September 2015"),
        ("2014-12-30", "2015-01-03", "full", "2014年12月30日至2015年1月3日", "30 December 2014 to 3 January 2015"),
        ("2014-12-30", "2015-01-03", "short", "2014年12月30日至2015年1月3日", "30 December 2014 to 3 January 2015"),
        ("2014-10-21", "2014-10-21", "full", "2014年10月21日", "21 October 2014"),
        ("2014-10-21", "2014-10-21", "short", "10月21日", "21 October"),
        ("2014-01", "2014-10", "full", "2014年1月至10月", "January to October 2014"),
        ("2014-01", "2014-10", "short", "1月至10月", "January to October"),
        ("2014-11", "2015-02", "full", "2014年11月至2015年2月", "November 2014 to February 2015"),
        ("2013-10-21", "2014-10-21", "full", "2013年10月21日至2014年10月21日", "21 October 2013 to 21 October 2014"),
    ],
)
def test_ranges_of_dates(start: str, end: str, form: str, chinese: str, english: str) -> None:
    first, last = ZH["as_day"](start), ZH["as_day"](end)
    assert ZH["to"](first, last, form) == chinese
    assert EN["to"](first, last, form) == english


@pytest.mark.parametrize(
    ("start", "end", "form", "joint", "printed"),
    [
        ("2015-08-28", "2015-09-04", "american", "to", "August 28 to September 4, 2015"),
        ("2025-05-12", "2025-05-14", "american", "to", "May 12 to 14, 2025"),
        ("2025-05-12", "2025-05-14", "short-american", "to", "May 12 to 14"),
        ("2014-12-30", "2015-01-03", "american", "to", "December 30, 2014, to January 3, 2015"),
        ("2025-05-12", "2025-05-14", "full", "–", "12–14 May 2025"),
        ("2025-05-12", "2025-05-14", "american", "–", "May 12–14, 2025"),
        ("2015-08-28", "2015-09-04", "full", "–", "28 August – 4 September 2015"),
        ("2014-01", "2014-10", "american", "–", "January–October 2014"),
        ("2014-11", "2015-02", "american", "to", "November 2014 to February 2015"),
        ("2025-05-12", "2025-05-12", "american", "to", "May 12, 2025"),
    ],
)
def test_ranges_in_american_order_and_with_a_dash(start: str, end: str, form: str, joint: str, printed: str) -> None:
    assert EN["to"](EN["as_day"](start), EN["as_day"](end), form, joint) == printed


def test_a_range_in_chinese_numerals() -> None:
    assert ZH["to"](Day(2014, 10, 21), Day(2014, 11, 3), "chinese") == "二〇一四年十月二十一日至十一月三日"


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        ("2014-10-10", "10月上旬", "early October"),
        ("2014-10-11", "10月中旬", "mid-October"),
        ("2014-10-31", "10月下旬", "late October"),
    ],
)
def test_parts_of_a_month(day: str, chinese: str, english: str) -> None:
    assert ZH["date"](ZH["as_day"](day), "{part-of-month}") == chinese
    assert EN["date"](EN["as_day"](day), "{part-of-month}") == english


@pytest.mark.parametrize(
    ("start", "given", "end"),
    [
        ("2014-10-31", {"months": 1}, "2014-11-30"),
        ("2015-12-31", {"months": 2}, "2016-02-29"),
        ("2016-02-29", {"years": 1}, "2017-02-28"),
        ("2014-12-30", {"days": 4}, "2015-01-03"),
        ("2014-10-24", {"weeks": 2, "days": -1}, "2014-11-06"),
        ("2014-11", {"months": 3}, "2015-02"),
        ("2014-11", {"months": -11}, "2013-12"),
    ],
)
def test_days_later(start: str, given: dict[str, int], end: str) -> None:
    assert ZH["plus"](ZH["as_day"](start), **given) == ZH["as_day"](end)


@pytest.mark.parametrize(
    ("start", "end", "months", "years"),
    [
        ("2014-01-24", "2014-10-24", 9, 0),
        ("2014-01-25", "2014-10-24", 8, 0),
        ("1983-07-01", "2014-06-30", 371, 30),
        ("1983-07-01", "2014-07-01", 372, 31),
        ("2014-10-24", "2014-01-24", -9, 0),
    ],
)
def test_full_months_and_years(start: str, end: str, months: int, years: int) -> None:
    first, last = ZH["as_day"](start), ZH["as_day"](end)
    assert (ZH["months_until"](first, last), ZH["years_until"](first, last)) == (months, years)


@given(one=DAYS, other=DAYS)
def test_the_days_until_a_day_lead_to_it(one: Day, other: Day) -> None:
    assert ZH["plus"](one, ZH["days_until"](one, other)) == other
    assert (ZH["days_until"](one, other) > 0) == (one < other)


def test_days_are_compared_by_the_calendar() -> None:
    assert Day(2014, 10, 24) > Day(2014, 10, 3) > Day(2013, 12, 31)
    assert Day(2014, 1) < Day(2014, 10, 24)
    assert not Day(2014, 10) < Day(2014, 10, 24)
    assert not Day(2014, 10) > Day(2014, 10, 24)
    assert Day(2014, 10, 24) <= Day(2014, 10) <= Day(2014, 10, 1)
    assert Day(2014, 10) != Day(2014, 10, 1)


@pytest.mark.parametrize(
    ("expression", "chinese", "english"),
    [
        ("0.1 + 0.2", "0.3", "0.3"),
        ("85.5 + 52.1", "137.6", "137.6"),
        ("[0.1, 0.2] | sum", "0.3", "0.3"),
        ("2.675 | round(2)", "2.68", "2.68"),
        ("-2.5 | round", "-3", "-3"),
        ("1250 | round(-2)", "1300", "1,300"),
        ('"A" if metrics.satisfied.value == 96.8 else "B"', "A", "A"),
        ('"A" if metrics.satisfied > 96.8 else "B"', "B", "B"),
        ('"A" if metrics.emails == 226 else "B"', "A", "A"),
        ("[metrics.letters, metrics.emails] | sum | exact", "2639份", "2,639 letters"),
        ("[metrics.emails] | sum", "226份", "226 letters"),
        ("[] | sum", "0", "0"),
        ("1 | minus(0.9)", "0.1", "0.1"),
        ("metrics.satisfied_before | minus(metrics.satisfied)", "-4.3个百分点", "-4.3 percentage points"),
        ("metrics.satisfied | plus(1.2)", "98%", "98%"),
        ("(metrics.letters | exact) | rounded(10)", "2410余份", "more than 2,410 letters"),
        ("metrics.letters | per(3)", "804.3份", "804.3 letters"),
        ("1 | per(3000)", "0.0003", "0.0003"),
        ("metrics.emails | share(metrics.letters)", "9%", "9%"),
        ("999 | share(1000)", "99.9%", "99.9%"),
        ("15 | to(30)", "15至30", "15 to 30"),
    ],
)
def test_computing_is_exact(expression: str, chinese: str, english: str) -> None:
    assert _printed("zh-CN", f"{{{{ {expression} }}}}") == chinese
    assert _printed("en", f"{{{{ {expression} }}}}") == english


@pytest.mark.parametrize(
    ("expression", "chinese", "english"),
    [
        ("(30 | metric(m)) | to(50 | metric(m))", "30至50场", "30 to 50 visits"),
        ("(1 | metric(m)) | to(1 | metric(m))", "1场", "1 visit"),
        ('(15 | metric("%")) | to(30 | metric("%"))', "15%至30%", "15% to 30%"),
        ("(300000000 | metric(c)) | to(500000000 | metric(c))", "3亿至5亿元", "£300 million to £500 million"),
        ("(30000 | metric(c)) | to(50000 | metric(c))", "30000至50000元", "£30,000 to £50,000"),
    ],
)
def test_ranges_of_metrics(expression: str, chinese: str, english: str) -> None:
    for code, measure, currency, printed in (("zh-CN", "场", "元", chinese), ("en", "visit|visits", "£", english)):
        source = f'{{% set m = "{measure}" %}}{{% set c = "{currency}" %}}{{{{ {expression} }}}}'
        assert _printed(code, source) == printed


@pytest.mark.parametrize(
    ("value", "given", "chinese", "english"),
    [
        ("5213456", (), "521.35万元", "£5.21 million"),
        ("5213456.78", (0,), "521万元", "£5 million"),
        ("99999999", (), "1亿元", "£100 million"),
        ("999950000", (1,), "10亿元", "£1 billion"),
        ("1234567890123", (), "1.23万亿元", "£1.23 trillion"),
        ("0", (), "0元", "£0"),
        ("12.5", (), "12.5元", "£12.50"),
        ("-5213456", (), "-521.35万元", "-£5.21 million"),
    ],
)
def test_money(value: str, given: tuple[int, ...], chinese: str, english: str) -> None:
    assert ZH["money"](Figure(value), "元", *given) == chinese
    assert EN["money"](Figure(value), "£", *given) == english


def test_a_metric_in_ten_thousands_of_yuan_is_money_too() -> None:
    assert ZH["money"](ZH["metric"](Figure("52134.5"), "万元")) == "5.21亿元"
    assert str(EN["metric"](Figure(1_250_000), "£")) == "£1.25 million"
    assert str(EN["metric"](Figure(1_250_000), "£", 1_000_000)) == "more than £1 million"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("apple", "an"), ("university", "a"), ("unit", "a"), ("unusual", "an"), ("unimportant", "an"), ("hour", "an"),
        ("house", "a"), ("honest", "an"), ("European", "a"), ("one-off", "a"), ("user", "a"), ("umbrella", "an"),
        ("MP", "an"), ("NHS", "an"), ("UN", "a"), ("UNICEF", "a"), ("A-level", "an"), ("BBC", "a"), ("8", "an"),
        ("11", "an"), ("18", "an"), ("110", "a"), ("1,100", "a"), ("11,000", "an"), ("80%", "an"), ("“open”", "an"),
    ],
)  # fmt: skip
def test_a_or_an(words: str, printed: str) -> None:
    assert EN["a_or_an"](words) == f"{printed} {words}"


@pytest.mark.parametrize(
    ("words", "marks", "printed"),
    [
        ("四风", "“”", "“四风”"),
        ("反对“四风”", "“”", "“反对‘四风’”"),
        ("反对‘四风’", "“”", "“反对‘四风’”"),
        ("“反对‘四风’”的规定", "“”", "“‘反对“四风”’的规定”"),
        ("the board’s “open door”", "“”", "“the board’s ‘open door’”"),
        ("the “board’s” door", "“”", "“the ‘board’s’ door”"),
        ("“四风”", "“”", "“四风”"),
        ("“四风”和“三公”", "“”", "“‘四风’和‘三公’”"),
        ("关于《准则》的说明", "《》", "《关于〈准则〉的说明》"),
    ],
)
def test_quotation_marks(words: str, marks: str, printed: str) -> None:
    assert ZH["quoted"](words, marks) == printed


def test_the_plural_follows_the_number() -> None:
    words = ("is", "are")
    counts = (0, 1, 2, Figure("1.5"), Items(), Items([Text("A")]), EN["metric"](1, "letter|letters"))
    assert [EN["plural"](each, *words) for each in counts] == ["are", "is", "are", "are", "are", "is", "is"]


@given(low=st.integers(0, 10**6), more=st.integers(0, 10**6))
def test_a_range_has_both_figures(low: int, more: int) -> None:
    printed = ZH["to"](low, low + more)
    assert printed.split("至") == [f"{low}", f"{low + more}"][: 1 + bool(more)] or more == 0 or "万" in printed
