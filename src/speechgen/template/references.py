"""The values that a template's files read, kept between runs: finding them in the files' syntax takes 20 ms."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from speechgen.model import NamedTuple, Place, keep, kept
from speechgen.template.bytecode import version_of

if TYPE_CHECKING:
    from speechgen.template.files import Folder, TemplateFile

OTHER_CONDITION = "?"  # any condition other than "this value is given"
# What these modules find in a file is what is kept.
_FINDERS = ("value_references.py", "scope.py", "syntax.py", "tree_limits.py", "wordings.py", "files.py")
_JUST_NOW = 2 * 10**9  # ns; a file that changes twice in so short a time may look the same


class ValueReference(NamedTuple):
    """One place in a template that reads a value, if all values at `conditions` (data paths) are given."""

    path: str
    place: Place
    conditions: tuple[str, ...]

    @property
    def name(self) -> str:
        """The first name of the path: `unit` of `unit.head.post`."""
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]

    @property
    def is_required(self) -> bool:
        """Whether the value is read unconditionally."""
        return not self.conditions


class KeptReferences:
    """The references of a template's files. Those of an earlier run are used if no file has changed since then."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._stamp = folder.stamp()
        self._name = (
            f"references-{hashlib.sha256(os.path.abspath(folder.path).encode('utf-8', 'replace')).hexdigest()[:16]}"
        )
        self._version = version_of(_FINDERS)
        self._files: dict[str, list[ValueReference]] = {}
        with suppress(KeyError, TypeError, ValueError, AttributeError):  # a spoilt file
            self._files = dict(self._earlier())

    def of(self, file: TemplateFile) -> list[ValueReference]:
        """Every value that a file reads, in its front matter, its body, and the files and macros that it uses.

        Raises SpeechgenError if a file has a syntax error.
        """
        if file.name not in self._files:
            from speechgen.template.value_references import value_references

            self._files[file.name] = list(value_references(self._folder, file))
            self._keep()
        return self._files[file.name]

    def _earlier(self) -> Iterator[tuple[str, list[ValueReference]]]:
        data = kept(self._name) if self._stamp is not None else None
        if not isinstance(data, dict) or (data.get("version"), data.get("stamp")) != (self._version, self._stamp):
            return
        for name, references in data["files"].items():
            yield name, [ValueReference(path, Place(*place), conditions) for path, place, conditions in references]

    def _keep(self) -> None:
        if self._stamp is None or self._has_just_changed():
            return
        files = {
            name: [(each.path, tuple(each.place), each.conditions) for each in references]
            for name, references in self._files.items()
        }
        keep(self._name, {"version": self._version, "stamp": self._stamp, "files": files})

    def _has_just_changed(self) -> bool:
        latest = max((max(stamp[1:]) for files in (self._stamp or {}).values() for stamp in files.values()), default=0)
        return latest > time.time_ns() - _JUST_NOW
