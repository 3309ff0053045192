"""What is known of a unit and of its speech, in the form in which rules and review pages share it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.model.problem import Place


class Given(NamedTuple):
    """A value of the files in words, its data path and its place."""

    path: str
    words: str
    place: Place | None


class Spoken(NamedTuple):
    """A speech read aloud: `amount` is its characters in Chinese, its words in English; minutes at the usual rate, the
    quickest and the slowest.
    """

    amount: int
    minutes: Decimal
    quickest: Decimal
    slowest: Decimal
