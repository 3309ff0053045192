"""`requires:` of a template: the versions of speechgen that it can be used with."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

from speechgen.messages import translated
from speechgen.model import Problem, lazily

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechgen.reading import Value

_REQUIREMENT = lazily(r"\s*(?:speechgen\b)?\s*(?P<bounds>.*?)\s*", re.DOTALL)
_BOUND = lazily(r"\s*(?P<sign>>=|<=|==|!=|>|<)\s*v?(?P<version>[0-9]{1,9}(?:\.[0-9]{1,9}){0,5})\s*")
_RELEASE = lazily(r"[0-9]+(?:\.[0-9]+)*")
_SIGNS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}


def requirement_problem(requires: Value, installed: str | None = None) -> Problem | None:
    """The problem of a template that another version of speechgen is needed for, or whose `requires` is not readable.

    `installed` is the version of this program, if it is known.
    """
    written = requires.content if isinstance(requires.content, str) else ""
    found = _REQUIREMENT.fullmatch(written)
    bounds = [_BOUND.fullmatch(each) for each in found["bounds"].split(",")] if found else []
    known = [each for each in bounds if each]
    if not known or len(known) < len(bounds):
        message = translated("requires must be a version of speechgen")
        fix = translated("write it as {one} or {several}", one="speechgen>=0.2", several="speechgen>=0.2,<1")
        return Problem(requires.place, "template-requires", message, fix)
    if installed is None:
        from importlib.metadata import version

        installed = version("speechgen")
    here = _numbers(installed)
    if all(_SIGNS[each["sign"]](*_same_length(here, _numbers(each["version"]))) for each in known):
        return None
    needed = ",".join(f"{each['sign']}{each['version']}" for each in known)
    message = translated(
        "the template requires speechgen{needed}, and this is speechgen {installed}", needed=needed, installed=installed
    )
    is_newer = any(each["sign"] in (">=", ">", "==") and _numbers(each["version"]) > here for each in known)
    fix = (
        translated("install a newer speechgen")
        if is_newer
        else translated("ask for a version of the template for this speechgen")
    )
    return Problem(requires.place, "template-requires", message, fix)


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a release: (0, 2) for `0.2.dev1`."""
    found = _RELEASE.match(version)
    return tuple(map(int, found[0].split("."))) if found else ()


def _same_length(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Both with zeros at the end, so that 0.2 equals 0.2.0."""
    length = max(len(first), len(second))
    return first + (0,) * (length - len(first)), second + (0,) * (length - len(second))
