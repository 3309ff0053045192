"""The values that a template's files read, kept between runs: finding them in the files' syntax takes 20 ms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from speechgen.model import Place
from speechgen.template.kept import Kept

if TYPE_CHECKING:
    from speechgen.template.files import Folder, TemplateFile

OTHER_CONDITION = "?"  # any condition other than "this value is given"
# What these modules find in a file is what is kept.
_FINDERS = ("value_references.py", "scope.py", "syntax.py", "tree_limits.py", "wordings.py", "files.py")


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
        self._kept = Kept("references", str(folder.path), folder.stamp(), _FINDERS)
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
        data = self._kept.earlier()
        for name, references in data.items() if isinstance(data, dict) else ():
            yield name, [ValueReference(path, Place(*place), conditions) for path, place, conditions in references]

    def _keep(self) -> None:
        self._kept.keep(
            {
                name: [(each.path, tuple(each.place), each.conditions) for each in references]
                for name, references in self._files.items()
            }
        )
