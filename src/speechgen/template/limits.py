"""Limits on what one render may execute and write, so that a hostile or runaway template ends within five seconds.

A template runs in the program's own process, and a ledger counts its work: each turn of a loop, each call of a macro
and each file by the size of what it executes, each filter, test and operator by the size of what it gets. Work is
counted before it is done, and the ledger looks at the clock each time. Code that never returns to Python's loop cannot
pass the clock, because no single piece of it is large: every filter and test is in a table with its bound (see
`bounds.py`), and what a parser or a compiler gets is bounded too (see `tree_limits.py`).

The other way is a process of its own, which is ended when its time is over. It was not chosen: starting one takes as
long as generating a hundred speeches, these would have to be sent back with the place of each word, and a process's
memory cannot be limited on every system.
"""

from __future__ import annotations

from time import perf_counter

from speechgen.messages import translated

MAX_STEPS = 300_000  # a speech takes some thousands
MAX_SECONDS = 3.0
LARGEST = 10**24  # of the figures in a template, and of those that it computes
MAX_CHARACTERS = 250_000  # of a speech: 18 hours
MAX_FAILURES = 2_000  # values that are missing, or cannot be printed


class LimitError(Exception):
    """A render has exceeded a limit."""


class Limits:
    """The steps, the time and the characters that one render has used. Its methods raise LimitError."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Start a new render."""
        self._steps = 0
        self._characters = 0
        self._deadline = perf_counter() + MAX_SECONDS

    def count_steps(self, steps: int) -> None:
        """Count work that has been done, or is about to be."""
        self._steps += steps
        if self._steps > MAX_STEPS or perf_counter() > self._deadline:
            raise LimitError(
                translated("it exceeded the step limit: look for a loop in a loop, or a template that includes itself")
            )

    def count_characters(self, characters: int) -> None:
        """Count text that is written, or is about to be."""
        self._characters += characters
        # A text is counted again for each part and macro that contains it, with its source markers.
        if self._characters > 4 * MAX_CHARACTERS:
            raise too_long()

    def count_failures(self, failures: int) -> None:
        """Raise LimitError if this number of values could not be printed."""
        if failures > MAX_FAILURES:
            raise LimitError(translated("more than {number:,} values are missing", number=MAX_FAILURES))


def too_long() -> LimitError:
    """The error for a text that is longer than a speech may be."""
    return LimitError(translated("it writes more than {number:,} characters", number=MAX_CHARACTERS))
