"""The scalars among the values of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.reading import Value


def scalars(value: Value) -> Iterator[Value]:
    """The texts, figures, dates and empty values in `value`, in their order."""
    content = value.content
    if isinstance(content, dict):
        for child in content.values():
            yield from scalars(child)
    elif isinstance(content, list):
        for child in content:
            yield from scalars(child)
    else:
        yield value
