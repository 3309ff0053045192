"""Built units that wait until all speeches are compared: in a temporary file, as thousands would fill the memory."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechgen.pipeline.build import Built

if TYPE_CHECKING:
    from speechgen.checks import BytesOnDisk

_FAST = 1  # zlib's lowest compression level


class WaitingUnits:
    """Built units in the order in which they were added."""

    def __init__(self, disk: BytesOnDisk) -> None:
        self._disk = disk
        self._kept: list[int | bytes] = []  # number on the disk; the unit itself when the disk is full

    def add(self, built: Built) -> None:
        """Add a unit."""
        packed = zlib.compress(pickle.dumps(built), _FAST)
        try:
            self._kept.append(self._disk.append(packed))
        except OSError:
            self._kept.append(packed)

    def __iter__(self) -> Iterator[Built]:
        for each in self._kept:
            packed = each if isinstance(each, bytes) else self._disk[each]
            yield pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed by this process
