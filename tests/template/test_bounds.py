"""Each filter and test has a bound, which stops it before it runs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from speechgen.language import CODES, language
from speechgen.template.bounds import FILTERS, MAX_ARGUMENT, TESTS
from speechgen.template.limits import MAX_STEPS, LimitError
from speechgen.template.sandbox import Sandbox

SANDBOXES: Mapping[str, Sandbox] = {
    code: Sandbox(None, language(code))  # type: ignore[arg-type]  # it reads no files
    for code in CODES
}
OWN = [(code, name) for code, sandbox in SANDBOXES.items() for name in sandbox.filters if not name.startswith(" ")]
HUGE = [10**24, -(10**24), Decimal("1e24"), Decimal("1e999999999"), Decimal("Infinity"), float("inf"), float("nan")]
NUMERIC = ("abs", "int", "round", "sum", "divisibleby", "even", "integer", "odd")
WHOLE = ("default", "length")  # which do not look at the characters or the items


@pytest.fixture(autouse=True)
def _new_render() -> None:
    for sandbox in SANDBOXES.values():
        sandbox.state.reset()


def _filter(code: str, name: str, value: object, *args: object) -> Any:
    sandbox = SANDBOXES[code]
    context = sandbox.from_string("").new_context({})
    return sandbox.call_filter(name, value, args, context=context, eval_ctx=context.eval_ctx)


def _test(name: str, value: object, *args: object) -> Any:
    return SANDBOXES["en"].call_test(name, value, args)


def test_every_filter_and_test_of_jinja_has_a_bound() -> None:
    assert {name for _, name in OWN} > set(FILTERS)
    assert set(SANDBOXES["en"].tests) == set(TESTS)


@pytest.mark.parametrize(("code", "name"), [each for each in OWN if each[1] not in WHOLE])
def test_a_filter_does_not_run_on_what_is_too_large(code: str, name: str) -> None:
    for value in ("a" * (8 * MAX_STEPS + 8), [1] * (MAX_STEPS + 1), ["a" * 300_000] * 10, range(MAX_STEPS + 1)):
        SANDBOXES[code].state.reset()
        with pytest.raises(LimitError):
            _filter(code, name, value)


@pytest.mark.parametrize("number", HUGE, ids=str)
@pytest.mark.parametrize("name", NUMERIC)
def test_a_number_that_is_too_large(name: str, number: object) -> None:
    call = _test if name in TESTS else lambda *values: _filter("en", *values)
    with pytest.raises(LimitError, match="a number is too large"):
        call(name, [number] if name == "sum" else number, *([3] if name == "divisibleby" else []))


@pytest.mark.parametrize(
    "name", ["join", "map", "max", "reject", "rejectattr", "select", "selectattr", "sort", "unique"]
)
def test_an_argument_that_is_too_long(name: str) -> None:
    with pytest.raises(LimitError, match="an argument of a filter is longer than 1,000 characters"):
        _filter("en", name, [1, 2], "a." * MAX_ARGUMENT)


def test_a_text_that_would_be_joined_is_counted_first() -> None:
    with pytest.raises(LimitError, match="it writes more than 250,000 characters"):
        _filter("en", "join", range(2_000), "a" * 900)


def test_lists_are_not_compared() -> None:
    for name in ("sort", "unique", "max", "min"):
        with pytest.raises(TypeError, match="lists cannot be compared"):
            _filter("en", name, [[1], [2]])
