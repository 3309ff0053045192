"""The bound of each filter and test that a template may use: how large the values that it gets may be.

Filters are written for the values of a unit; a template can give them anything. What is too large raises LimitError, or
TypeError if it is of the wrong kind, before the filter runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from typing import Any, TypeAlias

from markupsafe import Markup

from speechgen.messages import translated
from speechgen.template.limits import LARGEST, MAX_CHARACTERS, LimitError, Limits, too_long

MAX_DECIMALS = 60  # of a figure, and that it may be rounded to
MAX_ARGUMENT = 1_000  # characters of an argument that is used on each item

# Raises an error if a filter's value, which is the first, and its arguments are too large; counts their steps.
Bound: TypeAlias = Callable[[Limits, Sequence[object]], None]


def _any(limits: Limits, values: Sequence[object]) -> None:
    """Work that grows as the values do. A part's text cannot be taken to pieces: it contains source markers."""
    if isinstance(values[0], Markup):
        raise TypeError(translated("filters cannot be used on a part's title or body"))
    limits.count_steps(1 + _size(values) // 8)


def _whole(limits: Limits, values: Sequence[object]) -> None:
    """Work that does not take the value to pieces."""
    limits.count_steps(1)


def _numbers(limits: Limits, values: Sequence[object]) -> None:
    """Numbers of a reasonable size, also in lists."""
    _any(limits, values)
    for value in values:
        for number in value if isinstance(value, (list, tuple, range)) else (value,):
            check_number(number)
            if isinstance(number, str) and len(number) > MAX_DECIMALS:
                raise TypeError(translated("a text of this length is not a number"))


def _sum(limits: Limits, values: Sequence[object]) -> None:
    _numbers(limits, values)
    if any(isinstance(value, (str, list)) for value in values[2:]):
        raise TypeError(translated("`sum` adds numbers"))
    _arguments(limits, values)


def _order(limits: Limits, values: Sequence[object]) -> None:
    """Items that are compared. Python cannot be stopped while it compares lists."""
    _any(limits, values)
    _arguments(limits, values)
    items = values[0]
    if isinstance(items, (list, tuple)) and any(isinstance(item, (list, tuple)) for item in items):
        raise TypeError(translated("lists cannot be compared"))


def _each(limits: Limits, values: Sequence[object]) -> None:
    """A filter or a test of each item, with its arguments; or an attribute of each."""
    _any(limits, values)
    _arguments(limits, values)


def _join(limits: Limits, values: Sequence[object]) -> None:
    """A text that is not too long."""
    _any(limits, values)
    _arguments(limits, values)
    items, separators = values[0], [value for value in values[1:] if isinstance(value, str)]
    if isinstance(items, (list, tuple, range)):
        between = max(map(len, separators), default=0) * len(items)
        if between > MAX_CHARACTERS:
            raise too_long()
        limits.count_characters(between + sum(len(item) for item in items if isinstance(item, str)))


def _arguments(limits: Limits, values: Sequence[object]) -> None:
    """Arguments that are used on each item, such as `attribute="…"`, whose every dot is a step."""
    if any(isinstance(value, str) and len(value) > MAX_ARGUMENT for value in values[1:]):
        raise LimitError(
            translated("an argument of a filter is longer than {number:,} characters", number=MAX_ARGUMENT)
        )
    items = values[0]
    length = len(items) if isinstance(items, (str, list, tuple, range, dict)) else 0
    limits.count_steps(length * (1 + _size(values[1:]) // 8))


FILTERS: Mapping[str, Bound] = {
    "abs": _numbers,
    "default": _whole,
    "first": _any,
    "int": _numbers,
    "join": _join,
    "last": _any,
    "length": _whole,
    "map": _each,
    "max": _order,
    "min": _order,
    "reject": _each,
    "rejectattr": _each,
    "reverse": _any,
    "round": _numbers,
    "select": _each,
    "selectattr": _each,
    "sort": _order,
    "sum": _sum,
    "unique": _order,
}
OF_LANGUAGE: Bound = _any  # of a language's filters, which write one value, and of those of installed packages
TESTS: Mapping[str, Bound] = {
    "boolean": _whole,
    "defined": _whole,
    "divisibleby": _numbers,
    "even": _numbers,
    "false": _whole,
    "integer": _numbers,
    "iterable": _whole,
    "mapping": _whole,
    "none": _whole,
    "number": _whole,
    "odd": _numbers,
    "sequence": _whole,
    "string": _whole,
    "true": _whole,
    "undefined": _whole,
}


def bounded_filters(filters: Mapping[str, Callable[..., Any]], limits: Limits) -> dict[str, Callable[..., Any]]:
    """The filters with their bounds. Names that begin with a space are not a template's own."""
    return {
        name: function if name.startswith(" ") else _bounded(function, FILTERS.get(name, OF_LANGUAGE), limits)
        for name, function in filters.items()
    }


def bounded_filter(function: Callable[..., Any], limits: Limits) -> Callable[..., Any]:
    """A filter of an installed package, with its bound."""
    return _bounded(function, OF_LANGUAGE, limits)


def bounded_tests(tests: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
    """The tests with their bounds."""
    return {name: _bounded_test(function, TESTS[name], limits) for name, function in tests.items()}


def check_number(value: object) -> None:
    """Raise LimitError if a number has more digits than a template may compute with."""
    if isinstance(value, float):
        value = Decimal(value) if abs(value) < float(LARGEST) else Decimal("NaN")
    if isinstance(value, int) and abs(value) >= LARGEST:
        raise LimitError(translated("a number is too large"))
    if isinstance(value, Decimal) and not (value.is_finite() and -MAX_DECIMALS * 20 < value.adjusted() < 24):
        raise LimitError(translated("a number is too large"))


def _bounded(function: Callable[..., Any], bound: Bound, limits: Limits) -> Callable[..., Any]:
    """A filter whose values are checked first."""
    takes_context = getattr(function, "jinja_pass_arg", None) is not None

    @wraps(function)
    def bounded(*args: Any, **kwargs: Any) -> Any:
        bound(limits, [*(args[1:] if takes_context else args), *kwargs.values()])
        return function(*args, **kwargs)

    return bounded


def _bounded_test(function: Callable[..., Any], bound: Bound, limits: Limits) -> Callable[..., Any]:
    @wraps(function)
    def bounded(*values: Any) -> Any:
        bound(limits, values)
        return function(*values)

    return bounded


def _size(values: Iterable[object]) -> int:
    """The characters of some values, also in lists; 8 for each other item."""
    return sum(_size_of(value) for value in values)


def _size_of(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, range):
        return 8 * len(value)
    if isinstance(value, (list, tuple)):
        return sum(8 + (len(item) if isinstance(item, (str, list, dict)) else 0) for item in value)
    return 8 * len(value) if isinstance(value, dict) else 0
