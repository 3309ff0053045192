"""Compiled patterns that are kept between runs: compiling those that a speech needs takes 70 ms, loading them 3.

What `re` compiles an expression to, and `_sre` makes a pattern of, is not a documented interface. It is kept for one
version of Python only, and a pattern that cannot be made in this way is compiled by `re.compile`.
"""

from __future__ import annotations

import atexit
import re
import sys
from functools import cache
from types import FrameType
from typing import Any, TypeAlias, cast

from speechgen.model.user_cache import keep, kept

_Key: TypeAlias = "tuple[str | bytes, int]"  # the expression and its flags
_Compiled: TypeAlias = "tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]"
_NAME = "patterns"
_MOST = 2_000  # patterns that are kept; the program has 700, what it imports 200
_new: dict[_Key, _Compiled] = {}


def keep_patterns_of_imports() -> None:
    """From now on, keep also what other packages, or Python's own modules, compile when they are imported: 12 ms."""
    name = "_cache2" if hasattr(re, "_cache2") else "_cache"  # where `re` looks first, since Python 3.12 and before
    if sys.implementation.name == "cpython" and type(getattr(re, name, None)) is dict:
        setattr(re, name, _Cache(getattr(re, name)))


class _Cache(dict[Any, Any]):
    """The patterns that `re` has compiled in this process. One that is not among them may be among those kept."""

    def __missing__(self, key: tuple[type, str | bytes, int]) -> re.Pattern[Any]:
        try:
            _, expression, flags = key
            compiled = _stored().get((expression, flags))
            if compiled is None and _is_constant(expression, flags, sys._getframe(3)):  # 1 and 2 are functions of `re`
                compiled = _compiled(expression, flags)
            if compiled is not None:
                self[key] = pattern = _pattern(expression, compiled)
                return pattern
        except Exception:  # noqa: S110 - `re` compiles it, or raises what is wrong with it
            pass
        raise KeyError(key)


def _is_constant(expression: object, flags: int, caller: FrameType) -> bool:
    """Whether an expression is the same in each run: it is compiled when a module is imported, or is a literal."""
    if not isinstance(expression, (str, bytes)) or flags & (re.DEBUG | re.LOCALE):
        return False
    code = caller.f_code
    return not code.co_flags & _IS_FUNCTION or any(each is expression for each in code.co_consts)


_IS_FUNCTION = 1  # inspect.CO_OPTIMIZED: neither a module nor the body of a class


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
