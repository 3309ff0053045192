"""Reading the user's `reference.docx`, whose styles and page setup are used for speeches (the idea is pandoc's)."""

from __future__ import annotations

from pathlib import Path

from speechgen.formats.manuscript import Reference
from speechgen.model import Place, Problem, SpeechgenError, lock_file, show
from speechgen.reading import open_file

REFERENCE = "reference.docx"
MAX_SIZE = 50 * 1024 * 1024  # bytes; a letterhead may contain pictures


def read_reference(folder: Path) -> Reference | None:
    """The reference document in a folder, or None. Raises SpeechgenError if it cannot be read."""
    path = folder / REFERENCE
    try:
        with open_file(path) as file:
            content = file.read(MAX_SIZE + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        fix = "check its permissions" if lock_file(path) is None else "close it in Word"
        problem = Problem(Place(show(path)), "unreadable", message, fix)
        raise SpeechgenError([problem]) from error
    if len(content) > MAX_SIZE:
        fix = "delete pictures and text from it: only its styles and page setup are used"
        raise SpeechgenError([Problem(Place(show(path)), "too-large", f"is larger than {MAX_SIZE >> 20} MiB", fix)])
    return Reference(show(path), content)
