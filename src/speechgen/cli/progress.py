"""The progress bar of long runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from speechgen.messages import translated

_MIN_UNITS = 10  # fewer are done before a progress bar could be read

_T = TypeVar("_T")


@contextmanager
def with_progress(outcomes: Iterable[_T], total: int) -> Iterator[Iterable[_T]]:
    """The outcomes, with a progress bar while they are iterated: only on a terminal and for more than a few units."""
    if total <= _MIN_UNITS or not sys.stderr.isatty():
        yield outcomes
        return
    with typer.progressbar(outcomes, length=total, label=translated("generate"), file=sys.stderr) as running:
        yield running
