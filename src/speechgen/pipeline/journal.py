"""The journal of generated files, `.speechgen` in each output folder: lines of the form `SHA-256  NAME`.

A file whose SHA-256 is not in a line with its name was edited by a person. Of text files, it is that of the normalized
text, so that a file is not taken for edited because git or an editor has changed its line ends.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import unicodedata
from pathlib import Path
from typing import IO

from speechgen.pipeline.atomic_write import TEMPORARY, atomic_write
from speechgen.pipeline.same_words import normalized

NAME = ".speechgen"
_STALE = 3600.0  # seconds after which a temporary file is left over from a killed run


class Journal:
    """The journal of one folder. Other runs may write it at the same time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME
        found = _read(self._path)
        self._ignores_case = bool(found) and _ignores_case(self._path)
        self._spellings: dict[str, str] = {}  # of the names, if upper and lower case are the same file
        self._generated = self._parsed(found)
        self._size = len(found)  # of the file, as last seen by this run
        self._added: set[str] = set()  # names whose last digest this run has added
        self._written: set[str] = set()  # names whose file has been written with the last digest
        self._file: IO[bytes] | None = None

    def knows(self, name: str, content: bytes) -> bool:
        """Whether the file `name` was generated with this content."""
        known = self._generated.get(self._spelling(name), ())
        return bool(known) and (_digest(name, content) in known or hashlib.sha256(content).digest() in known)

    @property
    def names(self) -> list[str]:
        """The names of all files that were generated, sorted."""
        return sorted(self._generated)

    def key(self, name: str) -> str:
        """What two names of one file have in common: upper and lower case are the same file on Windows and macOS."""
        return unicodedata.normalize("NFC", name).casefold() if self._ignores_case else name

    def add(self, name: str, content: bytes) -> None:
        """Add what is about to be written, so that the file is known even if the run is killed. Raises OSError."""
        name = self._spelling(name)
        digests = self._generated.setdefault(name, [])
        digest = _digest(name, content)
        if digests[-1:] == [digest]:
            return
        self._written.discard(name)
        self._added.add(name)
        digests.append(digest)
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            is_truncated = not (_read(self._path) or b"\n").endswith(b"\n")  # by a kill, or a full disk
            self._file = self._path.open("ab")
            self._size += self._file.write(b"\n" if is_truncated else b"")
        self._size += self._file.write(f"{digest.hex()}  {name}\n".encode())
        self._file.flush()

    def confirm(self, name: str) -> None:
        """Confirm that the file was written. Until then its older lines are kept, as the write may be interrupted."""
        self._written.add(self._spelling(name))

    def close(self) -> None:
        """Reduce the journal to one line per file that this run has written; remove temporary files of killed runs."""
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
            if is_shared or any(len(generated[name]) > 1 for name in self._written):
                if not is_shared:  # otherwise the other run may have written the file last
                    generated = {
                        name: digests[-1:] if name in self._written else digests for name, digests in generated.items()
                    }
                lines = [f"{digest.hex()}  {name}\n" for name in sorted(generated) for digest in generated[name]]
                atomic_write(self._path, "".join(lines).encode())

    def _is_shared(self, own: os.stat_result) -> bool:
        """Whether another run has appended to the journal or replaced it."""
        try:
            found = os.stat(self._path)
        except OSError:
            return True
        return found.st_size != self._size or (found.st_dev, found.st_ino) != (own.st_dev, own.st_ino)

    def _with_other_runs(self) -> dict[str, list[bytes]]:
        """The current entries of the journal, and those added by this run."""
        generated = self._parsed(_read(self._path))
        for name in self._added:
            known = generated.setdefault(name, [])
            known += [each for each in self._generated[name] if each not in known]
        return generated

    def _spelling(self, name: str) -> str:
        """The name as it was first written in the journal."""
        return self._spellings.setdefault(self.key(name), name) if self._ignores_case else name

    def _parsed(self, content: bytes) -> dict[str, list[bytes]]:
        """The digests of each name, oldest first."""
        generated: dict[str, list[bytes]] = {}
        text = content.decode("utf-8-sig", errors="replace")
        for line in text.split("\n"):
            digest, _, name = line.rstrip("\r").partition("  ")
            with contextlib.suppress(ValueError):  # truncated by a killed run, or edited
                known = bytes.fromhex(digest)
                if name:
                    generated.setdefault(self._spelling(name), []).append(known)
        return generated


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _ignores_case(path: Path) -> bool:
    """Whether the file system finds the file under its name in upper case too."""
    try:
        return path.samefile(path.with_name(path.name.upper()))
    except OSError:
        return False


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(normalized(name, content)).digest()
