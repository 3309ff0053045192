"""Where speeches go: folders, in which edited speeches are kept, or standard output."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal, Protocol, TypeAlias

from speechgen.formats import FORMATS, Manuscript
from speechgen.model import Place, Problem, Speech, SpeechgenError, show
from speechgen.pipeline.atomic_write import atomic_write, write_problem
from speechgen.pipeline.journal import Journal

Verdict: TypeAlias = Literal["new", "same", "changed", "kept"]


class Target(Protocol):
    """Where the files of a run go."""

    def put(self, folder: Path, name: str, content: bytes) -> Verdict:
        """Write a file, unless it is kept. Raises OSError."""

    def keeps(self, folder: Path, name: str) -> bool:
        """Whether the file is kept as it is."""

    def close(self) -> None:
        """End the run."""


@dataclass
class Folders:
    """Files in folders. With `force` edited ones are replaced too; in a `dry_run` nothing is written."""

    force: bool = False
    dry_run: bool = False
    _opened: dict[Path, OutputFolder] = field(default_factory=dict)

    def put(self, folder: Path, name: str, content: bytes) -> Verdict:
        """Write a file, as far as `OutputFolder.verdict` lets it. Raises OSError."""
        opened = self._folder(folder)
        put = opened.verdict if self.dry_run else opened.write
        return put(name, content, force=self.force)

    def keeps(self, folder: Path, name: str) -> bool:
        """Whether a person has edited the file, and it is not to be replaced."""
        return not self.force and self._folder(folder).is_edited(name)

    def close(self) -> None:
        """Bring the folders' journals to an end."""
        for folder in self._opened.values():
            folder.close()

    def _folder(self, path: Path) -> OutputFolder:
        if path not in self._opened:
            self._opened[path] = OutputFolder(path)
        return self._opened[path]


@dataclass
class Stream:
    """Standard output, byte for byte as a file would be."""

    stream: IO[bytes]

    def put(self, folder: Path, name: str, content: bytes) -> Verdict:
        """Write the content. Raises OSError."""
        self.stream.write(content)
        self.stream.flush()
        return "new"

    def keeps(self, folder: Path, name: str) -> bool:
        """Keep nothing: no file is touched."""
        return False

    def close(self) -> None:
        """Leave standard output open."""


class OutputFolder:
    """A folder of speeches, and what was generated into it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._journal = Journal(path)

    def verdict(self, name: str, content: bytes, *, force: bool = False) -> Verdict:
        """What writing `content` to the file `name` would be.

        `new`: there is none. `same`: it has this content already. `kept`: a person has edited it since it was
        generated, and `force` is not set. `changed`: it is replaced.
        """
        return self._verdict(name, content, _read(self.path / name), force=force)

    def write(self, name: str, content: bytes, *, force: bool = False) -> Verdict:
        """Write `content` to the file `name`, as far as `verdict` lets it; an edited file that `force` replaces is left
        in a `.bak`. Raises OSError; the file then is as it was.
        """
        path = self.path / name
        found = _read(path)
        verdict = self._verdict(name, content, found, force=force)
        if verdict == "kept":
            return verdict
        if verdict == "changed" and found is not None and not self._journal.knows(name, found):
            _back_up(path)
        self._journal.note(name, content)
        if verdict != "same":
            atomic_write(path, content)
        self._journal.settle(name)
        return verdict

    def is_edited(self, name: str) -> bool:
        """Whether there is such a file, and its content was not generated, or cannot be read."""
        try:
            found = _read(self.path / name)
        except OSError:
            return True
        return found is not None and not self._journal.knows(name, found)

    def close(self) -> None:
        """Bring the journal to an end."""
        self._journal.close()

    def _verdict(self, name: str, content: bytes, found: bytes | None, *, force: bool) -> Verdict:
        if found is None:
            return "new"
        if found == content:
            return "same"
        return "changed" if force or self._journal.knows(name, found) else "kept"


def write(speech: Speech, path: str | Path, *, force: bool = False) -> Verdict:
    """Write a speech in the format that the file's suffix names, as `speechgen generate` does.

    Raises SpeechgenError where there is no such format, it needs a package that is not installed, or the file cannot be
    written.
    """
    path = Path(path)
    format_ = FORMATS.get(path.suffix[1:].lower())
    if format_ is None:
        fix = f"end the file's name in .{' or .'.join(FORMATS)}"
        raise SpeechgenError([Problem(Place(str(path)), "unknown-format", "there is no such format", fix)])
    content = format_.write(Manuscript(speech))
    folder = OutputFolder(path.parent)
    try:
        return folder.write(path.name, content, force=force)
    except OSError as error:
        raise SpeechgenError([write_problem(path, error)]) from error
    finally:
        folder.close()


def edited_problem(path: Path) -> Problem:
    """The warning that a speech was not overwritten."""
    message = "was changed by a person since it was generated, and is kept"
    fix = f"--force replaces it, and leaves it in {path.name}.bak"
    return Problem(Place(show(path)), "kept", message, fix, "warning")


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
