"""Stamps of the files that pages are made from: a file whose stamp differs has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from speechgen.model import SETTINGS, TEMPLATES, UNITS, unit_files, workspace_root

Stamp = tuple[int, int]  # modification time in nanoseconds, and size in bytes
Stamps = Mapping[Path, "Stamp | None"]  # None if there is no such file


def workspace_roots(named: Sequence[Path]) -> set[Path]:
    """The workspaces of the files named on the command line, and the workspace around the current folder."""
    here = Path.cwd()
    starts = [path.absolute() if path.is_dir() else path.absolute().parent for path in named]
    return {root for start in (*starts, here) if (root := workspace_root(start))}


def stamps_of(units: Iterable[Path], roots: Iterable[Path], templates: Iterable[Path]) -> dict[Path, Stamp | None]:
    """The stamps of unit files, of the settings, units and templates of workspaces, and of other templates' folders."""
    roots = list(roots)
    others = (unit for root in roots for unit in unit_files(root / UNITS))  # rules look for their names in a speech
    files = [*units, *others, *(root / SETTINGS for root in roots)]
    return {
        **{path: stamp_of(path) for path in files},
        **stamps_below([*templates, *(root / TEMPLATES for root in roots)]),
    }


def stamps_below(folders: Iterable[Path]) -> dict[Path, Stamp | None]:
    """The stamps of all files below folders."""
    return {path: stamp_of(path) for folder in folders for path in folder.rglob("*") if path.is_file()}


def shared_stamps(stamps: Stamps) -> Stamps:
    """The stamps of the files that affect every unit: settings and templates."""
    return {path: stamp for path, stamp in stamps.items() if path.parent.name != UNITS or path.name == SETTINGS}


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None if there is no such file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
