"""Facts about a unit and its speech that rules and review pages share."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.model.problem import Place


class Given(NamedTuple):
    """A value as written in a file: its data path, its words, its place."""

    path: str
    words: str
    place: Place | None


class Spoken(NamedTuple):
    """How long a speech takes to read aloud.

    `amount` counts characters in Chinese, words in English. Times are in minutes: at the usual rate (`minutes`), at the
    fastest (`quickest`) and at the slowest.
    """

    amount: int
    minutes: Decimal
    quickest: Decimal
    slowest: Decimal
