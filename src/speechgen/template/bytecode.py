"""Jinja's compiled templates, kept between runs: 12 ms of a single speech's 100.

The folder is loaded as code. So it is one that only the user can write, or there is none.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache
from jinja2 import __version__ as jinja_version
from platformdirs import user_cache_path

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_COMPILERS = ("source_markers.py", "ledger.py", "sandbox.py")  # what they do to a template is part of what is compiled


class _Cache(FileSystemBytecodeCache):
    """A cache that is done without where it cannot be read or written: templates are compiled again then."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # a file that was cut, too
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def bytecode_cache() -> FileSystemBytecodeCache | None:
    """The cache for this version of the program and of Jinja; None where no safe folder can be had."""
    try:
        folder = user_cache_path("speechgen", appauthor=False) / _key()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        private = sys.platform == "win32" or _is_private(folder)
    except (OSError, RuntimeError):  # RuntimeError: a user without a home
        return None
    return _Cache(str(folder)) if private else None


def _key() -> str:
    compilers = [Path(__file__).with_name(name).stat() for name in _COMPILERS]
    parts = [jinja_version, sys.version, *(f"{each.st_size}.{each.st_mtime_ns}" for each in compilers)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _is_private(folder: Path) -> bool:
    status = folder.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & others
