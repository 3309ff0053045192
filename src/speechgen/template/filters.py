"""The filters and tests that a template may use: the safe ones of Jinja, and those of its language.

Missing values pass through filters, so that `default` can replace them, unless a filter or a test needs what they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from markupsafe import Markup

from speechgen.language import CannotSay, Language
from speechgen.model import Metric, Text, origin_of
from speechgen.template.limits import MAX_CHARACTERS, Limits, too_long
from speechgen.template.missing_values import MissingUseError, MissingValue, ReportedValue, missing_in

# The filters and tests of Jinja that are safe. Those that format, multiply or call are left out.
JINJA_FILTERS = [
    "abs",
    "default",
    "first",
    "int",
    "join",
    "last",
    "length",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "round",
    "select",
    "selectattr",
    "sort",
    "sum",
    "unique",
]
WORD_FILTERS = ["capitalize", "lower", "title", "trim", "upper"]
JINJA_TESTS = [
    "boolean",
    "defined",
    "divisibleby",
    "even",
    "false",
    "integer",
    "iterable",
    "mapping",
    "none",
    "number",
    "odd",
    "sequence",
    "string",
    "true",
    "undefined",
]


def jinja_filters(limits: Limits) -> dict[str, Callable[..., object]]:
    """Jinja's own filters, by name."""
    return {
        **{name: _counted(FILTERS[name], limits) for name in JINJA_FILTERS},
        **{name: value_filter(_of_text(FILTERS[name]), limits) for name in WORD_FILTERS},
    }


def language_filters(language: Language, limits: Limits) -> dict[str, Callable[..., object]]:
    """The filters of a language, by name."""
    return {name: value_filter(function, limits) for name, function in language.filters.items()}


def jinja_tests() -> dict[str, Any]:
    """Jinja's own tests, by name."""
    return {name: _test(name) for name in JINJA_TESTS}


def _of_text(function: Callable[..., str]) -> Callable[..., str]:
    """One of Jinja's filters of texts, which also takes metrics."""

    @wraps(function)
    def of_text(value: object) -> str:
        return function(str(value) if isinstance(value, Metric) else value)

    return of_text


def value_filter(function: Callable[..., object], limits: Limits) -> Callable[..., object]:
    """A filter of one value: returns a missing value unchanged, and gives its result the origin of the value."""

    @wraps(function)
    def filtered(value: object, *args: object, **kwargs: object) -> object:
        limits.count_steps(1 + (len(value) // 8 if isinstance(value, (str, list)) else 0))
        missing = missing_in((value, *args, *kwargs.values()))
        if missing is None:
            missing = missing_in(value)
        if missing is not None:
            return missing
        if isinstance(value, Markup) or (
            isinstance(value, (list, tuple)) and any(isinstance(item, Markup) for item in value)
        ):
            raise TypeError("filters cannot be used on a part's title or body")
        origin = origin_of(value)
        try:
            result = function(value, *args, **kwargs)
        except CannotSay as error:
            return MissingValue(hint=str(error), path=origin.path if origin else "", origin=origin)
        except MissingUseError as error:
            return error.value
        return Text(result, origin) if isinstance(result, str) else result

    return filtered


def _counted(function: Callable[..., object], limits: Limits) -> Callable[..., object]:
    """One of Jinja's filters, with its steps counted and its output limited."""
    passes = getattr(function, "jinja_pass_arg", None)

    @wraps(function)
    def counted(*args: Any, **kwargs: Any) -> object:
        value = args[1] if passes is not None else args[0]
        limits.count_steps(1 + (len(value) if hasattr(value, "__len__") and not isinstance(value, MissingValue) else 0))
        if function is not FILTERS["default"]:
            missing = missing_in((value, *args, *kwargs.values()))
            if missing is not None:
                return missing
        try:
            result = function(*args, **kwargs)
        except MissingUseError as error:
            return error.value._computed()
        if isinstance(result, str) and len(result) > MAX_CHARACTERS:
            raise too_long()
        return result

    return counted


def _test(name: str) -> Any:
    """One of Jinja's tests; only whether a value is defined can be tested of a missing one."""
    function: Any = TESTS[name]
    if name in ("defined", "undefined"):
        return function

    @wraps(function)
    def tested(value: object, *args: object) -> bool:
        missing = missing_in((value, *args))
        if missing is None:
            return bool(function(value, *args))
        if isinstance(missing, ReportedValue):
            return False
        raise MissingUseError(missing)

    return tested
