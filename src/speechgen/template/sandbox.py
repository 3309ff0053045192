"""The sandbox: Jinja's immutable sandbox, restricted to reading plain data and printing it.

A template cannot call methods of values or include files outside its folder, and its steps and output are limited (see
`limits.py`). Jinja's security considerations: https://jinja.palletsprojects.com/en/stable/sandbox/
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from speechgen.language import Language
from speechgen.messages import marked, translated
from speechgen.model import Day, Figure, Metric, Record, Text, joint_origin, origin_of, real_path, with_fix
from speechgen.reading import nearest
from speechgen.template.attributes import DAY, LOOP
from speechgen.template.bounds import bounded_filter, bounded_filters, bounded_tests, check_number
from speechgen.template.filters import filters, jinja_tests, value_filter
from speechgen.template.installed_filters import FilterTable
from speechgen.template.limits import LimitError
from speechgen.template.missing_values import MissingUseError, MissingValue, UnknownMacroError, missing_in, missing_key
from speechgen.template.render_state import RenderState
from speechgen.template.source_lines import mark_lines
from speechgen.template.source_markers import SourceMarker

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import BytecodeCache, Environment, nodes
    from jinja2.runtime import Context

    from speechgen.template.files import Folder

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
        self.filters = FilterTable(
            bounded_filters({**filters(language, limits), **self.state.filters()}, limits),
            lambda name, function: bounded_filter(value_filter(name, function, limits), limits),
        )
        self.tests = bounded_tests(jinja_tests(), limits)
        self.concat = self.state.concat_pieces  # type: ignore[method-assign]
        self.globals = {"range": self._range}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` in a template: a key of a record, a part of a day, or an attribute of `loop`."""
        if isinstance(obj, Record):
            return obj[attribute] if attribute in obj else missing_key(obj, attribute)
        if attribute.startswith("_"):
            raise SecurityError(translated("a template may not read {attribute}", attribute=attribute))
        if isinstance(obj, MissingValue):
            return obj._child(attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Day) and attribute in DAY:
            part = getattr(obj, attribute)
            return _no_day(obj) if part is None else Figure(part, obj._origin)
        if type(obj).__name__ == "TemplateModule":  # `import "…" as x`, whose macros are `x.name`
            return super().getattr(obj, attribute)
        raise SecurityError(_no_attribute(obj, attribute, [*self.filters]))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` in a template: an item of a list, or as `obj.argument`."""
        if isinstance(argument, str):
            return self.getattr(obj, str(argument))
        if isinstance(argument, MissingValue):
            return argument._computed()
        if isinstance(obj, MissingValue):
            return obj._child(argument)
        if isinstance(obj, Markup):
            raise TypeError(translated("a part's title or body has no items"))
        check_number(argument)
        try:
            item = obj[int(argument) if isinstance(argument, Decimal) else argument]
            return Text(item, origin_of(obj)) if isinstance(obj, str) else item
        except (TypeError, LookupError, ValueError):
            origin = origin_of(obj)
            is_from_end = isinstance(obj, list) and isinstance(argument, int) and argument < 0
            item = len(obj) if is_from_end else argument  # the next item to add
            return MissingValue(path=f"{origin.path if origin else ''}[{item}]", origin=origin)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether `obj` is a macro, `range`, `super`, or a method of `loop`."""
        if isinstance(obj, (BlockReference, Macro, LoopContext)) or obj == self._range:
            return True
        return isinstance(getattr(obj, "__self__", None), LoopContext)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as jinja2 has it
        """`name(…)` in a template, counted; of `loop(…)` the turns, and of `loop.changed(…)` only scalars."""
        if isinstance(__obj, MissingValue):
            raise UnknownMacroError(__obj)
        if not __self.is_safe_callable(__obj):
            raise SecurityError(
                translated("{value} cannot be called: only macros can, and range()", value=_kind(__obj))
            )
        __self.state.limits.count_steps(1 + len(args))
        if isinstance(__obj, LoopContext) and args:
            if isinstance(args[0], MissingValue):
                raise MissingUseError(args[0])
            args = (__self.state.loop(__context, args[0], ""), *args[1:])
        elif isinstance(getattr(__obj, "__self__", None), LoopContext):
            args = tuple(__self.state.scalar(__context, each) for each in args)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on figures; `+` also joins texts and lists, within the limits."""
        self.state.limits.count_steps(1)
        for side in (left, right):
            if isinstance(side, MissingValue):
                return side._computed()
        if operator in _ARITHMETIC and _is_number(left) and _is_number(right):
            return self._arithmetic(operator, left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.state.concat(context, left, right, where="")
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            self.state.limits.count_steps(len(left) + len(right))
            return [*left, *right]
        raise TypeError(_not_computable(operator, left, right))

    def _arithmetic(self, sign: str, left: Any, right: Any) -> Figure | MissingValue:
        if sign in ("/", "//", "%") and not right:
            origin = origin_of(right)
            reason = translated("nothing can be divided by 0; put the sentence into a condition")
            return MissingValue(hint=reason, path=origin.path if origin else "", origin=origin, is_computed=True)
        result: Decimal = _ARITHMETIC[sign](Decimal(left), Decimal(right))
        if result.is_finite() and abs(result) < Decimal(10) ** 24:
            return Figure(result, joint_origin((left, right)))
        raise LimitError(translated("it computes a figure of more than {number} digits", number=24))

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """The source of a template as Jinja gets it: its lines are marked."""
        return mark_lines(source)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        from speechgen.template.tree_limits import parsed  # most templates are in the cache

        tree: nodes.Template = SourceMarker(name or "").visit(parsed(self, source, name, filename))
        return tree

    def _range(self, *bounds: int) -> range | MissingValue:
        missing = missing_in(bounds)
        if missing is not None:
            return missing
        for bound in bounds:
            check_number(bound)
        turns = range(*map(int, bounds))
        if len(turns) > 10_000:
            raise LimitError(translated("it loops more than {number:,} times", number=10_000))
        self.state.limits.count_steps(len(turns))
        return turns

    def source(self, name: str) -> str:
        """The text of a template file, or of a field of its front matter; empty if it cannot be read."""
        assert self.loader is not None  # noqa: S101 - set above
        try:
            return self.loader.get_source(self, name)[0]
        except (TemplateNotFound, KeyError):
            return ""


class _FolderLoader(BaseLoader):
    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    @cached_property
    def _path(self) -> Path:
        return real_path(self._folder.path)

    def get_source(self, environment: Environment, name: str) -> tuple[str, str, Callable[[], bool]]:
        file_name, _, field = name.partition(FIELD)
        file = self._folder.read(file_name)
        if file is None:
            raise TemplateNotFound(file_name)
        path = f"{self._path}/{name}"  # full, as the bytecode cache serves all templates
        if not field:
            # The last line ends too, or the words after an include would be run together with it.
            return file.body if file.body.endswith("\n") else f"{file.body}\n", path, lambda: True
        value = file.front[field]
        first = value.line if value.plain or "\n" not in str(value.content) else value.line + 1  # after `title: |`
        return "\n" * (first - 1) + str(value.content), path, lambda: True


def _no_day(month: Day) -> MissingValue:
    origin = month._origin
    hint = translated(
        "{month} is a month; write the day too, such as {example}", month=month.iso, example=f"{month.iso}-15"
    )
    return MissingValue(hint=hint, path=origin.path if origin else "", origin=origin)


def _no_attribute(obj: object, attribute: str, filters: list[str]) -> str:
    """The message about an attribute that does not exist, or that a template may not read."""
    known = LOOP if isinstance(obj, LoopContext) else DAY if isinstance(obj, Day) else ()
    near = nearest(attribute, sorted(known))
    is_self = isinstance(obj, TemplateReference)
    what = "self" if is_self else "loop" if isinstance(obj, LoopContext) else _kind(obj)
    message = translated(
        "{value} has no attribute {attribute} that a template may read", value=what, attribute=attribute
    )
    if is_self:
        return with_fix(message, translated("put the words into a macro, and call that"))
    if near:
        return with_fix(message, translated("did you mean {near}?", near=near))
    filter_fix = translated("use the filter: | {filter}", filter=attribute)
    return with_fix(message, filter_fix) if attribute in filters else message


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _kind(value: object) -> str:
    return translated(next((name for kind, name in _KINDS if isinstance(value, kind)), _OTHER))


def _not_computable(operator: str, left: object, right: object) -> str:
    """The message about an operator that cannot be used on two values."""
    message = translated(
        "`{operator}` cannot be used on {left} and {right}", operator=operator, left=_kind(left), right=_kind(right)
    )
    return with_fix(message, _advice(left, right))


def _advice(left: object, right: object) -> str | None:
    """What to write instead of an operator that cannot be used."""
    if isinstance(left, Day):
        return (
            translated("use `days_until`")
            if isinstance(right, Day)
            else translated("use `plus(days=…)` or `minus(days=…)`")
        )
    if isinstance(left, str) != isinstance(right, str):
        return translated("a filter is for the value just before it: write (a + b) | filter")
    has_metric = Metric in (type(left), type(right))
    return translated("use `plus`, `minus`, `share` or `per`, or `.value`") if has_metric else None


_OTHER = marked("this")
_KINDS = (
    (str, marked("a text")),
    ((int, Decimal), marked("a figure")),
    (Day, marked("a day")),
    (list, marked("a list")),
    (Metric, marked("a metric")),
    (Mapping, marked("a mapping")),
)


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}
