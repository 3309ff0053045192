"""Reading the user's `reference.docx`, whose styles and page setup are used for speeches (the idea is pandoc's)."""

from __future__ import annotations

from pathlib import Path

from speechgen.formats.manuscript import Reference
from speechgen.model import Place, Problem, SpeechgenError, leads_outside, lock_file, show
from speechgen.reading import read_file

REFERENCE = "reference.docx"
MAX_SIZE = 50 * 1024 * 1024  # bytes; a letterhead may contain pictures


def read_reference(folder: Path, *, must_be_inside: bool = False) -> Reference | None:
    """The reference document in a folder, or None. Raises SpeechgenError if it cannot be read.

    In a template's folder it `must_be_inside`: it cannot be a link to another place.
    """
    path = folder / REFERENCE
    if must_be_inside and leads_outside(path, folder):
        fix = "replace the link by the file, or put the file into the workspace"
        message = "is a link out of the template's folder"
        raise SpeechgenError([Problem(Place(show(path)), "template-missing-file", message, fix)])
    try:
        content = read_file(path, MAX_SIZE)
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
