"""Errors that Python and Jinja raise while a template computes, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

from speechgen.messages import marked, translated
from speechgen.model import lazily

_KINDS = {
    **dict.fromkeys(("Text", "str"), marked("a text")),
    **dict.fromkeys(("Figure", "Decimal", "int", "float"), marked("a figure")),
    **dict.fromkeys(("Items", "list", "tuple"), marked("a list")),
    **dict.fromkeys(("Record", "dict"), marked("a mapping")),
    "Metric": marked("a metric"),
    "Day": marked("a date"),
    "bool": marked("a yes or no"),
    "NoneType": marked("nothing"),
    "Markup": marked("a part's title or body"),
}


def plain_message(message: str) -> str:
    """The message of an exception, in the words of a template's author where it speaks of Python."""
    for pattern, words in _MESSAGES:
        if found := pattern.fullmatch(message):
            return words(found)
    return message


def _kind(name: str) -> str:
    return translated(_KINDS.get(name, "this"))


_MESSAGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        lazily(r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'", re.DOTALL),
        lambda found: translated(
            "{left} and {right} cannot be compared with {operator}",
            left=_kind(found[2]),
            right=_kind(found[3]),
            operator=found[1],
        ),
    ),
    (
        lazily(r"bad operand type for (?:unary )?(\S+?)(?:\(\))?: '(\w+)'", re.DOTALL),
        lambda found: translated("`{operator}` cannot be used on {value}", operator=found[1], value=_kind(found[2])),
    ),
    (
        lazily(r"argument of type '(\w+)' is not (?:iterable|a container or iterable)", re.DOTALL),
        lambda found: translated("`in` needs a list or a text, not {value}", value=_kind(found[1])),
    ),
    (
        lazily(r"(?:not enough|too many) values to unpack \(expected (\d+).*", re.DOTALL),
        lambda found: translated("there are {number} names, and another number of items", number=found[1]),
    ),
    (
        lazily(r"cannot unpack non-iterable (\w+) object", re.DOTALL),
        lambda found: translated("{value} cannot be taken apart", value=_kind(found[1])),
    ),
    (
        lazily(r"invalid literal for int\(\) with base 10: '(.*)'", re.DOTALL),
        lambda found: translated("“{text}” is not a whole number", text=found[1]),
    ),
    (
        lazily(r"Exceeds the limit .* for integer string conversion.*", re.DOTALL),
        lambda found: translated("a number has more than {number:,} digits", number=4000),
    ),
    (
        lazily(r"macro '(\w+)' was invoked with two values for the special caller argument.*", re.DOTALL),
        lambda found: translated(
            "the macro {name} does not use caller(), so it cannot be used with {tag}",
            name=found[1],
            tag="{% call %}",
        ),
    ),
    (
        lazily(r"macro '(\w+)' takes not more than (\d+) argument\(s\)", re.DOTALL),
        lambda found: translated("the macro {name} takes {number} values", name=found[1], number=found[2]),
    ),
    (
        lazily(r"macro '(\w+)' takes no keyword argument '(\w+)'", re.DOTALL),
        lambda found: translated("the macro {name} has no argument {argument}", name=found[1], argument=found[2]),
    ),
    (
        lazily(r"cannot assign attribute on non-namespace object", re.DOTALL),
        lambda _: translated("{tag} sets a name, no part of a value", tag="{% set %}"),
    ),
    (
        lazily(r"\[<class 'decimal\.\w+'>\]", re.DOTALL),
        lambda found: translated("a figure is too large, or divided by 0"),
    ),
)
