"""A list of bytes in a temporary file: what is kept of thousands of speeches does not fill the memory.

The file has no name that could be left over: the system deletes it when the process ends, however it ends.
"""

from __future__ import annotations

import errno
import os
from array import array
from tempfile import TemporaryFile
from typing import IO


class BytesOnDisk:
    """A list of bytes to which more can be added. The file is created with the first of them."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._ends = array("Q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def append(self, content: bytes) -> int:
        """Add to the list. Its number in the list. Raises OSError if the disk is full; then the list is as before."""
        if self._file is None:
            # Not buffered: what cannot be written is reported here, and not when something else is read.
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the list
        self._file.seek(self._ends[-1])
        if self._file.write(content) < len(content):  # the disk is full after a part of it
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._ends.append(self._ends[-1] + len(content))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < len(self):
            raise IndexError(number)
        assert self._file is not None  # noqa: S101 - it has content
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])

    def close(self) -> None:
        """Delete the temporary file. It is also deleted with the list."""
        if self._file is not None:
            self._file.close()

    def __del__(self) -> None:
        self.close()
