"""Locks a file while it is written, so that several runs can write it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import IO

if os.name == "nt":  # pragma: no cover
    import msvcrt

    _BEYOND = 2**30  # a position that the file does not have: Windows lets nobody read what is locked

    def _lock(file: IO[bytes]) -> None:
        os.lseek(file.fileno(), _BEYOND, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]  # on Windows only

    def _unlock(file: IO[bytes]) -> None:
        os.lseek(file.fileno(), _BEYOND, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]  # on Windows only

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextlib.contextmanager
def locked(file: IO[bytes]) -> Iterator[None]:
    """Hold the only lock of an open file; on file systems that have no locks, none."""
    try:
        _lock(file)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        with contextlib.suppress(OSError, ValueError):  # ValueError: it has been closed, which unlocks it
            _unlock(file)
