"""The values that a template gets: texts, figures, days, lists and records, each with the place that it came from.

Templates get no other objects. A value's origin is in an attribute with a leading underscore, which the sandbox hides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import NamedTuple, TypeAlias

from speechgen.messages import translated
from speechgen.model.problem import Place


class Origin(NamedTuple):
    """A value's data path, such as `unit.head.post` or `evaluation[2].title`, and its place in its file.

    `also`: the data paths of the other values that it was computed from.
    """

    path: str
    place: Place
    also: tuple[str, ...] = ()


class Text(str):
    """Words from a file."""

    __slots__ = ("_origin",)
    _origin: Origin | None

    def __new__(cls, words: str, origin: Origin | None = None) -> Text:
        text = super().__new__(cls, words)
        text._origin = origin
        return text


class Figure(Decimal):
    """An exact number from a file. Never a float: 0.1 stays 0.1."""

    __slots__ = ("_origin",)
    _origin: Origin | None

    def __new__(cls, number: Decimal | int | str, origin: Origin | None = None) -> Figure:
        figure = super().__new__(cls, number)
        figure._origin = origin
        return figure

    def __index__(self) -> int:
        """A whole number may be a bound of a slice."""
        if self != int(self):
            raise TypeError(f"{self:f} is not a whole number")
        return int(self)


def days_in(year: int, month: int) -> int:
    """The number of days of a month. The module `calendar` takes longer to import than all else about days."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + is_leap if month == 2 else 30 if month in (4, 6, 9, 11) else 31


class Day:
    """A calendar day; a month if `day` is None. Always a valid date (see `Day.parse`).

    Days are equal wherever they came from. A month and a day in it are neither before nor after each other.
    """

    __slots__ = ("_origin", "day", "month", "year")

    def __init__(self, year: int, month: int, day: int | None = None, origin: Origin | None = None) -> None:
        self.year = year
        self.month = month
        self.day = day
        self._origin = origin

    @classmethod
    def parse(cls, text: str, origin: Origin | None = None) -> Day | None:
        """`2014-10-24` or `2014-01` in ISO 8601's extended form; None for anything else.

        Raises ValueError, with a message for the user, if the form is right but the date does not exist.
        """
        pieces = text.split("-")
        if [len(piece) for piece in pieces] not in ([4, 2], [4, 2, 2]) or not text.isascii():
            return None
        if not all(piece.isdigit() for piece in pieces):
            return None
        year, month, *rest = map(int, pieces)
        if year < 1000:
            raise ValueError(translated("{year} is not a valid year", year=f"{year:04}"))
        if not 1 <= month <= 12:
            raise ValueError(translated("there is no month {month}", month=month))
        if rest and not 1 <= rest[0] <= (days := days_in(year, month)):
            shown = f"{year}-{month:02}"
            raise ValueError(translated("{month} has {days} days, not {day}", month=shown, days=days, day=rest[0]))
        return cls(year, month, rest[0] if rest else None, origin)

    @property
    def iso(self) -> str:
        """ISO 8601: `2014-10-24`, or `2014-01` for a month."""
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Day):
            return NotImplemented
        return (self.year, self.month, self.day) == (other.year, other.month, other.day)

    def __hash__(self) -> int:
        return hash((self.year, self.month, self.day))

    def __repr__(self) -> str:
        return f"Day({self.iso})"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Day):
            raise TypeError('a date can only be compared with a date, such as "2014-10-24" | as_day')
        if self.day is None or other.day is None:
            return (self.year, self.month) < (other.year, other.month)
        return (self.year, self.month, self.day) < (other.year, other.month, other.day)

    def __gt__(self, other: object) -> bool:
        return other < self if isinstance(other, Day) else self < other

    def __le__(self, other: object) -> bool:
        return not self > other

    def __ge__(self, other: object) -> bool:
        return not self < other


class Items(list["Datum"]):
    """A list from a file."""

    __slots__ = ("_origin",)
    _origin: Origin | None

    def __init__(self, items: Iterable[Datum] = (), origin: Origin | None = None) -> None:
        super().__init__(items)
        self._origin = origin


class Record(dict[str, "Datum"]):
    """A mapping from a file. Templates can read only its keys: `record.items` is the key, not the method."""

    __slots__ = ("_origin",)
    _origin: Origin | None

    def __init__(self, pairs: Mapping[str, Datum] | Iterable[tuple[str, Datum]] = (), origin: Origin | None = None):
        super().__init__(pairs)
        self._origin = origin


class Measured(NamedTuple):
    """How a metric is written: its measure word, the step that it is rounded to, and how many per cent that may take
    away (see `language/rounding.py`).
    """

    measure: str = ""
    round_to: int | None = None
    max_loss: Decimal | int = 5


class Metric(Record):
    """A figure with its measure word. It renders as its template declares; its keys are the exact values: `value` and
    `measure`, or `before`, `after`, `percent`, `increased`, `decreased` and `unchanged` of a change.

    A metric of 0 is false in a condition, and so is a change from 0 to 0. `_measured` is how it is written, for a
    figure that is computed from it.
    """

    __slots__ = ("_measured", "_words")
    _measured: Measured
    _words: str

    def __init__(
        self, words: str, parts: Mapping[str, Datum], origin: Origin | None = None, measured: Measured | None = None
    ) -> None:
        super().__init__(parts, origin)
        self._words = words
        self._measured = measured or Measured(str(parts.get("measure", "")))

    def __str__(self) -> str:
        return self._words

    def __bool__(self) -> bool:
        return any(self.get(key) for key in ("value", "before", "after"))


# A value of a file; `str` is the rendered title or body of a part.
Datum: TypeAlias = "str | Figure | Day | bool | Items | Record"


def origin_of(value: object) -> Origin | None:
    """Where `value` came from; None if a template computed it."""
    return getattr(value, "_origin", None)


_MAX_ALSO = 1_000  # values that one is known to be computed from; a text that grows in a loop would have more each time


def joint_origin(values: Iterable[object]) -> Origin | None:
    """Where a value came from that is computed from `values`: the first that has an origin, and the others.

    For a list that a template makes, its items.
    """
    origins = list(_origins(values))
    if not origins:
        return None
    paths = dict.fromkeys(path for each in origins for path in (each.path, *each.also))
    return origins[0]._replace(also=tuple(islice(paths, 1, _MAX_ALSO)))


def _origins(values: Iterable[object]) -> Iterator[Origin]:
    for value in values:
        origin = origin_of(value)
        if origin is not None:
            yield origin
        elif isinstance(value, (list, tuple)):
            yield from _origins(value)
