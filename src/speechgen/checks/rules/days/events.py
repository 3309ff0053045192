"""The days of congresses, sessions, campaigns and plans: the tables under `data/days`, and what a workspace adds.

The rules say nothing about what is later than the day up to which a table is complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from speechgen.checks.facts import Event
from speechgen.checks.rules.numerals import read_numeral
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import known_until, rows

Numbers: TypeAlias = "tuple[int, int]"  # of the term and of the session in it
Days: TypeAlias = "tuple[date, date]"

_NAME = lazily(
    r"(?:党的)?(?P<term>[一二三四五六七八九十]{2,3})(?:(?P<congresses>大)|届(?:(?:中央)?(?P<plenums>[一二三四五六七八九])中全会"
    "|中央纪委(?P<discipline>[一二三四五六七八九])次全会|全国人大(?P<peoples>[一二三四五])次会议))"
)
_TERM = 5  # years, by article 19 of the Party's constitution


class Congress(NamedTuple):
    """A congress of the Party: 党的二十大, its first and last day."""

    name: str
    first: date
    last: date


class Sessions(NamedTuple):
    """Congresses of the Party by number, and the days of the sessions of three bodies by term and number.

    All plenary sessions until `complete_until` are in the table.
    """

    congresses: dict[int, Congress]
    plenums: dict[Numbers, Days]
    discipline: dict[Numbers, Days]
    peoples: dict[Numbers, Days]
    complete_until: date

    @property
    def first_term(self) -> int:
        """The number of the first term whose plenary sessions are in the table."""
        return min(self.plenums)[0]

    @property
    def latest(self) -> int:
        """The number of the last congress, whose term is not over."""
        return max(self.congresses)

    def latest_on(self, day: date) -> Congress | None:
        """The last congress that had begun on a day."""
        begun = [number for number, congress in self.congresses.items() if congress.first <= day]
        return self.congresses[max(begun)] if begun else None

    @property
    def next_year(self) -> int:
        """The year in which the next congress must be held."""
        return self.congresses[self.latest].first.year + _TERM


@lru_cache(maxsize=64)
def sessions(own: tuple[Event, ...] = ()) -> Sessions:
    """The congresses and sessions in the tables, with those that a workspace adds."""
    known = Sessions(
        {int(number): Congress(name, *_days(first, last)) for number, name, first, last in rows("days/congresses")},
        _sessions("days/plenums"),
        _sessions("days/discipline_sessions"),
        _sessions("days/peoples_congresses"),
        known_until("days/plenums"),
    )
    for event in own:
        found = _NAME.fullmatch(event.name)
        if found is None or found.lastgroup is None or event.first is None or event.last is None:
            continue
        term, number = (read_numeral(found[group]) or 0 for group in ("term", found.lastgroup))
        if found["congresses"]:
            known.congresses[term] = Congress(f"党的{found['term']}大", event.first, event.last)
        else:
            getattr(known, found.lastgroup)[term, number] = (event.first, event.last)
    return known


def is_session(name: str) -> bool:
    """Whether it is the name of a congress or session: 党的二十届五中全会, 十四届全国人大五次会议."""
    return _NAME.fullmatch(name) is not None


@lru_cache(maxsize=64)
def campaigns(own: tuple[Event, ...] = ()) -> tuple[Event, ...]:
    """Campaigns and terms; those that a workspace adds replace those of the same name."""
    names = {event.name for event in own}
    known = (row for row in rows("days/campaigns") if row[0] not in names)
    return (*(Event(name, _day(first), _day(last), source) for name, first, last, source in known), *own)


@cache
def plans() -> Mapping[str, tuple[int, int]]:
    """The first and last year of each five-year plan."""
    return {name: (int(first), int(last)) for name, first, last in rows("days/plans")}


@cache
def anniversaries() -> Mapping[str, int]:
    """The years of events that have anniversaries, by their names."""
    return {name: int(year) for name, year in rows("days/anniversaries")}


def _sessions(name: str) -> dict[Numbers, Days]:
    return {(int(term), int(number)): _days(first, last) for term, number, first, last in rows(name)}


def _days(first: str, last: str) -> Days:
    return date.fromisoformat(first), date.fromisoformat(last)


def _day(cell: str) -> date | None:
    return None if cell == "-" else date.fromisoformat(cell)
