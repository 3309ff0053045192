"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from speechgen.model import Place, Problem, show

TEMPORARY = ".speechgen-"  # what the names of files that are being written begin with


def atomic_write(path: Path, content: bytes) -> None:
    """Replace the file at `path` in one step, by way of a temporary file in the same folder. Raises OSError."""
    temporary = os.path.join(path.parent, f"{TEMPORARY}{os.getpid()}.tmp")
    try:
        with open(temporary, "wb") as file:
            file.write(content)
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def write_problem(path: Path, error: OSError) -> Problem:
    """The problem of a file that cannot be written."""
    message = f"cannot be written: {error.strerror or error}"
    return Problem(Place(show(path)), "cannot-write", message, "free some space, or choose another folder")
