"""Conflicts between units: the same output file, the same name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.model import Place, Problem, show
from speechgen.pipeline.plan import LARGE, PlannedUnit

if TYPE_CHECKING:
    from speechgen.pipeline.build import Built


def collisions(planned: Sequence[PlannedUnit]) -> dict[Path, Problem]:
    """The unit files whose speech would be written to the same file as another's, with their problems.

    Names that differ only in case or Unicode normalization are the same file on Windows and macOS.
    """
    folders: dict[Path, str] = {}  # absolute paths, computed once per folder
    owners: dict[tuple[str, str], list[tuple[PlannedUnit, Path]]] = {}
    for each in planned:
        output = each.output
        for name in output.names.values() if output else ():
            assert output is not None  # noqa: S101 - it has names
            if output.folder not in folders:
                folders[output.folder] = str(output.folder.absolute())
            folded = unicodedata.normalize("NFC", name).casefold()
            owners.setdefault((folders[output.folder], folded), []).append((each, output.folder / name))
    found: dict[Path, Problem] = {}
    for sharing in owners.values():
        for each, target in sharing if len(sharing) > 1 else []:
            others = ", ".join(show(other.file) for other, _ in sharing if other is not each)
            message = f"its speech would be written to {show(target)}, as would that of {others}"
            problem = Problem(Place(show(each.file)), "output-collision", message, "rename one of the unit files")
            found.setdefault(each.file, problem)
    for each in planned:
        same = _same_as_large(each) if each.output and "docx" in each.output.formats else None
        if same is not None:
            found.setdefault(each.file, same)
    return found


def _same_as_large(planned: PlannedUnit) -> Problem | None:
    """The problem that the unit `x-large` and the large print of `x` have the same Word file, in any run."""
    stem, suffix = planned.file.stem, planned.file.suffix
    is_large = planned.output is not None and planned.output.large
    other = stem + LARGE if is_large else stem.removesuffix(LARGE)
    path = planned.file.with_name(other + suffix)
    if other == stem or not path.is_file():
        return None
    message = f"its Word file would have the name of that of {show(path)}{'' if is_large else ' in large print'}"
    return Problem(Place(show(planned.file)), "output-collision", message, "rename one of the unit files")


class UnitNames:
    """The names of the units in a run."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], Place] = {}

    def repeated(self, built: Built) -> Iterator[Problem]:
        """Yield a warning if another unit file has the same unit name: at the copy, whose own name is another."""
        name = built.unit_name
        if name is None or not isinstance(name.content, str):
            return
        first = self._first.setdefault((built.template, name.content), name.place)
        if first != name.place:
            copied = Path(first.file).stem != name.content and Path(name.place.file).stem == name.content
            place, other = (first, name.place) if copied else (name.place, first)
            message = f"{name.content} is also the unit in {other.file}:{other.line}"
            yield Problem(place, "same-name", message, "if this file was copied, correct the name", "warning")
