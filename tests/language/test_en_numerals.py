"""Counts, ordinals and numbers in English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language.en.numerals import count, numeral, ordinal
from speechgen.model.values import Figure, Items, Text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "zero"),
        ("4", "four"),
        ("4.0", "four"),
        ("10", "ten"),
        ("11", "11"),
        ("2413", "2,413"),
        ("3.5", "3.5"),
        ("-2", "-2"),
    ],
)
def test_numbers_to_ten_are_words(number: str, words: str) -> None:
    assert numeral(Figure(number)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "one strength"), (2, "two strengths"), (10, "ten strengths"), (12, "12 strengths")]
)
def test_counts_choose_the_singular_for_one(number: int, words: str) -> None:
    assert count(number, "strength", "strengths") == words


def test_a_list_is_counted() -> None:
    assert count(Items([Text("leadership"), Text("study")]), "strength", "strengths") == "two strengths"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (30, "30th"),
        (101, "101st"),
        (111, "111th"),
        (1012, "1,012th"),
    ],
)
def test_ordinals(place: int, words: str) -> None:
    assert ordinal(place) == words


@given(one=st.integers(1, 10_000), other=st.integers(1, 10_000))
def test_different_places_have_different_words(one: int, other: int) -> None:
    assert (ordinal(one) == ordinal(other)) == (one == other)
