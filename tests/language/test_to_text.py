"""Values that are printed without a filter."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import CODES, CannotSay, language
from speechgen.model.values import Day, Figure, Items, Metric, Record, Text

ZH = language("zh-CN").to_text
EN = language("en").to_text


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (Text("市住建局"), "市住建局", "市住建局"),
        (Figure("226"), "226", "226"),
        (Figure("2413"), "2413", "2,413"),
        (Figure("1234567.50"), "1234567.50", "1,234,567.50"),
        (Figure("1E+3"), "1000", "1,000"),
        (Figure("0.00000001"), "0.00000001", "0.00000001"),
        (Figure("-0"), "0", "0"),
        (Figure("-3"), "-3", "-3"),
        (4, "4", "4"),
        (2.5, "2.5", "2.5"),
        (Decimal("98.6"), "98.6", "98.6"),
        (Day(2014, 10, 24), "2014年10月24日", "24 October 2014"),
        (Day(2014, 1), "2014年1月", "January 2014"),
        (Metric("2400余份", {"value": Figure("2413")}), "2400余份", "2400余份"),
    ],
)
def test_values_print_in_their_usual_form(value: object, chinese: str, english: str) -> None:
    assert (ZH(value), EN(value)) == (chinese, english)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (True, "a yes or no cannot be printed; use it in a condition"),
        (Items([Text("住建局")]), "a list cannot be printed; use `series`"),
        (
            Record({"post": Text("局长"), "name": Text("张三")}),
            "a record cannot be printed; name one of its keys: post, name",
        ),
        (Record(), "a record cannot be printed"),
        (None, "nothing cannot be printed"),
        (Figure("10000000000000000"), "over 16 digits"),
        (Decimal(1) / Decimal(3), "over 8 decimals cannot be read out; use `round`, `percent` or `share`"),
        (Decimal("NaN"), "NaN is not a number"),
        (float("inf"), "Infinity is not a number"),
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_a_value_that_cannot_be_printed_is_rejected(code: str, value: object, message: str) -> None:
    with pytest.raises(CannotSay, match=message):
        language(code).to_text(value)


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=3))
def test_the_digits_are_those_of_the_file(figure: Decimal) -> None:
    assert Decimal(ZH(Figure(figure))) == figure
    assert Decimal(EN(Figure(figure)).replace(",", "")) == figure
    assert ZH(Figure(figure)).partition(".")[2] == str(figure).partition(".")[2]
