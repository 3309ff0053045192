"""Where speeches are written: to folders, in which edited speeches are not overwritten, or to standard output."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from functools import cached_property
from pathlib import Path, PurePath
from typing import IO, Literal, Protocol, TypeAlias

from speechgen.formats import Manuscript, all_formats, format_of
from speechgen.messages import joined_words, reason_of, translated
from speechgen.model import Place, Problem, Speech, SpeechgenError, lock_file, show
from speechgen.pipeline.atomic_write import (
    OpenInEditorError,
    RefusedError,
    atomic_write,
    require_writable,
    write_problem,
)
from speechgen.pipeline.journal import Journal
from speechgen.pipeline.origins import Origins
from speechgen.pipeline.same_words import normalized
from speechgen.reading import read_file

_MAX_BYTES = 64 * 1024 * 1024  # of a speech: more than a Word file that `check` reads

Verdict: TypeAlias = Literal["new", "same", "changed", "kept", "removed"]


class Target(Protocol):
    """Where the files of a run are written."""

    def put(self, folder: Path, name: str, content: bytes, unit: Path | None = None) -> Verdict:
        """Write a file, generated from the file `unit`, unless it is kept. Raises OSError."""

    def other_unit(self, folder: Path, name: str, unit: Path) -> Path | None:
        """Another unit file whose speech would be replaced. Raises OSError."""

    def keeps(self, folder: Path, name: str) -> bool:
        """Whether the file was edited and is not overwritten."""

    def close(self) -> None:
        """Finish the run."""


class FolderTarget:
    """Writes to folders. With `force` edited files are replaced; in a `dry_run` nothing is written."""

    def __init__(self, force: bool = False, dry_run: bool = False) -> None:
        self.force = force
        self.dry_run = dry_run
        self._opened: dict[Path, OutputFolder] = {}

    def put(self, folder: Path, name: str, content: bytes, unit: Path | None = None) -> Verdict:
        """Write a file if `OutputFolder.verdict` allows it. Raises OSError."""
        opened = self._folder(folder)
        if self.dry_run:
            return opened.verdict(name, content, force=self.force)
        return opened.write(name, content, force=self.force, unit=unit)

    def other_unit(self, folder: Path, name: str, unit: Path) -> Path | None:
        """Another unit file whose speech would be replaced without `force`. Raises OSError."""
        return None if self.force else self._folder(folder).other_unit(name, unit)

    def keeps(self, folder: Path, name: str) -> bool:
        """Whether the file was edited and is not overwritten."""
        return not self.force and self._folder(folder).is_edited(name)

    def close(self) -> None:
        """Close the journals of all folders."""
        for folder in self._opened.values():
            folder.close()

    def _folder(self, path: Path) -> OutputFolder:
        if path not in self._opened:
            self._opened[path] = OutputFolder(path)
        return self._opened[path]


class StreamTarget:
    """Writes to standard output, the same bytes as to a file."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def put(self, folder: Path, name: str, content: bytes, unit: Path | None = None) -> Verdict:
        """Write the content. Raises SpeechgenError."""
        try:
            self.stream.write(content)
            self.stream.flush()
        except OSError as error:
            message = translated("cannot be written: {reason}", reason=reason_of(error))
            fix = translated("check where the output goes")
            place = Place(translated("standard output"))
            raise SpeechgenError([Problem(place, "cannot-write", message, fix)]) from error
        return "new"

    def other_unit(self, folder: Path, name: str, unit: Path) -> Path | None:
        """Return None: no file is replaced."""
        return None

    def keeps(self, folder: Path, name: str) -> bool:
        """Return False: no file is overwritten."""
        return False

    def close(self) -> None:
        """Leave standard output open."""


class OutputFolder:
    """A folder of speeches, with its journal of generated files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._journal = Journal(path)
        self._origins = Origins(path)

    def verdict(self, name: str, content: bytes, *, force: bool = False) -> Verdict:
        """What writing `content` to the file `name` would do.

        `new`: create the file. `same`: nothing, it has this content. `kept`: nothing, it was edited since it was
        generated, and `force` is not set. `changed`: replace it.
        """
        return self._verdict(name, content, _read(self.path / name), force=force)

    def write(self, name: str, content: bytes, *, force: bool = False, unit: Path | None = None) -> Verdict:
        """Write `content` to the file `name` if `verdict` allows it; back up an edited file that `force` replaces.

        `unit` is the unit file that it was generated from.
        Raises OSError; the file is then unchanged.
        """
        path = self.path / name
        found = _read(path)
        verdict = self._verdict(name, content, found, force=force)
        if verdict == "kept":
            return verdict
        if verdict == "changed" and (lock := lock_file(path)) is not None:
            raise OpenInEditorError(path, lock)
        if verdict == "changed":
            require_writable(path)
        if verdict == "changed" and found is not None and not self._journal.knows(name, found):
            _back_up(path, found)
        self._journal.add(name, content, self._origins.relative(unit) if unit is not None else None)
        if verdict != "same":
            atomic_write(path, content)
        self._journal.confirm(name)
        return verdict

    def other_unit(self, name: str, unit: Path) -> Path | None:
        """The existing unit file, other than `unit`, that the file `name` was generated from. Raises OSError."""
        own = self._origins.relative(unit)
        if own is None or not self._journal.has_other_unit(name, own):
            return None
        found = _read(self.path / name)
        other = self._journal.unit(name, found) if found is not None else None
        return self._origins.existing_other(other, unit) if other is not None and other != own else None

    def is_edited(self, name: str) -> bool:
        """Whether the file exists and its content was not generated, or cannot be read."""
        try:
            found = _read(self.path / name)
        except OSError:
            return True
        return found is not None and not self._journal.knows(name, found)

    def require_access(self) -> None:
        """Raise OSError if the folder exists and its files cannot be looked at."""
        if self.path.is_dir() and not os.access(self.path, os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.path))

    def generated_names(self) -> list[str]:
        """The names of the files that were generated; they may have been edited or deleted since."""
        return self._journal.names

    @cached_property
    def generated_formats(self) -> frozenset[str]:
        """The suffixes of these names, without the dot."""
        return frozenset(PurePath(name).suffix[1:].lower() for name in self._journal.names)

    def key(self, name: str) -> str:
        """What two names of one file have in common."""
        return self._journal.key(name)

    def close(self) -> None:
        """Close the journal."""
        self._journal.close()

    def _verdict(self, name: str, content: bytes, found: bytes | None, *, force: bool) -> Verdict:
        if found is None:
            return "new"
        if found == content or normalized(name, found) == normalized(name, content):
            return "same"
        return "changed" if force or self._journal.knows(name, found) else "kept"


def write(speech: Speech, path: str | Path, *, force: bool = False) -> Verdict:
    """Write a speech in the format of the file's suffix, as `speechgen generate` does.

    Raises SpeechgenError if the format is unknown or its package is not installed, or if the file cannot be written.
    """
    path = Path(path)
    format_ = format_of(path)
    if format_ is None:
        fix = translated(
            "use one of these suffixes: {suffixes}", suffixes=joined_words(f".{each}" for each in all_formats())
        )
        message = translated("no format has this suffix")
        raise SpeechgenError([Problem(Place(str(path)), "unknown-format", message, fix)])
    content = format_.write(Manuscript(speech))
    try:
        with contextlib.closing(OutputFolder(path.parent)) as folder:
            return folder.write(path.name, content, force=force)
    except OSError as error:
        raise SpeechgenError([write_problem(path, error)]) from error


def edited_problem(path: Path) -> Problem:
    """The warning that an edited speech was not overwritten."""
    message = translated("edited since it was generated; not overwritten")
    fix = translated("--force replaces it and keeps a copy in {file}", file=f"{path.name}.bak")
    return Problem(Place(show(path)), "kept", message, fix, "warning")


def _read(path: Path) -> bytes | None:
    """The content of a file that may be a speech; None if there is none. Raises OSError."""
    try:
        content = read_file(path, _MAX_BYTES)
    except FileNotFoundError:
        return None
    if len(content) > _MAX_BYTES:
        reason = translated("it is larger than {size} MiB, so no speech", size=_MAX_BYTES >> 20)
        raise RefusedError(path, reason, translated("move it to another folder"))
    return content


def _back_up(path: Path, content: bytes) -> None:
    """Write the file's content to `NAME.bak`, or to `NAME.bak2` and so on if that exists. Raises OSError."""
    number = 1
    while (backup := path.with_name(f"{path.name}.bak{number if number > 1 else ''}")).exists():
        number += 1
    atomic_write(backup, content)
    with contextlib.suppress(OSError):
        shutil.copystat(path, backup)
