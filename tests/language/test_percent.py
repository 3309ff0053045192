"""Percentages are rounded, but never to 0 or 100."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import CannotSay, change_percent, language
from speechgen.model.values import Figure

COUNTS = st.integers(0, 10**9).map(Decimal) | st.decimals(min_value=0, max_value=10**6, places=3)


@pytest.mark.parametrize(
    ("figure", "digits", "printed"),
    [
        ("57", 0, "57%"),
        ("57", 1, "57.0%"),
        ("57.5", 0, "58%"),
        ("56.5", 0, "57%"),
        ("92.75", 1, "92.8%"),
        ("0", 0, "0%"),
        ("0.4", 0, "0.4%"),
        ("0.04", 1, "0.04%"),
        ("100", 0, "100%"),
        ("99.5", 0, "99.5%"),
        ("99.96", 1, "99.96%"),
        ("100.4", 0, "100.4%"),
        ("-3.2", 0, "-3%"),
    ],
)
@pytest.mark.parametrize("code", ["zh-CN", "en"])
def test_percentages_are_rounded_half_up_and_stay_true(code: str, figure: str, digits: int, printed: str) -> None:
    assert language(code).filters["percent"](Figure(figure), digits) == printed


@pytest.mark.parametrize(
    ("part", "total", "printed"),
    [
        (92, 214, "43%"),
        (1, 3, "33%"),
        (1, 1000, "0.1%"),
        (999, 1000, "99.9%"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (9, 8, "113%"),
    ],
)
@pytest.mark.parametrize("code", ["zh-CN", "en"])
def test_shares(code: str, part: int, total: int, printed: str) -> None:
    assert language(code).filters["share"](Figure(part), Figure(total)) == printed


def test_a_quotient_is_a_percentage() -> None:
    assert language("zh-CN").filters["percent"](Decimal(92) / Decimal(214) * 100) == "43%"


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        ("214", "92", "57"),
        ("100", "120", "20"),
        ("8", "8", "0"),
        ("0", "0", "0"),
        ("5", "0", "100"),
        ("1000", "999", "0.1"),
        ("2500", "1", "99.96"),
        ("10000", "19996", "99.96"),
        ("2", "92", "4500"),
    ],
)
def test_change_in_per_cent(before: str, after: str, percent: str) -> None:
    assert change_percent(Figure(before), Figure(after)) == Decimal(percent)


@pytest.mark.parametrize(("before", "after"), [("0", "92"), ("-5", "3"), ("5", "-3")])
def test_a_change_from_zero_has_no_percentage(before: str, after: str) -> None:
    assert change_percent(Figure(before), Figure(after)) is None


def test_figures_that_are_too_large_for_words_have_no_change() -> None:
    with pytest.raises(CannotSay):
        change_percent(Figure("1E+20"), Figure("1E+21"))


def test_a_change_of_almost_100_per_cent_keeps_its_decimals() -> None:
    assert change_percent(Decimal(1), Decimal("1E-35")) == Decimal("99." + "9" * 33)


@given(before=COUNTS, after=COUNTS)
def test_a_change_is_0_or_100_per_cent_only_if_it_is_exactly(before: Decimal, after: Decimal) -> None:
    percent = change_percent(before, after)
    if percent is None:
        assert before == 0 < after
    else:
        assert (percent == 0) == (before == after)
        assert (percent == 100) == (before != after and after in (0, 2 * before))
        exact = abs(after - before) * 100
        assert abs(percent * before - exact) <= before / 2  # half a per cent at most


@given(part=COUNTS, total=COUNTS.filter(bool))
def test_a_share_is_0_or_100_per_cent_only_if_it_is_exactly(part: Decimal, total: Decimal) -> None:
    share = language("zh-CN").filters["share"](part, total)
    assert (share == "0%") == (part == 0)
    assert (share == "100%") == (part == total)


@given(figure=st.decimals(min_value=0, max_value=200, places=6), digits=st.integers(0, 8))
def test_a_percentage_is_off_by_half_its_last_digit_at_most(figure: Decimal, digits: int) -> None:
    printed = Decimal(language("en").filters["percent"](figure, digits).removesuffix("%"))
    assert abs(printed - figure) <= Decimal("0.5").scaleb(-digits)
    assert (printed in (0, 100)) == (figure in (0, 100))
