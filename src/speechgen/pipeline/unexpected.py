"""Turn unexpected exceptions into problems of one unit, so that the run continues."""

from __future__ import annotations

from pathlib import Path

from speechgen.messages import reason_of, translated
from speechgen.model import PackageError, Place, Problem, SpeechgenError, show

_MAX_LENGTH = 200  # characters of an exception's text


class WorkerDiedError(Exception):
    """A process died while it worked on a unit: it crashed, or was killed for lack of memory."""


def problems_of(path: Path, error: Exception) -> tuple[Problem, ...]:
    """The problems for an exception that was raised while working on the unit file or speech at `path`."""
    place = Place(show(path))
    if isinstance(error, PackageError):
        return tuple(problem._replace(place=place) for problem in error.problems)
    if isinstance(error, SpeechgenError):
        return error.problems
    if isinstance(error, WorkerDiedError):
        message = translated("the process that worked on it died twice, probably for lack of memory")
        fix = translated("close other programs, and run the command again for this unit")
        return (Problem(place, "worker-died", message, fix),)
    if isinstance(error, OSError):
        reason = reason_of(error) if error.strerror else _one_line(error)
        other = Path(error.filename) if isinstance(error.filename, str) else path
        message = translated("cannot be read: {reason}", reason=reason)
        if other != path:
            message = translated("{file} cannot be used: {reason}", file=show(other), reason=reason)
        fix = translated("check that the file still exists, and run the command again")
        return (Problem(place, "unreadable", message, fix),)
    message = translated("stopped by an error in speechgen: {error}", error=_one_line(error))
    fix = translated("other units are not affected; please report this line, with the file")
    return (Problem(place, "internal-error", message, fix),)


def _one_line(error: Exception) -> str:
    """The exception's type, its text, and the line of code that raised it."""
    text = " ".join(str(error).split())[:_MAX_LENGTH]
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    where = f" ({Path(traceback.tb_frame.f_code.co_filename).name}:{traceback.tb_lineno})" if traceback else ""
    return f"{type(error).__name__}{': ' if text else ''}{text}{where}"
