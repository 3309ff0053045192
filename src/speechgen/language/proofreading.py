"""What the rules of `check` know about a language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Proofreading(NamedTuple):
    """Words of a language that rules need. Without them, the rules find what can be found in any language.

    `never_doubled` are words that are an error if doubled, `rarely_doubled` those that are a warning. `thanks` begin
    sentences that a speech may repeat. `titles` are those before surnames, such as Mr. With `months`, dates are checked
    against the calendar, and with `weekdays`, from Monday on, their days too; `month_may_be_first`: May 15.
    `relative_days` are words for days, with how many days after today: tomorrow is 1. `numbers` do not count when
    speeches are compared: two is the same as three.
    """

    never_doubled: frozenset[str] = frozenset()
    rarely_doubled: frozenset[str] = frozenset()
    thanks: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    month_may_be_first: bool = False
    relative_days: Mapping[str, int] = MappingProxyType({})
    numbers: tuple[str, ...] = ()
