"""Edited speeches, as people have changed or written them: read into the model that `generate` writes from.

The words of each run are in the file at the place of its source, so that a problem can point there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.formats.structure import structured
from speechgen.formats.table import FORMATS, readable_suffixes
from speechgen.model import Place, Problem, SpeechgenError, show

if TYPE_CHECKING:
    from speechgen.model import Speech

# A leader who reads for three hours says 35,000 characters: 100 KB. A Word file may hold pictures.
MAX_TEXT = 2 * 1024 * 1024
MAX_WORD = 50 * 1024 * 1024


def read_speech(path: str | Path, language: str | None = None) -> Speech:
    """The speech in a `.txt`, `.md` or `.docx` file. Raises SpeechgenError where it cannot be read.

    `language` is the code of its language, such as `en`; without it, the language is detected.
    """
    path = Path(path)
    shown, suffix = show(path), path.suffix.lower()
    if suffix not in readable_suffixes():
        fix = f"speeches are {', '.join(readable_suffixes())} files, unit files are .yaml"
        raise SpeechgenError([Problem(Place(shown), "unknown-format", "is no speech that can be read", fix)])
    return speech_of(_content(path, shown, MAX_WORD if suffix == ".docx" else MAX_TEXT), suffix, shown, language)


def speech_of(content: bytes, suffix: str, shown: str, language: str | None = None) -> Speech:
    """The speech in a file's content; see `read_speech`. Raises SpeechgenError where there is none."""
    read = FORMATS[suffix[1:]].read
    assert read is not None  # noqa: S101 - the suffix is one of those that can be read
    speech = structured(list(read(content, shown)), language)
    if not speech.paragraphs:
        fix = "look whether it is the right file"
        raise SpeechgenError([Problem(Place(shown), "empty-file", "has no words in it", fix)])
    return speech


def _content(path: Path, shown: str, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        problem = Problem(Place(shown), "unreadable", f"cannot be read: {reason}", "look at the name and the folder")
        raise SpeechgenError([problem]) from error
    if len(content) > most:
        fix = "a speech has some ten thousand characters; look whether it is the right file"
        raise SpeechgenError([Problem(Place(shown), "too-large", f"has more than {most >> 20} MiB", fix)])
    return content
