"""What other installed packages add to the program, by entry points: filters, languages, rules and formats.

They are looked for only when something is named that the program does not have itself: looking takes 20 ms.
https://packaging.python.org/en/latest/specifications/entry-points/
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from speechgen.messages import marked, translated
from speechgen.model.problem import Place, Problem, SpeechgenError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_KINDS = {each: each for each in (marked("filter"), marked("language"), marked("rule"), marked("format"))}


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
    message = translated(
        "the {kind} {name} of the package {package} cannot be loaded: {reason}", **_named(kind, point), reason=reason
    )
    return _error(kind, point, message)


def failed(kind: str, point: EntryPoint, error: BaseException) -> PackageError:
    """The error that the code of another package raised an exception."""
    message = translated(
        "the {kind} {name} of the package {package} failed: {reason}",
        **_named(kind, point),
        reason=f"{type(error).__name__}: {error}",
    )
    return _error(kind, point, message)


def _named(kind: str, point: EntryPoint) -> dict[str, str]:
    package = point.dist.name if point.dist else point.module
    return {"kind": translated(_KINDS[kind]), "name": point.name, "package": package}


def _error(kind: str, point: EntryPoint, message: str) -> PackageError:
    return PackageError([Problem(Place(point.module), kind, message, translated("update or remove the package"))])
