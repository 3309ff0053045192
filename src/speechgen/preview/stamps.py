"""How the files are that pages are made from: their stamps tell what has changed, and who did it need not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from speechgen.model import SETTINGS, TEMPLATES, UNITS, unit_files, workspace_root

Stamp = tuple[int, int]  # when a file was changed, in nanoseconds, and how long it is
Stamps = Mapping[Path, "Stamp | None"]  # None of a file that is not there


def roots(named: Sequence[Path]) -> set[Path]:
    """The workspaces of what the command line names, and the one around the current folder."""
    here = Path.cwd()
    starts = [path.absolute() if path.is_dir() else path.absolute().parent for path in named]
    return {root for start in (*starts, here) if (root := workspace_root(start))}


def stamps_of(units: Iterable[Path], roots: Iterable[Path], templates: Iterable[Path]) -> dict[Path, Stamp | None]:
    """The stamps of the units' files, of all that their workspaces hold, and of the folders of templates."""
    roots = list(roots)
    others = (unit for root in roots for unit in unit_files(root / UNITS))  # whose names are not to be said
    files = [*units, *others, *(root / SETTINGS for root in roots)]
    return {
        **{path: stamp_of(path) for path in files},
        **stamps_below([*templates, *(root / TEMPLATES for root in roots)]),
    }


def stamps_below(folders: Iterable[Path]) -> dict[Path, Stamp | None]:
    """The stamps of all files in folders, and in the folders in them."""
    return {path: stamp_of(path) for folder in folders for path in folder.rglob("*") if path.is_file()}


def without_units(stamps: Stamps) -> Stamps:
    """The stamps of what concerns every unit."""
    return {path: stamp for path, stamp in stamps.items() if path.parent.name != UNITS or path.name == SETTINGS}


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of one file; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
