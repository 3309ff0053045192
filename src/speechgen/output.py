"""Output files: which file a speech goes to, what may be written there, and writing it whole or not at all.

Beside the speeches, `.speechgen` keeps what was generated: a line `SHA-256  NAME` for each. A file whose
content is not among its name's lines was changed by a person, and is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import IO, Literal, TypeAlias

from speechgen.discovery import show
from speechgen.formats import FORMATS, Manuscript
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.speech import Speech

Verdict: TypeAlias = Literal["new", "same", "changed", "kept"]

JOURNAL = ".speechgen"
_TEMPORARY = ".speechgen-"
_STALE = 3600.0  # seconds after which a temporary file can be no running batch's


class OutputFolder:
    """A folder of speeches, and what was generated into it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        found = _read_or_nothing(path / JOURNAL)
        self._generated = _journal(found)
        self._size = len(found)  # of the journal, as far as this run knows
        self._noted: set[str] = set()  # names whose last digest this run has put into the journal
        self._settled: set[str] = set()  # names whose file is known to have its last digest's content
        self._journal: IO[bytes] | None = None

    def verdict(self, name: str, content: bytes, *, force: bool = False) -> Verdict:
        """What writing `content` to the file `name` would be.

        `new`: there is none. `same`: it has this content already. `kept`: a person has changed it since it was
        generated, and `force` is not set. `changed`: it is replaced.
        """
        return self._verdict(name, content, _read(self.path / name), force=force)

    def write(self, name: str, content: bytes, *, force: bool = False) -> Verdict:
        """Write `content` to the file `name`, as far as `verdict` lets it; a person's changes that `force` replaces
        are left in a `.bak` beside it. Raises OSError; the file then is as it was.
        """
        path = self.path / name
        found = _read(path)
        verdict = self._verdict(name, content, found, force=force)
        if verdict == "kept":
            return verdict
        if verdict == "changed" and found is not None and not self._is_ours(name, found):
            _back_up(path)
        self._note(name, content)
        if verdict != "same":
            write_whole(path, content)
        # Not reached where the write was interrupted: the file may then be the old one or the new one, both are ours.
        self._settled.add(name)
        return verdict

    def is_changed_by_a_person(self, name: str) -> bool:
        """Whether there is such a file, and its content is none that was generated, or cannot be read."""
        try:
            found = _read(self.path / name)
        except OSError:
            return True
        return found is not None and not self._is_ours(name, found)

    def _verdict(self, name: str, content: bytes, found: bytes | None, *, force: bool) -> Verdict:
        if found is None:
            return "new"
        if found == content:
            return "same"
        return "changed" if force or self._is_ours(name, found) else "kept"

    def _is_ours(self, name: str, content: bytes) -> bool:
        return _digest(content) in self._generated.get(name, ())

    def close(self) -> None:
        """Bring the journal down to one line for each file that this run has written to the end, and remove what a
        killed batch has left.
        """
        if self._journal is None:
            return
        journal, self._journal = self._journal, None
        with contextlib.suppress(OSError):
            is_shared = self._is_shared(os.fstat(journal.fileno()))
            journal.close()
            for left in self.path.glob(f"{_TEMPORARY}*"):
                if time.time() - left.stat().st_mtime > _STALE:
                    left.unlink()
            generated = self._with_other_runs() if is_shared else self._generated
            if is_shared or any(len(generated[name]) > 1 for name in self._settled):
                if not is_shared:  # another run may have written the same file after this one
                    generated = {
                        name: digests[-1:] if name in self._settled else digests for name, digests in generated.items()
                    }
                lines = [f"{digest.hex()}  {name}\n" for name in sorted(generated) for digest in generated[name]]
                write_whole(self.path / JOURNAL, "".join(lines).encode())

    def _note(self, name: str, content: bytes) -> None:
        """Note what is generated before it is written: a run killed in between leaves a file that is known as ours."""
        digests = self._generated.setdefault(name, [])
        digest = _digest(content)
        if digests[-1:] == [digest]:
            return
        self._settled.discard(name)
        self._noted.add(name)
        digests.append(digest)
        if self._journal is None:
            self.path.mkdir(parents=True, exist_ok=True)
            is_cut = not (_read(self.path / JOURNAL) or b"\n").endswith(b"\n")  # by a kill, or a full disk
            self._journal = (self.path / JOURNAL).open("ab")
            self._size += self._journal.write(b"\n" if is_cut else b"")
        self._size += self._journal.write(f"{digest.hex()}  {name}\n".encode())
        self._journal.flush()

    def _is_shared(self, own: os.stat_result) -> bool:
        """Whether another run has written to the journal meanwhile, or put a new one in its place."""
        try:
            found = os.stat(self.path / JOURNAL)
        except OSError:
            return True
        return found.st_size != self._size or (found.st_dev, found.st_ino) != (own.st_dev, own.st_ino)

    def _with_other_runs(self) -> dict[str, list[bytes]]:
        """What the journal holds by now, and what this run has noted."""
        generated = _journal(_read_or_nothing(self.path / JOURNAL))
        for name in self._noted:
            known = generated.setdefault(name, [])
            known += [each for each in self._generated[name] if each not in known]
        return generated


def write(speech: Speech, path: str | Path, *, force: bool = False) -> Verdict:
    """Write a speech in the format that the file's suffix names, as `speechgen generate` does.

    Raises SpeechgenError where there is no such format, it needs a package that is not installed, or the file cannot be
    written.
    """
    path = Path(path)
    writer = FORMATS.get(path.suffix[1:].lower())
    if writer is None:
        mend = f"end the file's name in .{' or .'.join(FORMATS)}"
        raise SpeechgenError([Problem(Place(str(path)), "unknown-format", "there is no such format", mend)])
    content = writer(Manuscript(speech))
    folder = OutputFolder(path.parent)
    try:
        return folder.write(path.name, content, force=force)
    except OSError as error:
        raise SpeechgenError([cannot_write(path, error)]) from error
    finally:
        folder.close()


def cannot_write(path: Path, error: OSError) -> Problem:
    """The problem of a file that cannot be written."""
    message = f"cannot be written: {error.strerror or error}"
    return Problem(Place(show(path)), "cannot-write", message, "free some space, or choose another folder")


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at `path` in one step, by way of a temporary file in the same folder. Raises OSError."""
    temporary = os.path.join(path.parent, f"{_TEMPORARY}{os.getpid()}.tmp")
    try:
        with open(temporary, "wb") as file:
            file.write(content)
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _read(path: Path) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _back_up(path: Path) -> None:
    """Leave a copy of the file in `NAME.bak`, or `NAME.bak2` and so on: no earlier copy is lost."""
    number = 1
    while (backup := path.with_name(f"{path.name}.bak{number if number > 1 else ''}")).exists():
        number += 1
    shutil.copy2(path, backup)


def _read_or_nothing(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _journal(content: bytes) -> dict[str, list[bytes]]:
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
