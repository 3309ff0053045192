"""Compiled patterns that are kept between runs: compiling those that a speech needs takes 70 ms, loading them 3.

What `re` compiles an expression to, and `_sre` makes a pattern of, is not a documented interface. It is kept for one
version of Python only, and a pattern that cannot be made in this way is compiled by `re.compile`.
"""

from __future__ import annotations

import atexit
import re
import sys
from functools import cache
from typing import Any, TypeAlias, cast

from speechgen.model.user_cache import keep, kept

_Key: TypeAlias = "tuple[str | bytes, int]"  # the expression and its flags
_Compiled: TypeAlias = "tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]"
_NAME = "patterns"
_MOST = 2_000  # patterns that are kept; the program has 700
_new: dict[_Key, _Compiled] = {}


@cache
def compiled_pattern(expression: str | bytes, flags: int) -> re.Pattern[Any]:
    """The pattern of an expression, as `re.compile` returns it. Raises re.error."""
    if sys.implementation.name != "cpython":
        return re.compile(expression, flags)
    try:
        compiled = _stored().get((expression, flags)) or _compiled(expression, flags)
        return _pattern(expression, compiled)
    except Exception:  # another version of these interfaces, or a spoilt file
        return re.compile(expression, flags)


@cache
def _stored() -> dict[_Key, _Compiled]:
    stored = kept(_NAME)
    return cast("dict[_Key, _Compiled]", stored) if isinstance(stored, dict) else {}


def _compiled(expression: str | bytes, flags: int) -> _Compiled:
    """What `re` compiles an expression to."""
    if sys.version_info >= (3, 11):
        from re import _compiler as compiler  # type: ignore[attr-defined]
        from re import _parser as parser  # type: ignore[attr-defined]
    else:
        import sre_compile as compiler
        import sre_parse as parser
    tree = parser.parse(expression, flags)
    code = compiler._code(tree, flags)
    names = tree.state.groupdict
    by_number: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        by_number[number] = name
    words = b"".join(each.to_bytes(4, sys.byteorder) for each in code)
    compiled = (int(flags | tree.state.flags), words, tree.state.groups - 1, dict(names), tuple(by_number))
    if not _new:
        atexit.register(_keep)
    _new[expression, int(flags)] = compiled
    return compiled


def _pattern(expression: str | bytes, compiled: _Compiled) -> re.Pattern[Any]:
    import _sre  # type: ignore[import-not-found]

    flags, words, groups, names, by_number = compiled
    pattern: re.Pattern[Any] = _sre.compile(
        expression, flags, memoryview(words).cast("I").tolist(), groups, names, by_number
    )
    return pattern


def _keep() -> None:
    """Keep the patterns that this run has compiled. Those of other runs that end at the same time may be lost."""
    stored = kept(_NAME)
    known = stored if isinstance(stored, dict) and len(stored) + len(_new) <= _MOST else {}
    keep(_NAME, {**known, **_new})
