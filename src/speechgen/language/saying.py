"""How a value is printed where a template names no filter. The same in every language but for digits and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from speechgen.language import given
from speechgen.language.contract import CannotSay
from speechgen.model import Day, Metric


def saying(figure: Callable[[object], str], date: Callable[[Day], str]) -> Callable[[object], str]:
    """A language's `say`, from how it writes a number and a day."""

    def say(value: object) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return figure(value)
        if isinstance(value, Day):
            return date(value)
        if isinstance(value, Metric):
            return str(value)
        raise CannotSay(f"{given.kind(value)} cannot be printed{_advice(value)}")

    return say


def said_items(value: object, say: Callable[[object], str]) -> list[str]:
    """The words of each item of a list that has items, none of them empty."""
    words = [say(item) for item in given.items(value)]
    if not words:
        raise CannotSay("the list is empty; put the sentence into a condition")
    if not all(words):
        raise CannotSay("an item of the list is empty")
    return words


def _advice(value: object) -> str:
    if isinstance(value, bool):
        return "; use it in a condition"
    if isinstance(value, Mapping):
        return f"; name one of its keys: {', '.join(map(str, value))}" if value else ""
    if isinstance(value, Iterable):
        return "; use `series` to join its items, or `count` for their number"
    return ""
