"""Our NamedTuple is that of `typing`, only made sooner."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from speechgen.model import NamedTuple


class Hall(NamedTuple):
    """Where a meeting is held."""

    name: str
    seats: int = 40
    floor: int | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.seats})"

    @property
    def is_large(self) -> bool:
        """Whether many can sit in it."""
        return self.seats > 100


class UsualHall(typing.NamedTuple):
    """The same, by `typing`."""

    name: str
    seats: int = 40
    floor: int | None = None


class BoundedHall(Hall):
    """A subclass, which keeps the fields."""

    def __repr__(self) -> str:
        return f"bounded {super().__repr__()}"


class Empty(NamedTuple):
    """Without fields."""


CALLS: tuple[Callable[[Any], Any], ...] = (
    lambda hall: hall("East"),
    lambda hall: hall("East", 12, floor=3)._asdict(),
    lambda hall: hall(floor=1, name="East")._replace(seats=9),
    lambda hall: hall._make(("East", 1, 2)),
    lambda hall: (hall._fields, hall._field_defaults, hall.__match_args__, hall.__slots__),
    lambda hall: (hall("East") == ("East", 40, None), hash(hall("East")), hall("A") < hall("B"), len(hall("A"))),
    lambda hall: [hall("East").name, hall("East")[1], *hall("East")],
    lambda hall: hall(),
    lambda hall: hall("East", 1, 2, 3),
    lambda hall: hall("East", rows=3),
    lambda hall: hall("East")._replace(rows=3),
    lambda hall: hall._make(("East",)),
    lambda hall: setattr(hall("East"), "name", "West"),
    lambda hall: setattr(hall("East"), "rows", 3),
)


def _result(call: Callable[[Any], Any], hall: type) -> object:
    """What a call returns, or the error that it raises, in words without the name of the class."""
    try:
        return call(hall)
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error).replace("UsualHall", "Hall")


@pytest.mark.parametrize("call", CALLS)
def test_it_does_what_that_of_typing_does(call: Callable[[Any], Any]) -> None:
    assert _result(call, Hall) == _result(call, UsualHall)


def test_it_is_printed_with_its_fields() -> None:
    assert repr(Hall("East")) == "Hall(name='East', seats=40, floor=None)"
    assert str(Hall("East")) == "East (40)"
    assert Hall("East", 120).is_large
    assert Hall.__doc__ == "Where a meeting is held."


def test_it_is_pickled_and_copied() -> None:
    hall = Hall("East", 12)
    pickled = pickle.loads(pickle.dumps(hall))  # noqa: S301 - of the line above
    for again in (pickled, copy.deepcopy(hall), copy.copy(hall)):
        assert again == hall
        assert type(again) is Hall


def test_a_subclass_keeps_the_fields() -> None:
    assert repr(BoundedHall("East")._replace(seats=3)) == "bounded BoundedHall(name='East', seats=3, floor=None)"


def test_a_class_may_have_no_fields() -> None:
    assert Empty() == ()


def test_a_field_without_a_default_cannot_follow_one_with_a_default() -> None:
    body = {"__annotations__": {"seats": "int", "name": "str"}, "seats": 40}
    with pytest.raises(TypeError, match="without a default"):
        type(NamedTuple.__mro_entries__(())[0])("Wrong", (), body)  # type: ignore[attr-defined]
