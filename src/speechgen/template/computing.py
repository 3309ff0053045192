"""`round`, `int` and `sum`, with exact decimals; a text is never a number. `join`, of what can be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import pass_environment, pass_eval_context
from jinja2.filters import FILTERS, make_attrgetter
from markupsafe import Markup

from speechgen.language import CannotSay, arguments
from speechgen.messages import translated
from speechgen.model import origin_of
from speechgen.template.missing_values import missing_in

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.nodes import EvalContext

_METHODS = {"common": ROUND_HALF_UP, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}
_MAX_DIGITS = 20


def round_(value: object, digits: object = 0, method: object = "common") -> Decimal:
    """A number, rounded to some decimals."""
    wanted = arguments.whole(digits)
    if abs(wanted) > _MAX_DIGITS:
        raise CannotSay(translated("a number cannot be rounded to {number} decimals", number=wanted))
    rounding = arguments.form(method, _METHODS)
    exact = arguments.number(value)
    rounded = exact.quantize(Decimal(1).scaleb(-wanted), context=Context(prec=120, rounding=rounding))
    return rounded.quantize(Decimal(1)) if wanted <= 0 else rounded


def int_(value: object) -> Decimal:
    """The whole part of a number."""
    return Decimal(int(arguments.number(value)))


def sum_of(plus: Callable[..., object]) -> Callable[..., object]:
    """The filter `sum`, which adds numbers and metrics with the filter `plus`."""

    @pass_environment
    def sum_(environment: Environment, value: Iterable[Any], attribute: object = None) -> object:
        items = arguments.items(value)
        if attribute is not None:
            get = make_attrgetter(environment, arguments.words(attribute))
            items = [get(item) for item in items]
        missing = missing_in(items)
        if missing is not None:
            return missing
        if not items:
            return Decimal(0)
        return plus(*items) if len(items) > 1 else plus(items[0], 0)

    return sum_


def join_of(to_text: Callable[[object], str]) -> Callable[..., object]:
    """The filter `join`, whose items are written as they print alone."""

    @pass_eval_context
    def join(context: EvalContext, value: object, separator: str = "", attribute: str | None = None) -> object:
        items = arguments.items(value)
        if attribute is not None:
            items = list(map(make_attrgetter(context.environment, arguments.words(attribute)), items))
        missing = missing_in(items)
        if missing is not None:
            return missing
        if any(isinstance(item, Markup) for item in items):
            _check_markup(items, separator)
        words = [item if isinstance(item, Markup) else to_text(item) for item in items]
        joined: object = FILTERS["join"](context, words, arguments.words(separator))
        return joined

    return join


def _check_markup(items: Iterable[object], separator: object) -> None:
    """Titles and bodies of parts are Markdown; what is joined with them must not be a value, which is not."""
    if not all(isinstance(item, Markup) for item in items) or origin_of(separator) is not None:
        raise CannotSay(translated("a part's title or body can be joined with others only; print the value"))
