"""Speeches left over from units that were renamed or deleted: generated files that no unit file belongs to any more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from speechgen.formats import format_of
from speechgen.messages import counted, joined_words, translated
from speechgen.model import (
    TEMPLATES,
    UNIT_SUFFIXES,
    UNITS,
    Place,
    Problem,
    intended_stem,
    is_stray,
    leads_outside,
    lock_file,
    show,
    with_fix,
)
from speechgen.pipeline.atomic_write import OpenInEditorError, write_problem
from speechgen.pipeline.output import OutputFolder
from speechgen.pipeline.plan import LARGE, PlannedUnit
from speechgen.workspace import Workspace


class Orphan(NamedTuple):
    """The speech files of a unit that has no unit file any more: those that nobody has edited, and the others."""

    generated: tuple[Path, ...]
    edited: tuple[Path, ...]

    @property
    def problem(self) -> Problem:
        """The warning about them."""
        files = sorted((*self.generated, *self.edited))
        message = translated(
            "the unit has no file in {folder}/; its speech is left over: {files}", folder=UNITS, files=_listed(files)
        )
        fix = translated("if it was renamed or deleted, speechgen generate --prune removes this speech")
        if self.edited:
            fix = counted(
                "{files} was edited: rename by hand if the unit was renamed, otherwise move or delete",
                "{files} were edited: rename by hand if the unit was renamed, otherwise move or delete",
                len(self.edited),
                files=_listed(self.edited),
            )
            if self.generated:
                prune = translated("speechgen generate --prune removes {files}", files=_listed(self.generated))
                fix = with_fix(fix, prune)
        return Problem(Place(show(files[0])), "orphan", message, fix, "warning")


def orphans(planned: Sequence[PlannedUnit]) -> list[Orphan]:
    """The speeches without unit files in the output folders of the workspaces of a plan.

    An output folder outside the workspace may have the speeches of other workspaces, and is left alone.
    """
    found: list[Orphan] = []
    workspaces = {each.workspace.root: each.workspace for each in planned if each.workspace is not None}
    for workspace in workspaces.values():
        folder = workspace.root / workspace.output
        if not leads_outside(folder, workspace.root) and folder.is_dir():
            with suppress(OSError):  # its journal cannot be read, which is reported when a speech is written
                found += _in_folder(OutputFolder(folder), workspace, planned)
    return found


def prune(orphans: Iterable[Orphan], *, dry_run: bool) -> tuple[list[Path], list[Problem]]:
    """Delete the speeches that nobody has edited; in a `dry_run`, only list them. The files, and the problems."""
    removed: list[Path] = []
    problems: list[Problem] = []
    for path in (path for each in orphans for path in each.generated):
        try:
            if (lock := lock_file(path)) is not None:
                raise OpenInEditorError(path, lock)
            if not dry_run:
                path.unlink()
        except OSError as error:
            problems.append(write_problem(path, error, removing=True))
        else:
            removed.append(path)
    return removed, problems


def _in_folder(folder: OutputFolder, workspace: Workspace, planned: Sequence[PlannedUnit]) -> Iterator[Orphan]:
    stems = {folder.key(stem) for stem in _unit_stems(workspace.root / UNITS)}
    stems |= {folder.key(each.output.stem) for each in planned if each.output}
    by_unit: dict[str, list[str]] = {}
    for name in folder.generated_names():
        stem = Path(name).stem
        names = {folder.key(stem), folder.key(stem.removesuffix(LARGE))}
        if not names & stems and _is_speech_in(folder.path, name):
            by_unit.setdefault(stem.removesuffix(LARGE), []).append(name)
    if by_unit:  # searching all folders takes time; units in other folders are rare
        elsewhere = {folder.key(stem) for stem in _stems_elsewhere(workspace.root, folder.path)}
        for stem, names_of_unit in by_unit.items():
            if folder.key(stem) not in elsewhere:
                is_edited = {name: folder.is_edited(name) for name in names_of_unit}
                yield Orphan(
                    tuple(folder.path / name for name, edited in is_edited.items() if not edited),
                    tuple(folder.path / name for name, edited in is_edited.items() if edited),
                )


def _is_speech_in(folder: Path, name: str) -> bool:
    """Whether a name in the journal, which anybody may have written, is that of a speech in its own folder."""
    path = folder / name
    return path.parent == folder and path.name == name and format_of(name) is not None and path.is_file()


def _unit_stems(folder: Path) -> Iterator[str]:
    """The names of the units in a folder; a misnamed unit file is a unit's, too."""
    for path in folder.glob("*"):
        stem = path.stem if path.suffix.lower() in UNIT_SUFFIXES else intended_stem(path)
        if stem is not None and not is_stray(path):
            yield stem


def _stems_elsewhere(root: Path, output: Path) -> Iterator[str]:
    """The names of the units in other folders of a workspace. Folders in `units` are for units that are put away."""
    skipped = {root / UNITS, root / TEMPLATES, output}
    for folder, below, _ in os.walk(root):
        below[:] = [name for name in below if Path(folder, name) not in skipped and not name.startswith(".")]
        yield from _unit_stems(Path(folder))


def _listed(files: Sequence[Path]) -> str:
    return joined_words(path.name for path in files)
