"""Round figures: `about` and `near` never contradict the exact figure."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import language
from speechgen.model.values import Figure

FIGURES = st.integers(0, 10**12).map(Decimal) | st.decimals(min_value=0, max_value=10**9, places=2)
STEPS = st.sampled_from([10, 50, 100, 500, 1000, 10_000, 100_000, 10**8])
LEAST_STEPS = ((10**12, 10**11), (10**8, 10**7), (10**6, 10**3))  # of figures with 万 or 亿: 1.2亿余
UNITS = {"万亿": 10**12, "亿": 10**8, "万": 10**4, " trillion": 10**12, " billion": 10**9, " million": 10**6}


@pytest.mark.parametrize(
    ("figure", "step", "chinese", "english"),
    [
        ("2413", 100, "2400余", "more than 2,400"),
        ("2400", 100, "2400", "2,400"),
        ("2400.0", 100, "2400", "2,400"),
        ("2400.5", 100, "2400余", "more than 2,400"),
        ("23", 10, "20余", "more than 20"),
        ("7", 10, "7", "7"),
        ("99.5", 100, "99.5", "99.5"),
        ("0", 10, "0", "0"),
        ("9999", 1000, "9000余", "more than 9,000"),
        ("12000", 1000, "1.2万", "12,000"),
        ("12345", 100, "12300余", "more than 12,300"),
        ("34567", 1000, "3.4万余", "more than 34,000"),
        ("30567", 1000, "3万余", "more than 30,000"),
        ("15000", 20000, "1.5万", "15,000"),
        ("2400000", 1000, "240万", "2.4 million"),
        ("2456789", 1000, "245.6万余", "more than 2,456,000"),
        ("123456789", 1000, "1.2亿余", "more than 123,456,000"),
        ("129999999", 10_000_000, "1.2亿余", "more than 120 million"),
        ("3100000000000", 1000, "3.1万亿", "3.1 trillion"),
    ],
)
def test_about_rounds_down_and_says_so(figure: str, step: int, chinese: str, english: str) -> None:
    assert language("zh-CN").filters["about"](Figure(figure), step) == chinese
    assert language("en").filters["about"](Figure(figure), step) == english


@pytest.mark.parametrize(
    ("figure", "step", "chinese", "english"),
    [
        ("98.6", 100, "近百", "nearly 100"),
        ("90", 100, "近百", "nearly 100"),
        ("89.9", 100, "89.9", "89.9"),
        ("100", 100, "100", "100"),
        ("101", 100, "101", "101"),
        ("180", 100, "近200", "nearly 200"),
        ("480", 100, "近500", "nearly 500"),
        ("410", 100, "410", "410"),
        ("960", 1000, "近千", "nearly 1,000"),
        ("9800", 10_000, "近万", "nearly 10,000"),
        ("19500", 10_000, "近2万", "nearly 20,000"),
        ("20000", 10_000, "2万", "20,000"),
        ("98000", 100_000, "近10万", "nearly 100,000"),
        ("990000", 1_000_000, "近百万", "nearly 1 million"),
        ("99000000", 10**8, "近亿", "nearly 100 million"),
        ("0", 100, "0", "0"),
        ("9", 10, "近10", "nearly 10"),
    ],
)
def test_near_rounds_up_a_figure_just_below_a_round_one(figure: str, step: int, chinese: str, english: str) -> None:
    assert language("zh-CN").filters["near"](Figure(figure), step) == chinese
    assert language("en").filters["near"](Figure(figure), step) == english


def heard(words: str) -> tuple[str, Decimal]:
    """The word of approximation and the figure that a listener takes from `words`."""
    parts = re.fullmatch("(近|more than |nearly |)([百千]*)([0-9.,]*)(万亿|亿|万| [a-z]+illion|)(余|)", words)
    assert parts is not None, words
    before, numeral, digits, unit, after = parts.groups()
    figure = Decimal(digits.replace(",", "") or 1)
    for name in numeral:
        figure *= {"百": 100, "千": 1000}[name]
    return before.strip() or after, figure * UNITS.get(unit, 1)


@pytest.mark.parametrize("code", ["zh-CN", "en"])
@given(figure=FIGURES, step=STEPS)
def test_about_never_exceeds_the_figure_and_takes_less_than_a_step(code: str, figure: Decimal, step: int) -> None:
    word, rounded = heard(language(code).filters["about"](figure, step))
    least = next((least for size, least in LEAST_STEPS if figure >= size), 1) if code == "zh-CN" else 1
    assert rounded <= figure < rounded + max(step, least)
    assert bool(word) == (rounded != figure)


@pytest.mark.parametrize("code", ["zh-CN", "en"])
@given(figure=FIGURES, step=STEPS)
def test_near_is_never_below_the_figure_and_adds_a_tenth_at_most(code: str, figure: Decimal, step: int) -> None:
    word, rounded = heard(language(code).filters["near"](figure, step))
    assert figure <= rounded <= figure / Decimal("0.9")
    assert bool(word) == (rounded != figure)
