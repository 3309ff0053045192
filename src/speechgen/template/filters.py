"""The filters and tests that a template may use: the safe ones of Jinja, and those of its language.

Missing values pass through filters, so that `default` can replace them, unless a filter or a test needs what they are.
What a filter returns has the origin of its value, so that the words that it prints can be traced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from inspect import signature
from typing import Any

from jinja2.exceptions import FilterArgumentError, SecurityError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from markupsafe import Markup

from speechgen.language import CannotSay, Language, arguments, filters_of
from speechgen.messages import joined_words, translated
from speechgen.model import Day, Figure, Metric, Origin, Text, joint_origin, origin_of
from speechgen.template.computing import int_, join_of, round_, sum_of
from speechgen.template.jinja_names import JINJA_FILTERS, JINJA_TESTS, WORD_FILTERS
from speechgen.template.limits import MAX_CHARACTERS, Limits, too_long
from speechgen.template.missing_values import MissingUseError, MissingValue, ReportedValue, missing_in


def filters(language: Language, limits: Limits) -> dict[str, Callable[..., object]]:
    """The filters of a template in this language, by name."""
    of_language = filters_of(language)
    own: Mapping[str, Callable[..., object]] = {
        "round": round_,
        "int": int_,
        "sum": sum_of(of_language["plus"]),
        "join": join_of(language.to_text),
    }
    names = [name for group in JINJA_FILTERS.values() for name in group]
    return {
        **{name: _jinja(name, own.get(name) or FILTERS[name], limits) for name in names},
        **{name: value_filter(name, _of_text(FILTERS[name], language.to_text), limits) for name in WORD_FILTERS},
        **{name: value_filter(name, function, limits) for name, function in of_language.items()},
    }


def jinja_tests() -> dict[str, Any]:
    """Jinja's own tests, by name."""
    return {name: _test(name, TESTS[name]) for name in JINJA_TESTS} | {"integer": _test("integer", _is_whole)}


def with_origin(value: object, origin: Origin | None) -> object:
    """A computed value, with the origin of what it was computed from. A value of a file keeps its own."""
    if origin is None or origin_of(value) is not None or isinstance(value, (bool, Markup)):
        return value
    if isinstance(value, str):
        return Text(value, origin)
    if isinstance(value, (int, Decimal)):
        return Figure(value, origin)
    if isinstance(value, Metric):
        return Metric(str(value), value, origin, value._measured)
    return Day(value.year, value.month, value.day, origin) if isinstance(value, Day) else value


def _of_text(function: Callable[..., str], to_text: Callable[[object], str]) -> Callable[..., str]:
    """One of Jinja's filters of texts, which also takes what prints as text."""

    @wraps(function)
    def of_text(value: object) -> str:
        return function(to_text(value))

    return of_text


def value_filter(name: str, function: Callable[..., object], limits: Limits) -> Callable[..., object]:
    """A filter of one value: returns a missing value unchanged, and so a list with one."""

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
            raise TypeError(translated("filters cannot be used on a part's title or body"))
        return _result(name, function, (value, *args), kwargs, (value, *args, *kwargs.values()))

    return filtered


def _jinja(name: str, function: Callable[..., object], limits: Limits) -> Callable[..., object]:
    """One of Jinja's filters, with its steps counted and its output limited."""
    passes = getattr(function, "jinja_pass_arg", None) is not None

    @wraps(function)
    def counted(*args: Any, **kwargs: Any) -> object:
        values = args[1:] if passes else args
        length = len(values[0]) if hasattr(values[0], "__len__") and not isinstance(values[0], MissingValue) else 0
        limits.count_steps(1 + length)
        if name != "default":
            missing = missing_in((*values, *kwargs.values()))
            if missing is not None:
                return missing
        result = _result(name, function, args, kwargs, values)
        if isinstance(result, str) and len(result) > MAX_CHARACTERS:
            raise too_long()
        return result

    return counted


def _result(
    name: str,
    function: Callable[..., object],
    args: Sequence[object],
    kwargs: Mapping[str, object],
    values: Sequence[object],
) -> object:
    """What a filter returns for its `values`, with their origin.

    A value that it cannot be used on becomes a missing value with the reason, which is reported where it is used.
    """
    origin = None if name == "default" else joint_origin(values)
    try:
        result = function(*args, **kwargs)
        # What Jinja would compute where it is used is computed here: each is counted, and iterators of iterators end.
        return with_origin(list(result) if isinstance(result, Iterator) else result, origin)
    except (CannotSay, SecurityError) as error:
        reason = str(error)
    except MissingUseError as error:
        return error.value._computed()
    except FilterArgumentError as error:
        reason = _argument_problem(name, str(error))
    except (TypeError, ValueError, ArithmeticError, AttributeError) as error:
        if not _accepts(function, args, kwargs):
            message = translated(
                "`{filter}` takes other arguments; see `speechgen templates --filters {filter}`", filter=name
            )
            raise TypeError(message) from error
        kinds = joined_words(map(arguments.kind, values))
        reason = translated("`{filter}` cannot be used on {values}", filter=name, values=kinds)
    return MissingValue(hint=reason, path=origin.path if origin else "", origin=origin, is_computed=True)


def _argument_problem(name: str, message: str) -> str:
    """What Jinja says is wrong with the arguments of `map`, `select` and the like."""
    if unknown := re.fullmatch(r"Unexpected keyword argument '(.*)'", message):
        return translated("`{filter}` has no argument {name}", filter=name, name=unknown[1])
    if message == "map requires a filter argument":
        return translated('`map` needs the name of a filter, or attribute="…"')
    if message == "Missing parameter for attribute name":
        return translated("`{filter}` needs the name of an attribute", filter=name)
    return translated("`{filter}` takes other arguments; see `speechgen templates --filters {filter}`", filter=name)


def _accepts(function: Callable[..., object], args: Sequence[object], kwargs: Mapping[str, object]) -> bool:
    try:
        signature(function).bind(*args, **kwargs)
    except TypeError:
        return False
    return True


def _is_whole(value: object) -> bool:
    """Whether a value is a whole number; Jinja's own test is false for decimals without a fraction."""
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value == int(value)


def _test(name: str, function: Any) -> Any:
    """One of Jinja's tests; only whether a value is defined can be tested of a missing one."""
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
