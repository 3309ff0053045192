"""Values as text, without a filter. Only numbers and dates differ between languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from speechgen.language import arguments
from speechgen.language.contract import CannotSay
from speechgen.messages import joined_words, translated
from speechgen.model import Day, Metric


def make_to_text(figure: Callable[[object], str], date: Callable[[Day], str]) -> Callable[[object], str]:
    """The `to_text` of a language, given its functions for numbers and days."""

    def to_text(value: object) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return figure(value)
        if isinstance(value, Day):
            return date(value)
        if isinstance(value, Metric):
            return str(value)
        raise CannotSay(_cannot_be_printed(value))

    return to_text


def item_texts(value: object, to_text: Callable[[object], str]) -> list[str]:
    """The text of each item of a list. Raises CannotSay if the list or an item is empty."""
    texts = [to_text(item) for item in arguments.items(value)]
    if not texts:
        raise CannotSay(translated("the list is empty; put the sentence into a condition"))
    if not all(texts):
        raise CannotSay(translated("an item of the list is empty"))
    return texts


def _cannot_be_printed(value: object) -> str:
    if isinstance(value, bool):
        return translated("a yes or no cannot be printed; use it in a condition")
    if isinstance(value, Mapping) and value:
        names = joined_words(map(str, value))
        return translated("a record cannot be printed; name one of its keys: {names}", names=names)
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return translated("a list cannot be printed; use `series` to join its items, or `count` for their number")
    return translated("{kind} cannot be printed", kind=arguments.kind(value))
