"""Missing values: what a template gets for a value that no file gives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, UndefinedError

if TYPE_CHECKING:
    from speechgen.model import Origin, Record


class MissingUseError(UndefinedError):
    """A missing `value` was used where nothing can replace it, such as in a comparison."""

    def __init__(self, value: MissingValue, message: str | None = None) -> None:
        super().__init__(message or value._path)
        self.value = value


class UnknownMacroError(MissingUseError):
    """A missing `value` was called: as a rule a macro that the file neither defines nor imports."""


class MissingValue(StrictUndefined):
    """A value that is not given: false in a condition, an error wherever else it is used.

    Its attributes and items are missing too. Filters and arithmetic return it, so that `default` and `or` can replace
    it; everything else raises `MissingUseError`. `_reason` is set if the value is given but cannot be used;
    `_is_computed` if a template computed with it, so that it is more than a condition whether the value is given.
    """

    __slots__ = ("_is_computed", "_origin", "_path", "_reason")

    def __init__(
        self,
        hint: str | None = None,
        obj: object = None,
        name: str | None = None,
        exc: type[Exception] | None = None,
        *,
        path: str | None = None,
        origin: Origin | None = None,
        is_computed: bool = False,
    ) -> None:
        super().__init__(hint=hint, name=name, exc=partial(MissingUseError, self))  # type: ignore[arg-type]  # a callable
        self._path = path or name or ""
        self._reason = hint
        self._origin = origin
        self._is_computed = is_computed

    def _child(self, name: object) -> MissingValue:
        """A value below it; itself for one below a computed value, or counted from the end of a missing list."""
        if self._is_computed or (isinstance(name, int) and name < 0):
            return self._computed()
        return MissingValue(hint=self._reason, path=f"{self._path}.{name}", origin=self._origin)

    def _computed(self) -> MissingValue:
        """The result of a computation with it."""
        return MissingValue(hint=self._reason, path=self._path, origin=self._origin, is_computed=True)

    # StrictUndefined raises in these, and jinja2 types them so; here they return.
    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __neg__(self) -> MissingValue:  # type: ignore[override]
        return self._computed()

    __pos__ = __neg__  # type: ignore[assignment]

    def __index__(self) -> int:
        """A bound of a slice, which Jinja leaves to Python."""
        raise MissingUseError(self)


class ReportedValue(MissingValue):
    """A missing value whose use has been recorded as a failure: the render goes on with it, to find other failures.

    `_placeholder` is printed for it.
    """

    __slots__ = ("_placeholder",)

    def __init__(self, value: MissingValue, placeholder: str) -> None:
        super().__init__(hint=value._reason, path=value._path, origin=value._origin)
        self._placeholder = placeholder

    def _child(self, name: object) -> MissingValue:
        return self

    def _computed(self) -> MissingValue:
        return self

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


def missing_key(record: Record, name: str) -> MissingValue:
    """The missing value for a key that `record` does not have."""
    origin = record._origin
    return MissingValue(path=f"{origin.path}.{name}" if origin and origin.path else name, name=name)


def missing_in(values: object) -> MissingValue | None:
    """The first missing value among some values; None if none is missing."""
    if not isinstance(values, (list, tuple)):
        return None
    return next((value for value in values if isinstance(value, MissingValue)), None)
