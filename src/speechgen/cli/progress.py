"""A progress bar for long runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

_FEW = 10  # units that are done before a person would look at a progress bar

_T = TypeVar("_T")


@contextmanager
def with_progress(outcomes: Iterable[_T], total: int) -> Iterator[Iterable[_T]]:
    """The outcomes, with a progress bar while they come: on a terminal only, and only for many."""
    if total <= _FEW or not sys.stderr.isatty():
        yield outcomes
        return
    with typer.progressbar(outcomes, length=total, label="generate", file=sys.stderr) as running:
        yield running
