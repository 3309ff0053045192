"""Write files atomically."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
import time
from functools import cache
from pathlib import Path

from speechgen.messages import marked, reason_of, translated
from speechgen.model import Place, Problem, lazily, leads_outside, lock_file, show

_PREFIX = ".speechgen-"
_TEMPORARY = lazily(rf"{re.escape(_PREFIX)}(?:(?P<host>[0-9a-f]{{8}})-(?P<process>\d+)-)?[0-9a-f]*\.tmp")
_STALE = 3600.0  # seconds after which a temporary file of another computer's run counts as left over
_FIXES = {
    errno.ENOSPC: marked("free some disk space, or choose another folder"),
    errno.EDQUOT: marked("free some disk space, or choose another folder"),
    errno.EROFS: marked("choose another folder"),
    errno.EACCES: marked("check its permissions and those of its folder, or choose another folder"),
}
_USUAL_FIX = marked("check its permissions and the free disk space, or choose another folder")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def atomic_write(path: Path, content: bytes) -> None:
    """Write or replace a file in one step, using a temporary file in the same folder. Raises OSError.

    The temporary file is a new one with a name that cannot be foreseen, so that no link in its place is followed
    (CWE-377).
    """
    temporary = os.path.join(path.parent, f"{_PREFIX}{this_computer()}-{os.getpid()}-{os.urandom(8).hex()}.tmp")
    try:
        with open(os.open(temporary, _NEW, 0o666), "wb") as file:
            file.write(content)
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def remove_left_over(folder: Path) -> None:
    """Remove the temporary files of processes that have ended: at once on this computer, or after an hour."""
    for path in folder.glob(f"{_PREFIX}*"):
        found = _TEMPORARY.fullmatch(path.name)
        with contextlib.suppress(OSError):
            if found and (_has_ended(found) or time.time() - path.lstat().st_mtime > _STALE):
                path.unlink()


@cache
def this_computer() -> str:
    """A name for this computer: a folder may be shared with others, whose processes are unknown here."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return hashlib.sha256(name.encode(errors="replace")).hexdigest()[:8]


def _has_ended(temporary: re.Match[str]) -> bool:
    """Whether the process that made a temporary file is one of this computer that has ended."""
    if temporary["host"] != this_computer() or os.name == "nt":  # on Windows, os.kill ends a process
        return False
    try:
        os.kill(int(temporary["process"]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:  # of another user
        return False
    return False


class RefusedError(OSError):
    """A file is not written, for a reason that the user can remove: `fix` says how."""

    def __init__(self, path: Path, reason: str, fix: str) -> None:
        super().__init__(errno.EPERM, reason, str(path))
        self.fix = fix


def require_inside(path: Path, folder: Path) -> None:
    """Raise RefusedError if the folder of `path`, which is below `folder`, is elsewhere because of a link."""
    if leads_outside(path.parent, folder):
        fix = translated("replace the link by a folder in {folder}", folder=show(folder))
        raise RefusedError(path, translated("its folder is a link to another place"), fix)


def require_writable(path: Path) -> None:
    """Raise PermissionError if a file exists and is read-only, as replacing it needs only the folder's permissions."""
    with contextlib.suppress(FileNotFoundError):
        if not path.stat().st_mode & 0o222:
            raise PermissionError(errno.EACCES, translated("the file is read-only"), str(path))


class OpenInEditorError(PermissionError):
    """A file is open in Word or a similar program, which keeps a lock file next to it."""

    def __init__(self, path: Path, lock: Path) -> None:
        reason = translated("open in another program, which keeps {file}", file=lock.name)
        super().__init__(errno.EACCES, reason, str(path))


def write_problem(path: Path, error: OSError, *, removing: bool = False) -> Problem:
    """The problem for a file that cannot be written, or removed. Windows allows neither while it is open in Word."""
    lock = lock_file(path)
    if isinstance(error, PermissionError) and (lock or (os.name == "nt" and path.suffix == ".docx" and path.exists())):
        reason = translated("it is open in Word")
        fix = translated("close it in Word; then run the command again")
        if lock:
            fix = translated(
                "close it in Word, or delete {file} if it is not open; then run the command again", file=lock.name
            )
    else:
        reason = reason_of(error)
        fix = error.fix if isinstance(error, RefusedError) else translated(_FIXES.get(error.errno or 0, _USUAL_FIX))
    if removing:
        message = translated("cannot be removed: {reason}", reason=reason)
    else:
        message = translated("cannot be written: {reason}", reason=reason)
    return Problem(Place(show(path)), "cannot-write", message, fix)
