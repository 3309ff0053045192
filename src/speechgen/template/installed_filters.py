"""Filters of other installed packages: their entry points in the group `speechgen.filters`.

An entry point's name is the filter's name; it refers to a function of a value that returns a text. Entry points are
read only for a filter that the program does not have itself: finding them takes longer than rendering a speech.
https://packaging.python.org/en/latest/specifications/entry-points/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any, TypeAlias

from speechgen.language import CannotSay

GROUP = "speechgen.filters"
Filter: TypeAlias = Callable[..., object]


class FilterTable(dict[str, Filter]):
    """The filters of a sandbox by name, which also finds those of installed packages. `wrap` is applied to these."""

    def __init__(self, own: Mapping[str, Filter], wrap: Callable[[str, Filter], Filter]) -> None:
        super().__init__(own)
        self._wrap = wrap

    def __missing__(self, name: str) -> Filter:
        found = installed_filter(name)
        if found is None:
            raise KeyError(name)
        self[name] = self._wrap(name, found)
        return self[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The filter with this name, which Jinja asks for when it compiles a template."""
        try:
            return self[name]
        except KeyError:
            return default


def installed_filters() -> dict[str, Filter]:
    """The filters of all installed packages that can be loaded, by name."""
    return {name: found for name in sorted(_entry_points()) if (found := installed_filter(name)) is not None}


@cache
def installed_filter(name: str) -> Filter | None:
    """The filter of an installed package; None if no package has it. If it fails, it raises CannotSay."""
    point = _entry_points().get(name)
    if point is None:
        return None
    package = point.dist.name if point.dist else point.value
    try:
        function = point.load()
        if not callable(function):
            raise TypeError("it is not a function")
    except (Exception, SystemExit) as error:  # importing runs the package's code
        reason = f"the filter {name} of the package {package} cannot be loaded: {error}"

        def unusable(*_: object) -> object:
            raise CannotSay(reason)

        return unusable

    @wraps(function)
    def called(*args: object, **kwargs: object) -> object:
        try:
            return function(*args, **kwargs)
        except CannotSay:
            raise
        except (Exception, SystemExit) as error:  # the package's code
            message = f"the filter {name} of the package {package} failed: {type(error).__name__}: {error}"
            raise CannotSay(message) from error

    return called


@cache
def _entry_points() -> Mapping[str, Any]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}
