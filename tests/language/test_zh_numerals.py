"""Chinese numerals: known cases, and an independent parser that reads them back."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language.zh_cn.numerals import count, numeral, ordinal, year_numeral
from speechgen.model.values import Figure, Items, Text

LARGEST = 9999_9999_9999_9999
NUMBERS = st.integers(1, LARGEST) | st.from_regex("[1-9][0-2]{0,15}", fullmatch=True).map(int)
DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"两": 2}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "零"),
        ("2", "二"),
        ("10", "十"),
        ("12", "十二"),
        ("20", "二十"),
        ("105", "一百零五"),
        ("110", "一百一十"),
        ("112", "一百一十二"),
        ("200", "二百"),
        ("226", "二百二十六"),
        ("1001", "一千零一"),
        ("1010", "一千零一十"),
        ("2000", "二千"),
        ("10000", "一万"),
        ("10300", "一万零三百"),
        ("12000", "一万二千"),
        ("100000", "十万"),
        ("102000", "十万二千"),
        ("100010", "十万零一十"),
        ("1050000", "一百零五万"),
        ("10200300", "一千零二十万零三百"),
        ("100001000", "一亿零一千"),
        ("100000005", "一亿零五"),
        ("1000000000000", "一万亿"),
        ("1000010000000", "一万亿零一千万"),
        ("9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        ("-7", "负七"),
        ("3.5", "三点五"),
        ("95.06", "九十五点零六"),  # GB/T 15835-2011, 5.2.5
        ("0.50", "零点五零"),
        ("-12.5", "负十二点五"),
        ("-0.0", "零点零"),
        ("1E+4", "一万"),
    ],
)
def test_numerals(number: str, words: str) -> None:
    assert numeral(Figure(number)) == words


@pytest.mark.parametrize(
    ("number", "measure", "words"),
    [
        (1, "个方面", "一个方面"),
        (2, "个方面", "两个方面"),
        (2, "位", "两位"),
        (2, "两", "二两"),
        (12, "个方面", "十二个方面"),
        (20, "条", "二十条"),
        (22, "条", "二十二条"),
        (102, "条", "一百零二条"),
        (200, "条", "二百条"),
        (202, "条", "二百零二条"),
        (2000, "人", "两千人"),
        (2002, "人", "两千零二人"),
        (20000, "人", "两万人"),
        (22000, "人", "两万二千人"),
        (200000, "人", "二十万人"),
        (20000000, "元", "两千万元"),
        (220000000, "元", "两亿二千万元"),
        (12, "", "十二"),
    ],
)
def test_counts_say_liang_where_people_do(number: int, measure: str, words: str) -> None:
    assert count(Figure(number), measure) == words


def test_a_list_is_counted() -> None:
    assert count(Items([Text("leadership"), Text("study")]), "个方面") == "两个方面"
    assert count((part for part in ["leadership", "study", "conduct"]), "点建议") == "三点建议"


@pytest.mark.parametrize(
    ("place", "words"), [(1, "一"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一")]
)
def test_ordinals(place: int, words: str) -> None:
    assert ordinal(place) == words


@pytest.mark.parametrize(("year", "words"), [(2014, "二〇一四"), (2000, "二〇〇〇"), (1949, "一九四九")])
def test_years_are_said_digit_by_digit(year: int, words: str) -> None:
    assert year_numeral(year) == words


def read(words: str) -> int:
    """The value of a Chinese numeral, read from left to right; 零 is ignored."""
    total = group = digit = 0
    for character in words.replace("零", ""):
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "十百千":
            group += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        elif character == "万":
            total, group, digit = total + (group + digit) * 10**4, 0, 0
        else:
            total, group, digit = (total + group + digit) * 10**8, 0, 0
    return total + group + digit


@given(NUMBERS)
def test_numerals_read_back_as_the_number(number: int) -> None:
    assert read(numeral(number)) == number
    assert read(count(number, "")) == number


@given(NUMBERS)
def test_each_gap_is_said_as_one_ling(number: int) -> None:
    words = numeral(number)
    assert len(re.findall("零+", words)) == words.count("零") == gaps(number)
    assert not words.endswith("零")


def gaps(number: int) -> int:
    """The number of runs of 0 that are read: all but those that end a group of four digits."""
    groups = re.findall("[0-9]{1,4}(?=(?:[0-9]{4})*$)", str(number))
    digits_read = "".join(group if group == "0000" else group.rstrip("0") for group in groups)
    return len(re.findall("0+", digits_read.strip("0")))


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_decimals_are_said_digit_by_digit(figure: Decimal) -> None:
    whole, _, decimals = numeral(figure).removeprefix("负").partition("点")
    assert read(whole) == int(abs(figure))
    assert ["零一二三四五六七八九".index(digit) for digit in decimals] == [
        int(d) for d in str(figure).partition(".")[2]
    ]
