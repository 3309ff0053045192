"""The filter `series`: the items of a list, joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import language
from speechgen.model.values import Day, Figure, Items, Text

ZH = language("zh-CN").filters["series"]
EN = language("en").filters["series"]
NAMES = st.lists(st.text(alphabet="市委政府局办公室", min_size=1, max_size=6), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("words", "last", "printed"),
    [
        (["市委"], "和", "市委"),
        (["市委", "市政府"], "和", "市委和市政府"),
        (["市委", "市人大", "市政府"], "和", "市委、市人大和市政府"),
        (["市委", "市人大", "市政府"], "", "市委、市人大、市政府"),
        (["市委", "市政府"], "", "市委、市政府"),
        (["市委", "市政府"], "以及", "市委以及市政府"),
        # GB/T 15834-2011, 4.5.3.5
        (["《党章》", "《准则》", "《条例》"], "", "《党章》《准则》《条例》"),
        (["《党章》", "《准则》", "《条例》"], "和", "《党章》《准则》和《条例》"),
        (["“四风”", "“两学一做”"], "", "“四风”“两学一做”"),
        (["《党章》（修订版）", "《准则》"], "", "《党章》（修订版）、《准则》"),
        (["“四风”", "《准则》"], "", "“四风”、《准则》"),
        (["《党章》", "准则"], "", "《党章》、准则"),
    ],
)
def test_series_in_chinese(words: list[str], last: str, printed: str) -> None:
    assert ZH(Items(map(Text, words)), last) == printed


@pytest.mark.parametrize(
    ("words", "last", "printed"),
    [
        (["the bureau"], "and", "the bureau"),
        (["the bureau", "its staff"], "and", "the bureau and its staff"),
        (["the bureau", "its offices", "its staff"], "and", "the bureau, its offices and its staff"),
        (["the bureau", "its offices", "its staff"], "or", "the bureau, its offices or its staff"),
        (["the bureau", "its offices", "its staff"], "", "the bureau, its offices, its staff"),
    ],
)
def test_series_in_english(words: list[str], last: str, printed: str) -> None:
    assert EN(Items(map(Text, words)), last) == printed


def test_items_print_as_they_print_alone() -> None:
    assert ZH(Items([Figure("2413"), Day(2014, 1), Text("市委")])) == "2413、2014年1月和市委"
    assert EN(Items([Figure("2413"), Day(2014, 1)])) == "2,413 and January 2014"


@given(names=NAMES)
def test_a_series_holds_every_item_in_order(names: list[str]) -> None:
    assert ZH(names, "").split("、") == names
    assert EN(names, "").split(", ") == names
    assert ZH(names).replace("和", "、").split("、") == names
