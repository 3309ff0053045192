"""Which unit file a speech in an output folder was written from: two of the same name may be in different folders."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from speechgen.model import UNIT_SUFFIXES


class Origins:
    """The unit files of the speeches in a folder, as paths relative to it: both can be moved together."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._real = ""  # computed when needed
        self._relative: dict[Path, str | None] = {}  # folders of units, each computed once
        self._last = ""  # path: that of the next file of the same unit need not be in memory again

    def relative(self, unit: Path) -> str | None:
        """The path of a unit file relative to the folder; None if they are on different drives."""
        parent = unit.parent
        if parent not in self._relative:
            self._real = self._real or os.path.realpath(self._folder)
            try:
                self._relative[parent] = Path(os.path.relpath(os.path.realpath(parent), self._real)).as_posix()
            except ValueError:  # different drives of Windows
                self._relative[parent] = None
        found = self._relative[parent]
        if found is None:
            return None
        path = f"{found}/{unit.name}"
        if path != self._last:
            self._last = path
        return self._last

    def existing_other(self, relative: str, unit: Path) -> Path | None:
        """The unit file at a relative path if there is one, and it is not `unit` under another name; otherwise None.

        Anybody may have written the path: one with a drive or a server is not looked at.
        """
        path = PurePath(relative)
        if path.anchor or path.suffix.lower() not in UNIT_SUFFIXES:
            return None
        other = Path(os.path.normpath(os.path.join(self._real or os.path.realpath(self._folder), relative)))
        try:
            is_other = os.path.isfile(other) and not os.path.samefile(other, unit)
        except (OSError, ValueError):
            return None
        return other if is_other else None
