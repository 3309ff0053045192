"""Find the unit files and edited speeches that the command line names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from speechgen.formats import readable
from speechgen.model import (
    SETTINGS,
    UNIT_SUFFIXES,
    UNITS,
    Place,
    Problem,
    SpeechgenError,
    show,
    unit_files,
    workspace_root,
)
from speechgen.reading import nearest

_MAX_LISTED = 10  # names in a message


def named_units(named: Sequence[Path]) -> list[Path]:
    """The unit files that the command line names, as files, as folders, or as names of the workspace's units.

    By default all units of the workspace. Raises SpeechgenError if there are none.
    """
    here = Path.cwd()
    root = workspace_root(here)
    if not named:
        if root is None:
            fix = "go to the folder of a workspace, name unit files, or create a workspace with speechgen init DIR"
            message = f"no {SETTINGS} in this folder or a parent"
            raise SpeechgenError([Problem(Place(SETTINGS), "no-workspace", message, fix)])
        named = [root / UNITS]
        if not named[0].is_dir():
            raise SpeechgenError([_no_units(named[0])])
    files: dict[str, Path] = {}
    by_name: dict[str, Path] = {}  # filled only when a unit is given by name: there may be many
    for path in named:
        is_name = root is not None and len(path.parts) == 1 and not path.exists() and not path.suffix
        if is_name and root is not None and not by_name:
            by_name = {file.stem: file for file in reversed(unit_files(root / UNITS))}
        if is_name and str(path) not in by_name:
            raise SpeechgenError([_unknown_unit(str(path), sorted(by_name))])
        found = unit_files(path) if path.is_dir() else [by_name[str(path)]] if is_name else [path]
        if not found:
            raise SpeechgenError([_no_units(path)])
        files.update((os.path.realpath(file), file) for file in reversed(found))
    return sorted(files.values(), key=str)


def named_files(named: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The unit files and the edited speeches that the command line names. A folder without unit files has speeches.

    By default all units of the workspace. Raises SpeechgenError if there are none.
    """
    speeches: list[Path] = []
    rest: list[Path] = []
    for path in named:
        if path.is_dir() and not unit_files(path):
            found = sorted(each for each in path.iterdir() if readable(each) and each.is_file())
        else:
            is_speech = readable(path) or (path.is_file() and path.suffix not in UNIT_SUFFIXES)
            found = [path] if is_speech else []
        speeches += found
        rest += [] if found else [path]
    return (named_units(rest) if rest or not named else []), list(dict.fromkeys(speeches))


def _unknown_unit(name: str, known: list[str]) -> Problem:
    near = nearest(name, known)
    listed = f"choose from: {', '.join(known[:_MAX_LISTED])}" if known else "create it with speechgen new NAME"
    fix = f"did you mean {near}?" if near else listed
    return Problem(Place(name), "unknown-unit", "no unit has this name", fix)


def _no_units(folder: Path) -> Problem:
    return Problem(Place(show(folder)), "no-units", "contains no unit files", "create one with speechgen new NAME")
