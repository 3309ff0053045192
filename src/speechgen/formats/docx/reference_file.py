"""Reading the user's `reference.docx`, whose styles and page setup are used for speeches (the idea is pandoc's)."""

from __future__ import annotations

from pathlib import Path

from speechgen.formats.manuscript import Reference
from speechgen.messages import reason_of, translated
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
        fix = translated("replace the link by the file, or put the file into the workspace")
        message = translated("is a link out of the template's folder")
        raise SpeechgenError([Problem(Place(show(path)), "template-missing-file", message, fix)])
    try:
        content = read_file(path, MAX_SIZE)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = translated("cannot be read: {reason}", reason=reason_of(error))
        fix = translated("check its permissions") if lock_file(path) is None else translated("close it in Word")
        problem = Problem(Place(show(path)), "unreadable", message, fix)
        raise SpeechgenError([problem]) from error
    if len(content) > MAX_SIZE:
        fix = translated("delete pictures and text from it: only its styles and page setup are used")
        message = translated("is larger than {size} MiB", size=MAX_SIZE >> 20)
        raise SpeechgenError([Problem(Place(show(path)), "too-large", message, fix)])
    return Reference(show(path), content)
