"""What other installed packages add to the program, by entry points: filters, languages, rules and formats.

They are looked for only when something is named that the program does not have itself: looking takes 20 ms.
https://packaging.python.org/en/latest/specifications/entry-points/
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from speechgen.model.problem import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class PackageError(SpeechgenError):
    """What another package adds cannot be loaded, or failed."""


@cache
def offered(group: str) -> Mapping[str, EntryPoint]:
    """What all installed packages offer in a group of entry points, by name; nothing is imported yet."""
    from importlib.metadata import entry_points

    return {point.name: point for point in sorted(entry_points(group=group), key=lambda point: point.name)}


def load(kind: str, point: EntryPoint) -> object:
    """What an entry point refers to. `kind` is what it is: a filter, language, rule or format. Raises PackageError."""
    try:
        return point.load()
    except (Exception, SystemExit) as error:  # importing runs the package's code
        raise not_loaded(kind, point, error) from error


def not_loaded(kind: str, point: EntryPoint, reason: object) -> PackageError:
    """The error that an entry point cannot be loaded."""
    return _error(kind, point, f"cannot be loaded: {reason}")


def failed(kind: str, point: EntryPoint, error: BaseException) -> PackageError:
    """The error that the code of another package raised an exception."""
    return _error(kind, point, f"failed: {type(error).__name__}: {error}")


def _error(kind: str, point: EntryPoint, what: str) -> PackageError:
    package = point.dist.name if point.dist else point.module
    message = f"the {kind} {point.name} of the package {package} {what}"
    return PackageError([Problem(Place(point.module), kind, message, "update or remove the package")])
