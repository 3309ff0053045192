"""What filters say about values that they cannot use, in Chinese, to be read through; and what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from tools.messages import texts

from speechgen.language import CODES, CannotSay, filters_of, language
from speechgen.language.examples import example_values
from speechgen.messages import ENGLISH, choose, translated
from speechgen.model import Day

from ..messages.english import english_in


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh-CN")
    yield
    choose(ENGLISH)


def _values(code: str) -> list[object]:
    shared = example_values(language(code))
    metrics = shared["metrics"]
    assert isinstance(metrics, dict)
    return [
        *(None, True, "市住建局", "", [], [""], {"name": "甲"}, -5, 0, Decimal("2.5"), Decimal(1) / 3),
        *(10**16, 10**20, Day(2014, 10), Day(2014, 10, 24), Decimal("1e-60")),
        *(shared["evaluation"], metrics["letters"], metrics["petitions"], metrics["satisfied"]),
    ]


def _said(code: str) -> Iterator[str]:
    """The reasons why filters cannot be used on a value, or with another value as their argument."""
    for function in filters_of(language(code)).values():
        for value in _values(code):
            for argument in ((), *((each,) for each in _values(code))):
                try:
                    function(value, *argument)
                except CannotSay as error:
                    yield str(error)
                except (TypeError, ValueError, ArithmeticError, AttributeError):
                    pass  # reported by the room that runs templates


@pytest.mark.parametrize("code", CODES)
def test_no_english_is_left_in_what_filters_say(chinese: None, golden: Callable[[str, str], None], code: str) -> None:
    said = sorted(set(_said(code)))
    assert len(said) > 50
    golden(f"in-chinese/filters-{code}.txt", "".join(f"{words}\n" for words in said))
    assert [words for words in said if english_in(words)] == []


def test_what_each_filter_does_is_in_the_catalogue(chinese: None) -> None:
    docs = [each.singular for each in texts() if each.room == "language" and each.singular.endswith(".")]
    assert len(docs) > 50
    assert [words for words in docs if translated(words) == words] == []
