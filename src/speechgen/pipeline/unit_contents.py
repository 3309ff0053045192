"""The contents of the unit files of a run, each read once. Those of thousands of units wait in a temporary file."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, SupportsBytes

if TYPE_CHECKING:
    from speechgen.checks import BytesOnDisk

_IN_MEMORY = 500  # so many files are kept in memory: the program itself takes ten times as much


class UnitContents:
    """The contents by absolute path."""

    def __init__(self) -> None:
        self._contents: dict[str, SupportsBytes] = {}
        self._disk: BytesOnDisk | None = None

    def get(self, path: str) -> SupportsBytes | None:
        """The content of the file; None if it has not been added."""
        return self._contents.get(path)

    def add(self, path: str, content: bytes) -> None:
        """Add the content of a file."""
        self._contents[path] = content
        if len(self._contents) > _IN_MEMORY:
            with suppress(OSError):  # the disk is full: it stays in memory
                self._contents[path] = self._on_disk(content)

    def _on_disk(self, content: bytes) -> ContentOnDisk:
        from speechgen.checks import BytesOnDisk

        self._disk = self._disk or BytesOnDisk()
        return ContentOnDisk(self._disk, self._disk.append(content))


class ContentOnDisk:
    """The content of a file, as `bytes()` reads it. Pickled for a worker process, it is these bytes."""

    __slots__ = ("_disk", "_number")

    def __init__(self, disk: BytesOnDisk, number: int) -> None:
        self._disk, self._number = disk, number

    def __bytes__(self) -> bytes:
        return self._disk[self._number]

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (bytes(self),)
