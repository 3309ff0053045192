"""Errors that Python raises while a template computes, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

_KINDS = {
    **dict.fromkeys(("Text", "str"), "a text"),
    **dict.fromkeys(("Figure", "Decimal", "int", "float"), "a figure"),
    **dict.fromkeys(("Items", "list", "tuple"), "a list"),
    **dict.fromkeys(("Record", "dict"), "a mapping"),
    "Metric": "a metric",
    "Day": "a date",
    "bool": "a yes or no",
    "NoneType": "nothing",
    "Markup": "a part's title or body",
}


def plain_message(message: str) -> str:
    """The message of an exception, in the words of a template's author where it speaks of Python."""
    for pattern, words in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words(found)
    return message


def _kind(name: str) -> str:
    return _KINDS.get(name, "this")


_MESSAGES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'",
        lambda found: f"{_kind(found[2])} and {_kind(found[3])} cannot be compared with {found[1]}",
    ),
    (
        r"bad operand type for (?:unary )?(\S+?)(?:\(\))?: '(\w+)'",
        lambda found: f"`{found[1]}` cannot be used on {_kind(found[2])}",
    ),
    (
        r"argument of type '(\w+)' is not (?:iterable|a container or iterable)",
        lambda found: f"`in` needs a list or a text, not {_kind(found[1])}",
    ),
    (
        r"(?:not enough|too many) values to unpack \(expected (\d+).*",
        lambda found: f"there are {found[1]} names, and another number of items",
    ),
    (r"cannot unpack non-iterable (\w+) object", lambda found: f"{_kind(found[1])} cannot be taken apart"),
    (r"invalid literal for int\(\) with base 10: '(.*)'", lambda found: f"“{found[1]}” is not a whole number"),
    (r"Exceeds the limit .* for integer string conversion.*", lambda found: "a number has more than 4,000 digits"),
    (
        r"macro '(\w+)' was invoked with two values for the special caller argument.*",
        lambda found: f"the macro {found[1]} does not use caller(), so it cannot be used with {{% call %}}",
    ),
    (
        r"macro '(\w+)' takes not more than (\d+) argument\(s\)",
        lambda found: f"the macro {found[1]} takes {found[2]} values",
    ),
    (
        r"cannot assign attribute on non-namespace object",
        lambda _: "{% set %} sets a name, no part of a value",
    ),
    (r"\[<class 'decimal\.\w+'>\]", lambda found: "a figure is too large, or divided by 0"),
)
