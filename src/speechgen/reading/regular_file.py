"""Opens files to be read: only regular ones, as a pipe may never end and a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def open_file(path: str | Path) -> IO[bytes]:
    """The file at `path`, open to be read. Raises OSError if it cannot be, or is a folder, a pipe or a device."""
    descriptor = os.open(path, _READ)  # which does not wait for the writer of a pipe
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is a pipe or a device, not a file", str(path))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise
