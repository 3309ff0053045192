"""Write files atomically."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from speechgen.model import Place, Problem, show

TEMPORARY = ".speechgen-"  # the prefix of temporary files


def atomic_write(path: Path, content: bytes) -> None:
    """Write or replace a file in one step, using a temporary file in the same folder. Raises OSError."""
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
    """The problem for a file that cannot be written."""
    message = f"cannot be written: {error.strerror or error}"
    fix = "check its permissions and the free disk space, or choose another folder"
    return Problem(Place(show(path)), "cannot-write", message, fix)
