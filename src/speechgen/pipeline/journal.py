"""What was generated into a folder: `.speechgen`, a line `SHA-256  NAME` for each content of each file.

A file whose content is not among its name's lines was edited by a person.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path
from typing import IO

from speechgen.pipeline.atomic_write import TEMPORARY, atomic_write

NAME = ".speechgen"
_STALE = 3600.0  # seconds after which a temporary file can be no running batch's


class Journal:
    """The journal of one folder, as this run and others write it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME
        found = _read(self._path)
        self._generated = _parsed(found)
        self._size = len(found)  # of the file, as far as this run knows
        self._noted: set[str] = set()  # names whose last digest this run has put into the journal
        self._settled: set[str] = set()  # names whose file is known to have its last digest's content
        self._file: IO[bytes] | None = None

    def knows(self, name: str, content: bytes) -> bool:
        """Whether this content of the file `name` was generated."""
        return _digest(content) in self._generated.get(name, ())

    def note(self, name: str, content: bytes) -> None:
        """Note what is going to be written: a run killed in between leaves a file that is known. Raises OSError."""
        digests = self._generated.setdefault(name, [])
        digest = _digest(content)
        if digests[-1:] == [digest]:
            return
        self._settled.discard(name)
        self._noted.add(name)
        digests.append(digest)
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            is_cut = not (_read(self._path) or b"\n").endswith(b"\n")  # by a kill, or a full disk
            self._file = self._path.open("ab")
            self._size += self._file.write(b"\n" if is_cut else b"")
        self._size += self._file.write(f"{digest.hex()}  {name}\n".encode())
        self._file.flush()

    def settle(self, name: str) -> None:
        """Note that the file has what was noted last. Of an interrupted write nothing is known, so all lines stay."""
        self._settled.add(name)

    def close(self) -> None:
        """Bring the journal down to one line for each file that this run has written to the end, and remove what a
        killed run has left.
        """
        if self._file is None:
            return
        file, self._file = self._file, None
        with contextlib.suppress(OSError):
            is_shared = self._is_shared(os.fstat(file.fileno()))
            file.close()
            for left in self._folder.glob(f"{TEMPORARY}*"):
                if time.time() - left.stat().st_mtime > _STALE:
                    left.unlink()
            generated = self._with_other_runs() if is_shared else self._generated
            if is_shared or any(len(generated[name]) > 1 for name in self._settled):
                if not is_shared:  # another run may have written the same file after this one
                    generated = {
                        name: digests[-1:] if name in self._settled else digests for name, digests in generated.items()
                    }
                lines = [f"{digest.hex()}  {name}\n" for name in sorted(generated) for digest in generated[name]]
                atomic_write(self._path, "".join(lines).encode())

    def _is_shared(self, own: os.stat_result) -> bool:
        """Whether another run has written to the journal meanwhile, or put a new one in its place."""
        try:
            found = os.stat(self._path)
        except OSError:
            return True
        return found.st_size != self._size or (found.st_dev, found.st_ino) != (own.st_dev, own.st_ino)

    def _with_other_runs(self) -> dict[str, list[bytes]]:
        """What the journal holds by now, and what this run has noted."""
        generated = _parsed(_read(self._path))
        for name in self._noted:
            known = generated.setdefault(name, [])
            known += [each for each in self._generated[name] if each not in known]
        return generated


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _parsed(content: bytes) -> dict[str, list[bytes]]:
    """The digests of each name, the last one last."""
    generated: dict[str, list[bytes]] = {}
    for line in content.decode("utf-8", errors="replace").split("\n"):
        digest, _, name = line.partition("  ")
        with contextlib.suppress(ValueError):  # a line that a killed run has cut, or a person has written
            known = bytes.fromhex(digest)
            if name:
                generated.setdefault(name, []).append(known)
    return generated


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
