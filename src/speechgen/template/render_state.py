"""The state of one render: the values that it has printed, those that it could not print, and its limits.

A template's text does not contain the values that it prints, but markers: the template's file and line, and the value's
number in `RenderState.printed`. So values are never read as Markdown, whatever they contain.
"""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from jinja2 import pass_context
from markupsafe import Markup

from speechgen.language import CannotSay
from speechgen.messages import translated
from speechgen.model import Day, Metric, Origin, Text, joint_origin, lazily, origin_of
from speechgen.template.limits import LimitError, Limits
from speechgen.template.missing_values import MissingUseError, MissingValue, ReportedValue
from speechgen.template.source_lines import PARAGRAPH_END, without_hard_line_end
from speechgen.template.source_markers import NUMBER_END, VALUE, VALUE_END

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sized

    from jinja2.runtime import Context

    from speechgen.template.wordings import WordingChoice

BLANK = "＿＿"  # shown for a missing value in the sentence that a problem quotes

_PLACEHOLDER = "\U0001fffe"  # a noncharacter, so that no text contains it
_OTHER_LINE_BREAKS = lazily("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = lazily("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


# The words of a value as printed, and where the value came from.
PrintedValue: TypeAlias = "tuple[str, Origin | None]"


class PrintFailure(NamedTuple):
    """A value that could not be printed: a missing one if `reason` is None, otherwise one that does not fit."""

    where: str  # template file:line
    path: str
    reason: str | None
    origin: Origin | None
    placeholder: str  # what the text has in its place, by which its sentence is found


class RenderState:
    """What one render has printed, what it could not print, and what it has used of its limits.

    The methods with a context are the filters that `source_markers.py` compiles into templates.
    """

    def __init__(self, say: Callable[[object], str], joins_lines_without_space: bool) -> None:
        self._say = say
        self._line_joint = "" if joins_lines_without_space else " "
        self.limits = Limits()
        self.reset()

    def reset(self, wordings: WordingChoice | None = None) -> None:
        """Start a new render, of the unit with these wordings."""
        self._wordings = wordings
        self.printed: list[PrintedValue] = []
        self.failures: list[PrintFailure] = []
        self._placeholders: dict[tuple[str, str, str | None, Origin | None], str] = {}
        self.limits.reset()

    def record(self, words: str, origin: Origin | None, where: str) -> Markup:
        """Record the words of a value; the marker to write in their place."""
        if not words.isprintable() and _UNPRINTABLE.search(words):
            words = self._printable(words)
        self.limits.count_characters(len(words))
        self.printed.append((words, origin))
        # As Markup(), but without its check for `__html__`: most of a render's time is spent on markers.
        return str.__new__(Markup, f"{VALUE}{where}{VALUE_END}{len(self.printed) - 1}{NUMBER_END}")

    @pass_context  # with a context, so that Jinja does not evaluate it for constants while it compiles
    def print(self, context: Context, value: object, where: str) -> Markup:
        """`{{ value }}` at `where`: record its words; the marker to write in their place."""
        self.limits.count_steps(1)
        if isinstance(value, Markup):
            self.limits.count_characters(len(value))
            return value
        origin = origin_of(value)
        if type(value) is Text:
            words: str = value
        elif isinstance(value, MissingValue):
            words = self._fail(value, where)
        else:
            words = self._words(value, where, origin)
        if words and not words.isprintable() and not self._printable(words):
            path = origin.path if origin else ""
            nothing_left = MissingValue(hint=translated("it has no printable characters"), path=path, origin=origin)
            words = self._fail(nothing_left, where)
        return self.record(words, origin, where)

    @pass_context
    def start(self, context: Context, size: int) -> Markup:
        """The start of a template, a macro or a block of this size: count it."""
        self.limits.count_steps(10 + size)
        return Markup("")

    @pass_context
    def file(self, context: Context, names: object) -> object:
        """The computed name of an included file, or a list of names: count the files that are looked for."""
        self.limits.count_steps(20 * (len(names) if isinstance(names, (list, tuple)) else 1))
        return names

    def concat_pieces(self, pieces: Iterable[str]) -> str:
        """The text of a template, a macro or a block, which Jinja gives in pieces."""
        kept: list[str] = []
        source = iter(pieces)
        while some := list(islice(source, 50)):
            try:
                self.limits.count_characters(sum(map(len, some)))
            except LimitError as error:
                if isinstance(pieces, Generator):  # raise it in the template, at the line that is executed
                    pieces.throw(error)
                raise
            kept += some
        return "".join(kept)

    @pass_context
    def loop(self, context: Context, value: Iterable[object], where: str, size: int = 1) -> Iterable[object]:
        """The items of a `for` loop, counted by the size of a turn; none if the list is missing, which is a failure."""
        if isinstance(value, MissingValue):
            self._fail(value, where)
            return ()
        if isinstance(value, (str, Metric)) or not hasattr(value, "__iter__"):
            raise TypeError(translated("`for` needs a list"))
        try:
            items = value if hasattr(value, "__len__") else list(value)
        except MissingUseError as error:
            self._fail(error.value, where)
            return ()
        self.limits.count_steps(1 + size * len(items))  # type: ignore[arg-type]  # has a length: the lines above
        return items

    @pass_context
    def concat(self, context: Context, first: object, *rest: object, where: str) -> object:
        """`a ~ b`: the values as one text, which has the origin of both."""
        values = (first, *rest)
        self.limits.count_steps(len(values))
        missing = next((value for value in values if isinstance(value, MissingValue)), None)
        if missing is not None:
            return missing
        if any(isinstance(value, Markup) for value in values):
            return Markup("").join([self.print(context, value, where) for value in values])
        words = "".join(self._words(value, where, origin_of(value)) for value in values)
        self.limits.count_characters(len(words))
        return Text(words, joint_origin(values))

    @pass_context
    def needed(self, context: Context, value: object, where: str) -> object:
        """A value that a test is about; a missing one is a failure."""
        return self.report(value, where) if isinstance(value, MissingValue) else value

    @pass_context
    def condition(self, context: Context, value: object, where: str) -> object:
        """A condition that is computed; a failure if a value that it is computed from is missing."""
        return self.report(value, where) if isinstance(value, MissingValue) and value._is_computed else value

    @pass_context
    def compared(self, context: Context, value: object, where: str) -> object:
        """A value that is compared, of a metric its exact value; a missing one is a failure."""
        if isinstance(value, MissingValue):
            return self.report(value, where)
        if isinstance(value, Metric):
            if "value" not in value:
                raise TypeError(
                    translated("a change cannot be compared; compare its `.before`, `.after` or `.percent`")
                )
            return value["value"]
        return self.scalar(context, value)

    @pass_context
    def compared_with_text(self, context: Context, value: object, where: str) -> object:
        """A value that is compared with a text of the template; a date or a number would never be equal to it."""
        if isinstance(value, Day):
            raise TypeError(
                translated(
                    "a date can only be compared with a date, such as {example}", example='"2014-10-24" | as_day'
                )
            )
        if isinstance(value, (Decimal, Metric)):
            raise TypeError(translated("a figure can only be compared with a number; write it without quotes"))
        return self.compared(context, value, where)

    @pass_context
    def decimal(self, context: Context, digits: str) -> Decimal:
        """A number with decimals that a template has: exactly as it is written."""
        return Decimal(digits)

    @pass_context
    def scalar(self, context: Context, value: object) -> object:
        """A value that is compared, or put into a list. Raises TypeError for a list: lists stay flat."""
        self.limits.count_steps(1 + (len(value) // 1024 if isinstance(value, str) else 0))
        if isinstance(value, (list, tuple, dict)) and not isinstance(value, Metric):
            raise TypeError(translated("a list or a mapping cannot be compared, or put into another list"))
        return value

    @pass_context
    def container(self, context: Context, value: Sized, where: str) -> Sized:
        """The right side of `in`, counted; a missing one is a failure."""
        if isinstance(value, MissingValue):
            return self.report(value, where)
        self.limits.count_steps(1 + (len(value) if hasattr(value, "__len__") else 0))
        return value

    @pass_context
    def part(self, context: Context, value: object, *bounds: Any) -> object:
        """`value[a:b:c]`: part of a text or a list."""
        for each in (value, *bounds):
            if isinstance(each, MissingValue):
                raise MissingUseError(each)
        if isinstance(value, Markup) or not isinstance(value, (str, list, tuple, range)):
            raise TypeError(translated("only a text or a list can be cut"))
        self.limits.count_steps(1 + len(value) // 64)
        start, stop, step = (int(each) if isinstance(each, Decimal) else each for each in bounds)
        part = value[start:stop:step]
        return Text(part, origin_of(value)) if isinstance(part, str) else part

    @pass_context
    def wording(self, context: Context, name: str) -> str:
        """The file of the unit's wording of an included file."""
        return self._wordings.file(name) if self._wordings else name

    def filters(self) -> dict[str, Callable[..., object]]:
        """The filters, under names that a template's author cannot write: they begin with a space."""
        return {
            " print": self.print,
            " start": self.start,
            " file": self.file,
            " part": self.part,
            " loop": self.loop,
            " concat": self.concat,
            " needed": self.needed,
            " condition": self.condition,
            " compared": self.compared,
            " compared_with_text": self.compared_with_text,
            " scalar": self.scalar,
            " container": self.container,
            " decimal": self.decimal,
            " wording": self.wording,
        }

    def _words(self, value: object, where: str, origin: Origin | None) -> str:
        if isinstance(value, Metric):
            return str(value)
        try:
            return self._say(value)
        except CannotSay as error:
            path = origin.path if origin else ""
            return self._fail(MissingValue(hint=str(error), path=path, origin=origin), where)

    def _printable(self, words: str) -> str:
        """`words` with its paragraphs and hard line breaks, without other line breaks and unprintable characters."""
        paragraphs, joint = [""], ""
        for line in _OTHER_LINE_BREAKS.sub("\n", words.replace("\r\n", "\n")).strip().split("\n"):
            hard = without_hard_line_end(line)
            text = _UNPRINTABLE.sub("", line if hard is None else hard).strip()
            if text:
                paragraphs[-1] += (joint if paragraphs[-1] else "") + text
                joint = self._line_joint if hard is None else "\n"
            elif not line.strip():
                paragraphs.append("")
        return PARAGRAPH_END.join(filter(None, paragraphs))

    def report(self, value: MissingValue, where: str) -> ReportedValue:
        """Record that a missing value is used; the value to go on with."""
        return ReportedValue(value, self._fail(value, where))

    def _fail(self, value: MissingValue, where: str) -> str:
        """Record a failure, if it is not recorded yet; the placeholder to print."""
        if isinstance(value, ReportedValue):
            return value._placeholder
        key = where, value._path, value._reason, value._origin
        if key not in self._placeholders:
            placeholder = f"{_PLACEHOLDER}{len(self.failures)}{_PLACEHOLDER}"
            self.failures.append(PrintFailure(*key, placeholder))
            self.limits.count_failures(len(self.failures))
            self._placeholders[key] = placeholder
        return self._placeholders[key]
