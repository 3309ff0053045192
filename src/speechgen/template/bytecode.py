"""A cache of Jinja's compiled templates between runs: it saves 12 of the 100 ms that one speech takes.

Cached files are run as code, so the cache is used only if no other user can write to its folder.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache
from jinja2 import __version__ as jinja_version

from speechgen.model import cache_folder

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_FOLDER = os.path.dirname(__file__)
# What these modules do to a template is part of the compiled code: the cache is discarded when one of them changes.
_COMPILERS = (
    "source_markers.py",
    "source_lines.py",
    "tree_limits.py",
    "render_state.py",
    "missing_values.py",
    "limits.py",
    "bounds.py",
    "filters.py",
    "sandbox.py",
)


class _Cache(FileSystemBytecodeCache):
    """A cache that ignores errors: a template that cannot be loaded is compiled, one that cannot be stored is not."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # such as a truncated file
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def bytecode_cache() -> FileSystemBytecodeCache | None:
    """The cache for this version of the program, of Jinja and of Python; None if no safe folder is available."""
    folder = cache_folder(version_of(_COMPILERS))
    return _Cache(str(folder)) if folder else None


@cache
def version_of(modules: tuple[str, ...]) -> str:
    """What changes with Jinja, Python, or any of these modules of this package."""
    compilers = [os.stat(f"{_FOLDER}/{name}") for name in modules]
    parts = [jinja_version, sys.version, *(f"{each.st_size}.{each.st_mtime_ns}" for each in compilers)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]
