"""The sandbox: Jinja's immutable sandbox, restricted to reading plain data and printing it.

A template cannot call methods of values or include files outside its folder, and its steps and output are limited (see
`limits.py`). Jinja's security considerations: https://jinja.palletsprojects.com/en/stable/sandbox/
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from markupsafe import Markup

from speechgen.language import CannotSay, Language
from speechgen.model import Day, Metric, Record, Text, origin_of
from speechgen.template.limits import MAX_CHARACTERS, LimitError, Limits, too_long
from speechgen.template.missing_values import MissingValue, missing_key
from speechgen.template.render_state import RenderState
from speechgen.template.source_markers import SourceMarker

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, nodes
    from jinja2.runtime import Context

    from speechgen.template.files import Folder

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
LOOP_ATTRIBUTES = frozenset(
    [
        "cycle",
        "changed",
        "depth",
        "depth0",
        "first",
        "index",
        "index0",
        "last",
        "length",
        "nextitem",
        "previtem",
        "revindex",
        "revindex0",
    ]
)
FIELD = "#"  # `speech.md.j2#title` names a field of the front matter, which is a template too


class Sandbox(ImmutableSandboxedEnvironment):
    """The Jinja environment of one template: its files, its language's filters, the state of its render."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, folder: Folder, language: Language, bytecode_cache: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=_FolderLoader(folder),
            undefined=MissingValue,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,  # or an included file would lose its last line break
            auto_reload=False,
            bytecode_cache=bytecode_cache,
        )
        self.state = RenderState(language.to_text, language.joins_lines_without_space)
        limits = self.state.limits
        self.filters = {
            **{name: _counted(FILTERS[name], limits) for name in JINJA_FILTERS},
            **{name: _filter(_of_text(FILTERS[name]), limits) for name in WORD_FILTERS},
            **{name: _filter(function, limits) for name, function in language.filters.items()},
            **self.state.filters(),
        }
        self.tests = {name: TESTS[name] for name in JINJA_TESTS}
        self.globals = {"range": self._range}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` in a template: a key of a record, a part of a day, or an attribute of `loop`."""
        if isinstance(obj, Record):
            return obj[attribute] if attribute in obj else missing_key(obj, attribute)
        if attribute.startswith("_"):
            raise SecurityError(f"a template may not read {attribute}")
        if isinstance(obj, MissingValue):
            return obj._child(attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_ATTRIBUTES:
            return getattr(obj, attribute)
        if isinstance(obj, Day) and attribute in ("year", "month", "day"):
            return getattr(obj, attribute)
        if type(obj).__name__ == "TemplateModule":  # `import "…" as x`, whose macros are `x.name`
            return super().getattr(obj, attribute)
        raise SecurityError(f"{_kind(obj)} has no attribute {attribute} that a template may read")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` in a template: an item of a list, or as `obj.argument`."""
        if isinstance(argument, str):
            return self.getattr(obj, str(argument))
        if isinstance(obj, MissingValue):
            return obj._child(argument)
        try:
            return obj[int(argument) if isinstance(argument, Decimal) else argument]
        except (TypeError, LookupError, ValueError):
            origin = origin_of(obj)
            return MissingValue(path=f"{origin.path if origin else ''}[{argument}]", origin=origin)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether `obj` is a macro, `range`, or a method of `loop`."""
        if isinstance(obj, (Macro, LoopContext)) or obj == self._range:
            return True
        return isinstance(getattr(obj, "__self__", None), LoopContext)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on figures; `+` also joins texts and lists, within the limits."""
        for side in (left, right):
            if isinstance(side, MissingValue):
                return side
        if operator in _ARITHMETIC and _is_number(left) and _is_number(right):
            return self._arithmetic(operator, left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.state.concat(context, left, right, where="")
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            self.state.limits.count_steps(len(left) + len(right))
            return [*left, *right]
        raise TypeError(f"`{operator}` cannot be used on {_kind(left)} and {_kind(right)}")

    def _arithmetic(self, sign: str, left: Any, right: Any) -> Decimal:
        result: Decimal = _ARITHMETIC[sign](Decimal(left), Decimal(right))
        if result.is_finite() and abs(result) < Decimal(10) ** 24:
            return result
        raise LimitError("it computes a figure of more than 24 digits")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = SourceMarker(name or "").visit(super()._parse(source, name, filename))
        return tree

    def _range(self, *bounds: int) -> range:
        turns = range(*map(int, bounds))
        if len(turns) > 10_000:
            raise LimitError("it loops more than 10,000 times")
        self.state.limits.count_steps(len(turns))
        return turns


class _FolderLoader(BaseLoader):
    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, name: str) -> tuple[str, str, Callable[[], bool]]:
        file_name, _, field = name.partition(FIELD)
        file = self._folder.read(file_name)
        if file is None:
            raise TemplateNotFound(file_name)
        path = f"{self._folder.path.resolve()}/{name}"  # full, as the bytecode cache serves all templates
        if not field:
            return file.body, path, lambda: True
        value = file.front[field]
        first = value.line if value.plain or "\n" not in str(value.content) else value.line + 1  # after `title: |`
        return "\n" * (first - 1) + str(value.content), path, lambda: True


def _of_text(function: Callable[..., str]) -> Callable[..., str]:
    """One of Jinja's filters of texts, which also takes metrics."""

    @wraps(function)
    def of_text(value: object) -> str:
        return function(str(value) if isinstance(value, Metric) else value)

    return of_text


def _filter(function: Callable[..., object], limits: Limits) -> Callable[..., object]:
    """A filter of one value: returns a missing value unchanged, and gives its result the origin of the value."""

    @wraps(function)
    def filtered(value: object, *args: object, **kwargs: object) -> object:
        limits.count_steps(1 + (len(value) // 8 if isinstance(value, (str, list)) else 0))
        for given in (value, *args):
            if isinstance(given, MissingValue):
                return given
        if isinstance(value, Markup) or (
            isinstance(value, (list, tuple)) and any(isinstance(item, Markup) for item in value)
        ):
            raise TypeError("filters cannot be used on a part's title or body")
        origin = origin_of(value)
        try:
            result = function(value, *args, **kwargs)
        except CannotSay as error:
            return MissingValue(hint=str(error), path=origin.path if origin else "", origin=origin)
        return Text(result, origin) if isinstance(result, str) else result

    return filtered


def _counted(function: Callable[..., object], limits: Limits) -> Callable[..., object]:
    """One of Jinja's filters, with its steps counted and its output limited."""
    passes = getattr(function, "jinja_pass_arg", None)

    @wraps(function)
    def counted(*args: Any, **kwargs: Any) -> object:
        value = args[1] if passes is not None else args[0]
        limits.count_steps(1 + (len(value) if hasattr(value, "__len__") and not isinstance(value, MissingValue) else 0))
        if isinstance(value, MissingValue) and function is not FILTERS["default"]:
            return value
        result = function(*args, **kwargs)
        if isinstance(result, str) and len(result) > MAX_CHARACTERS:
            raise too_long()
        return result

    return counted


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _kind(value: object) -> str:
    names = ((str, "a text"), (Decimal, "a figure"), (Day, "a day"), (list, "a list"), (Mapping, "a mapping"))
    return next((name for kind, name in names if isinstance(value, kind)), "this")


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}
