"""Write files atomically."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from pathlib import Path

from speechgen.model import Place, Problem, lock_file, show

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


class OpenInEditorError(PermissionError):
    """A file is open in Word or a similar program, which keeps a lock file next to it."""

    def __init__(self, path: Path, lock: Path) -> None:
        super().__init__(errno.EACCES, f"open in another program, which keeps {lock.name}", str(path))


def write_problem(path: Path, error: OSError, *, cannot: str = "cannot be written") -> Problem:
    """The problem for a file that cannot be written. Windows does not allow writing a file that is open in Word."""
    lock = lock_file(path)
    if isinstance(error, PermissionError) and (lock or (os.name == "nt" and path.suffix == ".docx" and path.exists())):
        left_over = f", or delete {lock.name} if it is not open" if lock else ""
        fix = f"close it in Word{left_over}; then run the command again"
        return Problem(Place(show(path)), "cannot-write", f"{cannot}: it is open in Word", fix)
    message = f"{cannot}: {error.strerror or error}"
    fix = "check its permissions and the free disk space, or choose another folder"
    return Problem(Place(show(path)), "cannot-write", message, fix)
