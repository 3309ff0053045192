"""The ledger of one render: what it has said, what it could not say, and what it may still execute.

A value that a template prints is kept here; the text gets a mark in its place: the template's file and line, and the
number under which the words are kept. Values are therefore never part of the text that is read as Markdown, whatever
they hold.
"""

from __future__ import annotations

import re
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from jinja2 import StrictUndefined, pass_context
from markupsafe import Markup

from speechgen.language import CannotSay
from speechgen.model import Metric, Origin, Record, Text, origin_of
from speechgen.template.source_markers import NUMBER_END, VALUE, VALUE_END

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sized

    from jinja2.runtime import Context

BLANK = "＿＿"  # what a problem shows where its sentence has a missing value

# A speech takes some hundreds of steps. The bounds end a hostile or runaway template well within five seconds.
STEPS = 500_000
SECONDS = 3.0
SIZE = 1_000_000

_BLANK_START = "\U0001fffe"  # a noncharacter too, that is left in words until the problem is told
_BREAKS = re.compile(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


class LimitError(Exception):
    """A render has used up what it may execute or write."""


# The words of a printed value, and where it came from.
Said: TypeAlias = "tuple[str, Origin | None]"


class Unsaid(NamedTuple):
    """What could not be said: a value that is not given (`reason` is None), or one that does not fit."""

    where: str  # template file:line
    path: str
    reason: str | None
    origin: Origin | None
    words: str  # what stands for it in the text, to find the sentence


class Missing(StrictUndefined):
    """A value that is not given: false in a condition, a problem anywhere else.

    Reading on in it gives what is missing further down; a filter passes it through. `_reason` is set where a value is
    given but cannot be said.
    """

    __slots__ = ("_origin", "_path", "_reason")

    def __init__(
        self,
        hint: str | None = None,
        obj: object = None,
        name: str | None = None,
        exc: type[Exception] | None = None,
        *,
        path: str | None = None,
        origin: Origin | None = None,
    ) -> None:
        if exc is None:
            super().__init__(hint=hint, name=name)
        else:
            super().__init__(hint=hint, name=name, exc=exc)  # type: ignore[arg-type]  # jinja2 wants its own subclass
        self._path = path or name or ""
        self._reason = hint
        self._origin = origin

    def _child(self, name: object) -> Missing:
        return Missing(hint=self._reason, path=f"{self._path}.{name}", origin=self._origin)

    # jinja2 types these as functions that never return; here they answer.
    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return False

    def __ne__(self, other: object) -> bool:  # type: ignore[override]
        return True

    def __lt__(self, other: object) -> bool:  # type: ignore[override]
        return False

    __le__ = __gt__ = __ge__ = __lt__  # type: ignore[assignment]

    def __contains__(self, item: object) -> bool:  # type: ignore[override]
        return False

    __hash__ = object.__hash__  # type: ignore[assignment]


class Ledger:
    """What one render has said so far, what it could not say, and what it may still execute."""

    def __init__(self, say: Callable[[object], str], joins_lines_without_space: bool) -> None:
        self._say = say
        self._joint = "" if joins_lines_without_space else " "
        self.reset()

    def reset(self) -> None:
        """Begin a new speech."""
        self.said: list[Said] = []
        self.unsaid: list[Unsaid] = []
        self._steps = 0
        self._size = 0
        self._deadline = perf_counter() + SECONDS

    def charge(self, steps: int) -> None:
        """Count `steps` of work. Raises LimitError where the render has had enough."""
        self._steps += steps
        if self._steps > STEPS or perf_counter() > self._deadline:
            raise LimitError("it executes too much: is there a loop in a loop, or a template that includes itself?")

    @pass_context  # with a context, so that Jinja does not fold the mark of a constant away while it compiles
    def mark(self, context: Context, value: object, where: str) -> Markup:
        """Keep the words of `value`, which the template prints at `where`, and give the mark that stands for them."""
        self.charge(1)
        if isinstance(value, Markup):
            self._grow(len(value))
            return value
        origin = origin_of(value)
        if type(value) is Text:
            words: str = value
        elif isinstance(value, Missing):
            words = self._miss(value, where)
        else:
            words = self._words(value, where, origin)
        if words and not words.isprintable() and not self._clean(words):
            path = origin.path if origin else ""
            words = self._miss(Missing(hint="it holds no character that can be read", path=path, origin=origin), where)
        return self.keep(words, origin, where)

    def keep(self, words: str, origin: Origin | None, where: str) -> Markup:
        """Keep words aside, and give the mark that stands for them."""
        if not words.isprintable() and _UNPRINTABLE.search(words):
            words = self._clean(words)
        self._grow(len(words))
        self.said.append((words, origin))
        # What Markup() does, without its look for an `__html__`: marks are most of what a render makes.
        return str.__new__(Markup, f"{VALUE}{where}{VALUE_END}{len(self.said) - 1}{NUMBER_END}")

    @pass_context
    def tick(self, context: Context, value: object) -> Markup:
        """One step: the start of a template or a macro."""
        self.charge(10)
        return Markup("")

    @pass_context
    def each(self, context: Context, value: Iterable[object], where: str) -> Iterable[object]:
        """What a `for` goes through; a missing value has nothing in it, and is a problem."""
        if isinstance(value, Missing):
            self._miss(value, where)
            return ()
        if isinstance(value, (str, Metric)) or not hasattr(value, "__iter__"):
            raise TypeError("`for` needs a list")
        items = value if hasattr(value, "__len__") else list(value)
        self.charge(1 + len(items))  # type: ignore[arg-type]  # has a length: the line above
        return items

    @pass_context
    def glue(self, context: Context, first: object, *rest: object, where: str) -> object:
        """`a ~ b`: one text of several."""
        values = (first, *rest)
        missing = next((value for value in values if isinstance(value, Missing)), None)
        if missing is not None:
            return missing
        if any(isinstance(value, Markup) for value in values):
            return Markup("").join([self.mark(context, value, where) for value in values])
        words = "".join(self._words(value, where, origin_of(value)) for value in values)
        self._grow(len(words))
        return Text(words, next((origin for value in values if (origin := origin_of(value))), None))

    @pass_context
    def scalar(self, context: Context, value: object) -> object:
        """A value that a template compares, or puts into a list of its own; never a list, which may be endless."""
        self.charge(1)
        if isinstance(value, (list, tuple, dict)) and not isinstance(value, Metric):
            raise TypeError("a list or a mapping cannot be compared, or stand in another list")
        return value

    @pass_context
    def container(self, context: Context, value: Sized) -> Sized:
        """The right side of `in`."""
        self.charge(1 + (len(value) if hasattr(value, "__len__") else 0))
        return value

    def _clean(self, words: str) -> str:
        """`words` on one line, without characters that nobody can read out."""
        return _UNPRINTABLE.sub("", _BREAKS.sub(self._joint, words.strip()))

    def _words(self, value: object, where: str, origin: Origin | None) -> str:
        if isinstance(value, Metric):
            return str(value)
        try:
            return self._say(value)
        except CannotSay as error:
            return self._miss(Missing(hint=str(error), path=origin.path if origin else "", origin=origin), where)

    def _miss(self, value: Missing, where: str) -> str:
        words = f"{_BLANK_START}{len(self.unsaid)}{_BLANK_START}"
        self.unsaid.append(Unsaid(where, value._path, value._reason, value._origin, words))
        return words

    def _grow(self, characters: int) -> None:
        self._size += characters
        if self._size > 4 * SIZE:  # a text passes through the ledger once for each part and macro that holds it
            raise LimitError(f"it writes more than {SIZE:,} characters")


def filters(ledger: Ledger) -> dict[str, Callable[..., object]]:
    """The ledger's filters, under names that no template can write."""
    return {
        " mark": ledger.mark,
        " tick": ledger.tick,
        " each": ledger.each,
        " glue": ledger.glue,
        " scalar": ledger.scalar,
        " container": ledger.container,
    }


def missing_key(record: Record, name: str) -> Missing:
    """What reading `name` gives where `record` has none."""
    origin = record._origin
    return Missing(path=f"{origin.path}.{name}" if origin and origin.path else name, name=name)
