"""A filter with an unsuitable argument raises CannotSay, and the message says what to write instead."""

import pytest

from speechgen.language import CODES, CannotSay, language
from speechgen.model.values import Day, Figure, Items, Metric, Record, Text

LETTERS = Metric("2400余份", {"value": Figure("2413"), "measure": Text("份")})
MEASURES = {"zh-CN": ("个方面",), "en": ("strength", "strengths"), "fr": ("atout", "atouts")}
DAY = Day(2014, 10, 24)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("ordinal", (0,), "positions in a list begin with 1, not 0; use `loop.index`"),
        ("ordinal", (Figure("1.5"),), "1.5 is not a whole number"),
        ("ordinal", (True,), "a yes or no is not a number"),
        ("numeral", (Text("三"),), "“三” is a text, not a number"),
        ("numeral", (DAY,), "a date is not a number"),
        ("numeral", (10**16,), "over 16 digits"),
        ("figure", (LETTERS,), "a metric is not a number; use its `.value`"),
        ("figure", (Items(),), "a list is not a number"),
        ("date", (Text("2014-10-24"),), "a text is not a date; declare it with `format: date`"),
        ("date", (DAY, "long"), "“long” is not a form; the forms are full"),
        ("date", (DAY, 3), "“3” is not a form"),
        ("relative", (DAY, Figure("2014")), "a number is not a date"),
        ("relative", (Record(), DAY), "a record is not a date"),
        ("time_of_day", (Text("24:00"),), "“24:00” is not a time of day; write it as 14:30"),
        ("time_of_day", (Text("9:60"),), "“9:60” is not"),
        ("time_of_day", (Text("下午两点"),), "“下午两点” is not"),
        ("time_of_day", (Figure("9"),), "a number is not a time of day"),
        ("about", (-5, 10), "-5 is below zero; use `figure`"),
        ("about", (5, 0), "cannot be rounded to 0"),
        ("about", (5, Figure("0.5")), "0.5 is not a whole number"),
        ("near", (Figure("-98.6"), 100), "-98.6 is below zero"),
        ("near", (98, -100), "cannot be rounded to -100"),
        ("percent", (57, 9), "a percentage has 0 to 8 decimals, not 9"),
        ("percent", (57, -1), "a percentage has 0 to 8 decimals, not -1"),
        ("share", (3, 0), "a share needs a total above 0"),
        ("share", (-3, 10), "-3 is below zero"),
        ("series", (Items(),), "the list is empty; put the sentence into a condition"),
        ("series", (Text("住建局"),), "a text is not a list"),
        ("series", (Record(),), "a record is not a list"),
        ("series", (Items([Text("A"), Text("")]),), "an item of the list is empty"),
        ("series", (Items([Items()]),), "a list cannot be printed"),
    ],
)
def test_an_unsuitable_argument_is_rejected(code: str, name: str, arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(CannotSay, match=message):
        language(code).filters[name](*arguments)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Items(), "there is nothing to count; put the sentence into a condition"),
        (Figure("0"), "there is nothing to count"),
        (Figure("-1"), "-1 is not a number of things"),
        (Figure("2.5"), "2.5 is not a whole number"),
        (Text("四"), "a text is not a list"),
        (LETTERS, "a metric is not a number; use its `.value`"),
        (DAY, "a date is not a number"),
    ],
)
def test_what_cannot_be_counted(code: str, value: object, message: str) -> None:
    with pytest.raises(CannotSay, match=message):
        language(code).filters["count"](value, *MEASURES[code])


@pytest.mark.parametrize("code", CODES)
def test_lists_that_jinja_makes_are_lists(code: str) -> None:
    chosen = (word for word in Items([Text("A"), Text("B")]))
    assert "A" in language(code).filters["series"](chosen)
