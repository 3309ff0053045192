r"""The journal of generated files, `.speechgen` in each output folder: lines of the form `SHA-256  NAME`, each followed
by `from PATH`, the unit file relative to the folder. (Versions that do not know these lines ignore them.)

Control characters of a name are written as `\u000a`, so that no name can add a line. A file whose SHA-256 is not in a
line with its name was edited by a person. Of text files, it is that of the normalized text, so that a file is not taken
for edited because git or an editor has changed its line ends.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import hashlib
import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import IO

from speechgen.messages import translated
from speechgen.model import lazily
from speechgen.pipeline.atomic_write import RefusedError, atomic_write, remove_left_over
from speechgen.pipeline.file_lock import locked
from speechgen.pipeline.same_words import normalized
from speechgen.reading import read_file

NAME = ".speechgen"
_MAX_BYTES = 16 * 1024 * 1024  # some 100,000 files
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
    _APPEND |= getattr(os, _flag, 0)
_LINE = lazily(r"([0-9a-f]{64})  ([^/]+)")
_FROM = "from "


class Journal:
    """The journal of one folder. Other runs may write it at the same time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME
        found = _read(self._path)
        self._ignores_case = bool(found) and _ignores_case(self._path)
        self._spellings: dict[str, str] = {}  # of the names, if upper and lower case are the same file
        self._units: dict[tuple[str, bytes], str] = {}  # unit files by name and digest of their speeches
        self._generated = self._parsed(found)
        self._found = found
        self._size = len(found)  # of the file, as last seen by this run
        self._is_shared = False  # whether another run has changed the journal
        self._written: set[str] = set()  # names whose file has been written with the last digest
        self._file: IO[bytes] | None = None

    def knows(self, name: str, content: bytes) -> bool:
        """Whether the file `name` was generated with this content."""
        known = self._generated.get(self._spelling(name), ())
        return bool(known) and (_digest(name, content) in known or hashlib.sha256(content).digest() in known)

    def has_other_unit(self, name: str, unit: str) -> bool:
        """Whether content of the file `name` was generated from another unit file."""
        name = self._spelling(name)
        return any(self._units.get((name, each), unit) != unit for each in self._generated.get(name, ()))

    def unit(self, name: str, content: bytes) -> str | None:
        """The unit file that this content of the file `name` was generated from, or edited since; None if unknown."""
        name = self._spelling(name)
        digests = self._generated.get(name, ())
        own = (_digest(name, content), hashlib.sha256(content).digest())
        found = next((each for each in reversed(digests) if each in own), digests[-1] if digests else b"")
        return self._units.get((name, found))

    @property
    def names(self) -> list[str]:
        """The names of all files that were generated, sorted."""
        return sorted(self._generated)

    def key(self, name: str) -> str:
        """What two names of one file have in common: upper and lower case are the same file on Windows and macOS."""
        return unicodedata.normalize("NFC", name).casefold() if self._ignores_case else name

    def add(self, name: str, content: bytes, unit: str | None = None) -> None:
        """Add what is about to be written, so that the file is known even if the run is killed. Raises OSError.

        `unit` is the path of its unit file, relative to the folder.
        """
        name = self._spelling(name)
        digests = self._generated.setdefault(name, [])
        digest = _digest(name, content)
        if digests[-1:] == [digest] and (unit is None or self._units.get((name, digest)) == unit):
            return
        self._written.discard(name)
        digests.append(digest)
        if unit is None:
            self._units.pop((name, digest), None)
        else:
            self._units[name, digest] = unit
        self._append(self._lines(name, digest).encode())

    def _append(self, line: bytes) -> None:
        """Append a line to the journal that has this name now: another run may have replaced the one that is open."""
        is_new = False
        while True:
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file, is_new = _open(self._path), True
            with locked(self._file):
                if os.fstat(self._file.fileno()).st_nlink > 1:
                    # The file has another name, such as in a backup made of links: only this one's content changes.
                    self._file.seek(0)
                    atomic_write(self._path, self._file.read())
                elif _is_current(self._file, self._path):
                    if is_new:
                        self._compare(self._file)
                    size = self._file.seek(0, os.SEEK_END)
                    # A kill or a full disk may have truncated the last line.
                    self._file.seek(max(0, size - 1))
                    line_end = b"" if size == 0 or self._file.read(1) == b"\n" else b"\n"
                    self._size += self._file.write(line_end + line)
                    self._file.flush()
                    return
            self._file.close()
            self._file = None

    def _compare(self, file: IO[bytes]) -> None:
        """Compare the journal, just opened, with what this run has read: sizes alone can be equal by chance."""
        file.seek(0)
        content = file.read()
        self._is_shared = self._is_shared or content != self._found
        self._size = len(content)

    def confirm(self, name: str) -> None:
        """Confirm that the file was written. Until then its older lines are kept, as the write may be interrupted."""
        self._written.add(self._spelling(name))

    def close(self) -> None:
        """Reduce the journal to one line per file that this run has written; remove temporary files of killed runs."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with contextlib.suppress(OSError), file:
            remove_left_over(self._folder)
            with locked(file):
                is_current = _is_current(file, self._path)
                is_own = is_current and not self._is_shared and os.fstat(file.fileno()).st_size == self._size
                # Otherwise another run has added lines, of which it may have written the files last: keep all.
                if is_own and any(len(self._generated[name]) > 1 for name in self._written):
                    self._reduce()

    def _reduce(self) -> None:
        generated = {
            name: digests[-1:] if name in self._written else digests for name, digests in self._generated.items()
        }
        lines = [self._lines(name, digest) for name in sorted(generated) for digest in generated[name]]
        atomic_write(self._path, "".join(lines).encode())

    def _lines(self, name: str, digest: bytes) -> str:
        unit = self._units.get((name, digest))
        origin = f"{_FROM}{_escaped(unit)}\n" if unit is not None else ""
        return f"{digest.hex()}  {_escaped(name)}\n{origin}"

    def _spelling(self, name: str) -> str:
        """The name as it was first written in the journal."""
        return self._spellings.setdefault(self.key(name), name) if self._ignores_case else name

    def _parsed(self, content: bytes) -> dict[str, list[bytes]]:
        """The digests of each name, oldest first."""
        generated: dict[str, list[bytes]] = {}
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
        last: tuple[str, bytes] | None = None  # of the line before
        for line in (each.rstrip("\r") for each in text.split("\n")):
            if last is not None and line.startswith(_FROM):
                self._units[last] = _unescaped(line[len(_FROM) :])
            found, last = _LINE.fullmatch(line), None
            if found:  # otherwise truncated by a killed run, or edited
                last = self._spelling(_unescaped(found[2])), bytes.fromhex(found[1])
                self._units.pop(last, None)
                generated.setdefault(last[0], []).append(last[1])
        return generated


def _read(path: Path) -> bytes:
    """The content of the journal; empty if there is none, or none that `_open` would open.

    Raises RefusedError if it cannot be read: then all speeches would be taken for edited.
    """
    try:
        if path.is_symlink():
            return b""
        content = read_file(path, _MAX_BYTES)
    except PermissionError as error:
        if os.path.lexists(path):
            raise _not_permitted(path, written=False) from error
        return b""
    except OSError:
        return b""
    return content if len(content) <= _MAX_BYTES else b""


def _open(path: Path) -> IO[bytes]:
    """The journal, open to be read and appended to. Raises RefusedError if it is a link, a device or much too large."""
    fix = translated("delete {file} in this folder; then run the command again", file=NAME)
    if path.is_symlink():
        raise RefusedError(path, translated("{file}, the list of generated files, is a link", file=NAME), fix)
    try:
        descriptor = os.open(path, _APPEND, 0o666)
    except PermissionError as error:
        if os.path.lexists(path):
            raise _not_permitted(path, written=True) from error
        raise
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise RefusedError(path, translated("{file}, the list of generated files, is not a file", file=NAME), fix)
        if found.st_size > _MAX_BYTES:
            reason = translated("{file}, the list of generated files, is larger than 16 MiB", file=NAME)
            raise RefusedError(path, reason, fix)
        return os.fdopen(descriptor, "a+b")
    except BaseException:
        os.close(descriptor)
        raise


def _not_permitted(path: Path, *, written: bool) -> RefusedError:
    reason = translated(os.strerror(errno.EACCES))
    if written:
        message = translated(
            "{file}, the list of generated files, cannot be written: {reason}", file=NAME, reason=reason
        )
    else:
        message = translated("{file}, the list of generated files, cannot be read: {reason}", file=NAME, reason=reason)
    return RefusedError(path, message, translated("check the permissions of {file} in this folder", file=NAME))


def _is_current(file: IO[bytes], path: Path) -> bool:
    """Whether the open file is the one that has its name now."""
    try:
        found = os.stat(path)
    except OSError:
        return False
    own = os.fstat(file.fileno())
    return (found.st_dev, found.st_ino) == (own.st_dev, own.st_ino)


def _escaped(name: str) -> str:
    """A file's name in one line, whatever characters it has."""
    return re.sub(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", name)


def _unescaped(name: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), name)


def _ignores_case(path: Path) -> bool:
    """Whether the file system finds the file under its name in upper case too."""
    try:
        return path.samefile(path.with_name(path.name.upper()))
    except OSError:
        return False


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(normalized(name, content)).digest()
