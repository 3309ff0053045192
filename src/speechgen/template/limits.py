"""Limits on what one render may execute and write, so that a hostile or runaway template ends within five seconds."""

from __future__ import annotations

from time import perf_counter

MAX_STEPS = 500_000  # a speech takes some hundreds
MAX_SECONDS = 3.0
MAX_CHARACTERS = 1_000_000


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
                "it exceeded the step limit: look for a loop in a loop, or a template that includes itself"
            )

    def count_characters(self, characters: int) -> None:
        """Count text that is written."""
        self._characters += characters
        # A text is counted again for each part and macro that contains it.
        if self._characters > 4 * MAX_CHARACTERS:
            raise too_long()


def too_long() -> LimitError:
    """The error for a text that is longer than a speech may be."""
    return LimitError(f"it writes more than {MAX_CHARACTERS:,} characters")
