"""The files below a folder, found in one pass, and what tells that one of them has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

from speechgen.model import is_stray, lazily, leads_outside

Stamp: TypeAlias = "tuple[int, int, int]"
_IN_ONE_FOLDER = lazily(r"(?P<above>(?:[^*?\[]+/)?)\*(?P<ending>[^*?\[/]+)")
_MOST = 2_000  # files; a template that has more is in a folder that has other things too


class Listing(NamedTuple):
    """The files below a folder that are reached without symbolic links, by name: size, and when it was changed, twice.

    `is_complete`: no link is among them, nothing was left out, and all could be read; no folder is named like a file.
    """

    files: Mapping[str, Stamp]
    is_complete: bool


def files_below(folder: str, prefix: str = "") -> Listing:
    """The files below a folder, whose own name in the listing is `prefix`, such as `common/`."""
    files: dict[str, Stamp] = {}
    if prefix and os.path.islink(folder.rstrip("/")):  # `common/` itself, which may then be anywhere
        return Listing(files, is_complete=False)
    is_complete = True
    waiting = [(folder, prefix)]
    while waiting:
        path, above = waiting.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.is_symlink() or len(files) >= _MOST:
                        is_complete = False
                    elif entry.is_dir(follow_symlinks=False):
                        is_complete = is_complete and not entry.name.endswith(".j2")
                        waiting.append((entry.path, f"{above}{entry.name}/"))
                    elif entry.is_file(follow_symlinks=False):
                        status = entry.stat(follow_symlinks=False)
                        files[above + entry.name] = status.st_size, status.st_mtime_ns, status.st_ctime_ns
        except FileNotFoundError:
            pass
        except OSError:
            is_complete = False
    return Listing(files, is_complete)


def is_file_within(folder: Path, name: str) -> bool:
    """Whether a file is in a folder, also by a link that stays in it. Raises PermissionError if that is not known."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts:
        return False
    path = folder.joinpath(*parts)
    try:
        return path.is_file() and not leads_outside(path, folder)
    except PermissionError:
        raise
    except (OSError, ValueError):
        return False


def names_in(folder: Path, listing: Listing, pattern: str) -> Iterator[str]:
    """The names of the files in a folder that match a pattern such as `evaluation/*.md.j2`.

    Raises PermissionError if the folder above the `*` cannot be listed.
    """
    in_one_folder = _IN_ONE_FOLDER.fullmatch(pattern)
    if listing.is_complete and in_one_folder:  # a glob takes ten times as long
        above, ending = in_one_folder["above"], os.path.normcase(in_one_folder["ending"])
        for name in listing.files:
            own = name[len(above) :]
            is_here = "/" not in own and name.startswith(above)
            if is_here and os.path.normcase(own).endswith(ending) and not is_stray(PurePosixPath(own)):
                yield name
        return
    above = str(PurePosixPath(pattern).parent)
    if "*" not in above:
        _require_listed(folder / above)
    for path in folder.glob(pattern):
        if not is_stray(path):
            yield path.relative_to(folder).as_posix()


def _require_listed(folder: Path) -> None:
    """Raise PermissionError if a folder exists and cannot be listed: `glob` takes it for an empty one."""
    try:
        os.scandir(folder).close()
    except PermissionError:
        raise
    except (OSError, ValueError):  # it does not exist
        return
