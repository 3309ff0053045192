"""The user's own Word file, whose styles and page speeches are given: `reference.docx`, as pandoc has it."""

from __future__ import annotations

from pathlib import Path

from speechgen.formats.manuscript import Reference
from speechgen.model import Place, Problem, SpeechgenError, show

REFERENCE = "reference.docx"
_MOST = 50 * 1024 * 1024  # bytes: a letterhead may hold pictures


def read_reference(folder: Path) -> Reference | None:
    """The reference in a folder; None where there is none. Raises SpeechgenError where it cannot be read."""
    path = folder / REFERENCE
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would never end
        return None
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        problem = Problem(Place(show(path)), "unreadable", message, "close it in Word, or look at its rights")
        raise SpeechgenError([problem]) from error
    if len(content) > _MOST:
        fix = "take pictures and text out of it: its styles are what is used"
        raise SpeechgenError([Problem(Place(show(path)), "too-large", f"has more than {_MOST >> 20} MiB", fix)])
    return Reference(show(path), content)
