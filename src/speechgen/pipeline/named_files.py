"""Find the unit files and edited speeches that the command line names."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from speechgen.formats import readable
from speechgen.messages import joined_words, translated
from speechgen.model import (
    SETTINGS,
    UNIT_SUFFIXES,
    UNITS,
    Place,
    Problem,
    SpeechgenError,
    intended_stem,
    is_stray,
    lazily,
    misnamed_unit_files,
    show,
    unit_files,
    workspace_root,
)
from speechgen.reading import nearest

_MAX_LISTED = 10  # names in a message
_FILES = lazily(r"\.(?:ya?ml|txt|md|docx?|wps|html?|pdf|xlsx?|et|csv|json)", re.IGNORECASE)  # 5.12纪念馆 is a name


def named_units(named: Sequence[Path]) -> list[Path]:
    """The unit files that the command line names, as files, as folders, or as names of the workspace's units.

    By default all units of the workspace. Unit files with a wrong name (`石桥镇.yaml.txt`) are included, so that they
    are reported; files that editors and systems leave are not. Raises SpeechgenError if there are none.
    """
    here = Path.cwd()
    root = workspace_root(here)
    named = _without_stray(named)
    if not named:
        if root is None:
            fix = translated(
                "go to the folder of a workspace, name unit files, or create a workspace with speechgen init DIR"
            )
            message = translated("no {file} in this folder or a parent", file=SETTINGS)
            raise SpeechgenError([Problem(Place(SETTINGS), "no-workspace", message, fix)])
        named = [root / UNITS]
        if not named[0].is_dir():
            raise SpeechgenError([_no_units(named[0])])
    files: dict[str, Path] = {}
    by_name: dict[str, Path] = {}  # filled only when a unit is given by name: there may be many
    for path in named:
        if root is not None and len(path.parts) == 1 and not path.exists():
            by_name = by_name or _by_name(root / UNITS)
            unit = by_name.get(str(path)) or by_name.get(str(path).strip(" ."))  # as `new` names the file
            if unit is None and not _FILES.fullmatch(path.suffix):
                raise SpeechgenError([_unknown_unit(str(path), sorted(by_name))])
            found = [unit or path]
        else:
            found = _in_folder(path) if path.is_dir() else [path]
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
    for path in (named := _without_stray(named)):
        if path.is_dir() and not _in_folder(path):
            found = sorted(each for each in path.iterdir() if readable(each) and not is_stray(each) and each.is_file())
        else:
            is_file = readable(path) or (path.is_file() and path.suffix.lower() not in UNIT_SUFFIXES)
            is_speech = is_file and intended_stem(path) is None
            found = [path] if is_speech else []
        speeches += found
        rest += [] if found else [path]
    return (named_units(rest) if rest or not named else []), list(dict.fromkeys(speeches))


def _without_stray(named: Sequence[Path]) -> list[Path]:
    """The paths without files that editors and systems leave. Raises SpeechgenError if there are no others."""
    rest = [path for path in named if not is_stray(path) or path.is_dir()]
    if named and not rest:
        message = translated("is a lock file or a hidden file, not a unit file or a speech")
        fix = translated("name another file")
        raise SpeechgenError([Problem(Place(show(path)), "stray-file", message, fix) for path in named])
    return rest


def _in_folder(folder: Path) -> list[Path]:
    """The unit files in a folder, and those with a wrong name."""
    return sorted([*unit_files(folder), *misnamed_unit_files(folder)])


def _by_name(folder: Path) -> dict[str, Path]:
    """The unit files in a folder by the names of their units."""
    misnamed = {str(intended_stem(file)): file for file in misnamed_unit_files(folder)}
    return misnamed | {file.stem: file for file in reversed(unit_files(folder))}


def _unknown_unit(name: str, known: list[str]) -> Problem:
    near = nearest(name, known)
    if near:
        fix = translated("did you mean {near}?", near=near)
    elif known:
        fix = translated("choose from: {names}", names=joined_words(known[:_MAX_LISTED]))
    else:
        fix = translated("create it with speechgen new NAME")
    return Problem(Place(name), "unknown-unit", translated("no unit has this name"), fix)


def _no_units(folder: Path) -> Problem:
    fix = translated("create one with speechgen new NAME")
    return Problem(Place(show(folder)), "no-units", translated("contains no unit files"), fix)
