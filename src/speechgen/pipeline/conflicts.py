"""Conflicts between units: the same output file, in one run or in two, and the same name."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.messages import joined_words, translated
from speechgen.model import UNIT_SUFFIXES, Place, Problem, is_stray, show
from speechgen.pipeline.plan import LARGE, Output, PlannedUnit

if TYPE_CHECKING:
    from speechgen.pipeline.build import Built
    from speechgen.pipeline.output import Target


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
            owners.setdefault((folders[output.folder], _folded(name)), []).append((each, output.folder / name))
    found: dict[Path, Problem] = {}
    for sharing in owners.values():
        for each, target in sharing if len(sharing) > 1 else []:
            others = joined_words(show(other.file) for other, _ in sharing if other is not each)
            message = translated(
                "its speech would be written to {file}, as would that of {others}", file=show(target), others=others
            )
            found.setdefault(each.file, _collision(Place(show(each.file)), message))
    folder_files: dict[Path, dict[str, list[Path]]] = {}  # listed once per folder
    for each in planned:
        if each.output and not each.output.is_named:
            folder = each.file.parent
            if folder not in folder_files:
                folder_files[folder] = _by_stem(folder)
            same = _same_as_unplanned(each, each.output, folder_files[folder])
            if same is not None:
                found.setdefault(each.file, same)
    return found


def replaced_unit(unit: Path, output: Output, target: Target) -> Problem | None:
    """The problem that a unit's speech would replace that of another unit file, written by an earlier run.

    A file that the user has named is theirs to replace. Raises OSError.
    """
    for name in () if output.is_named else output.names.values():
        other = target.other_unit(output.folder, name, unit)
        if other is not None:
            message = translated(
                "its speech would replace {file}, the speech of {other}",
                file=show(output.folder / name),
                other=show(other),
            )
            fix = translated("write it to another folder with -o; --force replaces the other speech")
            return Problem(Place(show(unit)), "output-collision", message, fix)
    return None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _by_stem(folder: Path) -> dict[str, list[Path]]:
    """The unit files in a folder by the name of their speeches on Windows and macOS."""
    found: dict[str, list[Path]] = {}
    try:
        names = os.listdir(folder)
    except OSError:  # the unit file may be readable in a folder that is not
        return found
    for name in names:
        path = folder / name
        if path.suffix.lower() in UNIT_SUFFIXES and not is_stray(path):
            found.setdefault(_folded(path.stem), []).append(path)
    return found


def _same_as_unplanned(planned: PlannedUnit, output: Output, by_stem: Mapping[str, list[Path]]) -> Problem | None:
    """The problem that another run would write the speech of a unit in the same folder to the same file.

    That is a unit whose name differs only in case, normalization or the file's suffix; or, for Word files, the unit
    `x-large` and the unit `x`, whose large print has that name.
    """
    stem = _folded(planned.file.stem)
    place = Place(show(planned.file))
    for path in by_stem.get(stem, ()):
        if path.name != planned.file.name:
            message = translated("its speech would be written to the same file as that of {other}", other=show(path))
            return _collision(place, message)
    other = stem + LARGE if output.large else stem.removesuffix(LARGE)
    if "docx" in output.formats and other != stem and (paths := by_stem.get(other)):
        if output.large:
            message = translated("its Word file would have the name of that of {other}", other=show(paths[0]))
        else:
            message = translated(
                "its Word file would have the name of that of {other} in large print", other=show(paths[0])
            )
        return _collision(place, message)
    return None


def _collision(place: Place, message: str) -> Problem:
    return Problem(place, "output-collision", message, translated("rename one of the unit files"))


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
            message = translated(
                "{name} is also the unit in {file}:{line}", name=name.content, file=other.file, line=other.line
            )
            fix = translated("if this file was copied, correct the name")
            yield Problem(place, "same-name", message, fix, "warning")
