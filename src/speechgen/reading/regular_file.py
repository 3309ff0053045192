"""Reads files: only regular ones, as a pipe may never end, and only up to a size, as a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO

from speechgen.messages import marked

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


_NOT_A_FILE = marked("it is a pipe or a device, not a file")  # translated by reason_of


def read_file(path: str | Path, max_bytes: int) -> bytes:
    """The content of the file at `path`; of one that is larger than `max_bytes` only one byte more than these.

    Raises OSError if it cannot be read, or is a folder, a pipe or a device.
    """
    with _opened(path) as file:
        content = file.read(max_bytes + 1)
    if content is None:  # a device that looks like a file and has nothing to read yet, such as /proc/kmsg
        raise OSError(errno.EINVAL, _NOT_A_FILE, str(path))
    return content


def _opened(path: str | Path) -> IO[bytes]:
    descriptor = os.open(path, _READ)  # which does not wait for the writer of a pipe
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, _NOT_A_FILE, str(path))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise
