"""What is kept between runs in the user's cache folder. Anything in it may be lost: it is then made again.

It is used only if no other user can write to it.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_PYTHON = f"{sys.implementation.cache_tag}-{sys.hexversion:x}"  # what marshal writes is for one version of Python


def cache_folder(key: str) -> Path | None:
    """The folder of what is kept under a key; None if there is no safe one."""
    try:
        folder = _user_cache() / key
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_private = sys.platform == "win32" or _is_private(folder)
    except (OSError, RuntimeError):  # RuntimeError: the user has no home folder
        return None
    return folder if is_private else None


def kept(name: str) -> object:
    """The data that was kept under a name by the same version of Python; None if there is none."""
    folder = cache_folder(_PYTHON)
    if folder is not None:
        with suppress(OSError, EOFError, ValueError, TypeError):
            return marshal.loads((folder / name).read_bytes())  # noqa: S302 - only this user can write it
    return None


def keep(name: str, data: object) -> None:
    """Keep data of Python's plain types under a name, in place of what was kept; not if the system does not let it."""
    folder = cache_folder(_PYTHON)
    if folder is None:
        return
    temporary = folder / f"{name}.{os.getpid()}.tmp"
    with suppress(OSError):
        try:
            temporary.write_bytes(marshal.dumps(data))  # type: ignore[arg-type]
            temporary.replace(folder / name)
        finally:
            temporary.unlink(missing_ok=True)


def _user_cache() -> Path:
    if sys.platform == "linux":  # as platformdirs has it, which takes 2 ms to import
        given = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(given) if given.strip() else Path.home() / ".cache") / "speechgen"
    from platformdirs import user_cache_path

    return user_cache_path("speechgen", appauthor=False)


def _is_private(folder: Path) -> bool:
    status = folder.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & others
