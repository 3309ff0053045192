"""Missing values: what a template gets for a value that no file gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import StrictUndefined

if TYPE_CHECKING:
    from speechgen.model import Origin, Record


class MissingValue(StrictUndefined):
    """A value that is not given: false in a condition, an error when it is printed or looped over.

    Its attributes and items are missing too, and filters return it unchanged. `_reason` is set if the value is given
    but cannot be printed.
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

    def _child(self, name: object) -> MissingValue:
        return MissingValue(hint=self._reason, path=f"{self._path}.{name}", origin=self._origin)

    # StrictUndefined raises in these, and jinja2 types them so; here they return.
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


def missing_key(record: Record, name: str) -> MissingValue:
    """The missing value for a key that `record` does not have."""
    origin = record._origin
    return MissingValue(path=f"{origin.path}.{name}" if origin and origin.path else name, name=name)
