"""A list of bytes in a temporary file: what is kept of thousands of speeches does not fill the memory."""

from __future__ import annotations

from array import array
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO


class BytesOnDisk:
    """A list of bytes to which more can be added."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the list
        self._ends = array("Q", [0])

    def append(self, content: bytes) -> int:
        """Add to the list. Its number in the list. Raises OSError if the disk is full; then the list is as before."""
        self._file.seek(self._ends[-1])
        self._file.write(content)
        self._ends.append(self._ends[-1] + len(content))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> bytes:
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])

    def close(self) -> None:
        """Delete the temporary file. It is also deleted with the list."""
        self._file.close()

    def __del__(self) -> None:
        with suppress(AttributeError):  # the file could not be created
            self.close()
