"""Filters of other installed packages: their entry points in the group `speechgen.filters`.

An entry point's name is the filter's name; it refers to a function of a value that returns a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any, TypeAlias

from speechgen.language import CannotSay
from speechgen.messages import translated
from speechgen.model import PackageError, failed, load, not_loaded, offered

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
    return {name: found for name in offered(GROUP) if (found := installed_filter(name)) is not None}


@cache
def installed_filter(name: str) -> Filter | None:
    """The filter of an installed package; None if no package has it. If it fails, it raises CannotSay."""
    point = offered(GROUP).get(name)
    if point is None:
        return None
    try:
        function: Any = load("filter", point)
        if not callable(function):
            raise not_loaded("filter", point, translated("it is not a function"))
    except PackageError as error:
        reason = error.problems[0].message

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
            raise CannotSay(failed("filter", point, error).problems[0].message) from error

    return called
