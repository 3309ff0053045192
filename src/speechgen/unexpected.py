"""Errors that nobody foresaw, as a problem of the unit file that was being worked on: they end no run."""

from __future__ import annotations

from pathlib import Path

from speechgen.discovery import show
from speechgen.problem import Place, Problem, SpeechgenError

_LONGEST = 200  # characters of an error's own text


class WorkerDiedError(Exception):
    """The process that worked on a unit ended before it was done: killed for want of memory, or crashed."""


def problems_of(path: Path, error: Exception) -> tuple[Problem, ...]:
    """What `error`, raised while the unit file or speech at `path` was worked on, is to the user."""
    if isinstance(error, SpeechgenError):
        return error.problems
    place = Place(show(path))
    if isinstance(error, WorkerDiedError):
        message = "the process that worked on it was ended twice, most likely for lack of memory"
        return (Problem(place, "worker-died", message, "close other programs, and run it again for this unit"),)
    if isinstance(error, OSError):
        reason = error.strerror or _one_line(error)
        other = Path(error.filename) if isinstance(error.filename, str) else path
        message = f"cannot be read: {reason}" if other == path else f"{show(other)} cannot be used: {reason}"
        return (Problem(place, "unreadable", message, "check that the file is still there, and run it again"),)
    message = f"stopped by an error of the program: {_one_line(error)}"
    fix = "the other units are not affected; please report this line, with the file"
    return (Problem(place, "internal-error", message, fix),)


def _one_line(error: Exception) -> str:
    """The kind of the error, its text, and the line of the program that raised it."""
    text = " ".join(str(error).split())[:_LONGEST]
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    where = f" ({Path(traceback.tb_frame.f_code.co_filename).name}:{traceback.tb_lineno})" if traceback else ""
    return f"{type(error).__name__}{': ' if text else ''}{text}{where}"
