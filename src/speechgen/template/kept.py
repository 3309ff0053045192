"""What a template's files were found to contain, kept between runs until one of them changes, or the program does."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping

from speechgen.model import keep, kept
from speechgen.template.bytecode import version_of
from speechgen.template.listing import Stamp

_JUST_NOW = 2 * 10**9  # ns; a file that changes twice in so short a time may look the same


class Kept:
    """Data of one kind about a template. `stamp`: the files that it is read from; None if these are not known.

    `modules`: what the data depends on in this package. Of the data itself, only Python's plain types are kept.
    """

    def __init__(
        self, kind: str, path: str, stamp: Mapping[str, Mapping[str, Stamp]] | None, modules: tuple[str, ...]
    ) -> None:
        self._name = f"{kind}-{hashlib.sha256(os.path.abspath(path).encode('utf-8', 'replace')).hexdigest()[:16]}"
        self._stamp = stamp
        self._version = version_of(modules) if stamp is not None else ""

    def earlier(self) -> object:
        """The data of an earlier run; None if there is none, or a file has changed since."""
        data = kept(self._name) if self._stamp is not None else None
        if not isinstance(data, dict) or (data.get("version"), data.get("stamp")) != (self._version, self._stamp):
            return None
        found: object = data.get("data")
        return found

    def keep(self, data: object) -> None:
        """Keep data for later runs."""
        if self._stamp is not None and not self._has_just_changed():
            keep(self._name, {"version": self._version, "stamp": self._stamp, "data": data})

    def _has_just_changed(self) -> bool:
        latest = max((max(stamp[1:]) for files in (self._stamp or {}).values() for stamp in files.values()), default=0)
        return latest > time.time_ns() - _JUST_NOW
