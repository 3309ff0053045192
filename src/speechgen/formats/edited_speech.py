"""Reading edited speeches: files that a person has changed or written.

The source of each run is its place in the file, so that problems can point there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.formats.block import decoded_text
from speechgen.formats.bounds import check_text
from speechgen.formats.recognise_structure import recognise_structure
from speechgen.formats.registry import format_named, readable, readable_suffixes
from speechgen.messages import joined_words, reason_of, translated
from speechgen.model import Place, Problem, SpeechgenError, lock_file, show
from speechgen.reading import read_file

if TYPE_CHECKING:
    from speechgen.messages import joined_words, reason_of, translated
from speechgen.model import Speech

# Bytes. Three hours of speech are 35,000 characters, or 100 KB; a Word file may hold pictures.
MAX_TEXT_SIZE = 2 * 1024 * 1024
MAX_WORD_SIZE = 50 * 1024 * 1024


def read_speech(path: str | Path, language: str | None = None) -> Speech:
    """The speech in a `.txt`, `.md` or `.docx` file, or one of an installed format that can be read.

    `language` is the code of its language, such as `en`; without it, the language is detected. Raises
    SpeechgenError if the file cannot be read.
    """
    path = Path(path)
    shown, suffix = show(path), path.suffix.lower()
    if not readable(path):
        suffixes = joined_words(readable_suffixes())
        message = translated("is not in a format that speeches can be read from")
        fix = translated("save a speech as {suffixes}; unit files end in .yaml", suffixes=suffixes)
        raise SpeechgenError([Problem(Place(shown), "unknown-format", message, fix)])
    content = _content(path, shown, _max_size(suffix))
    if suffix in (".md", ".txt"):
        check_text(decoded_text(content, shown).replace("\r\n", "\n").replace("\r", "\n"), shown)
    return speech_of(content, suffix, shown, language)


def speech_of(content: bytes, suffix: str, shown: str, language: str | None = None) -> Speech:
    """The speech in a file's content; `shown` is its name in problems. Raises SpeechgenError if there is no text."""
    found = format_named(suffix[1:])
    assert found is not None  # noqa: S101 - callers pass readable suffixes only
    assert found.read is not None  # noqa: S101
    speech = recognise_structure(list(found.read(content, shown)), language)
    if not speech.paragraphs:
        fix = translated("check that this is the right file")
        raise SpeechgenError([Problem(Place(shown), "empty-file", translated("has no text"), fix)])
    return speech


def _max_size(suffix: str) -> int:
    found = format_named(suffix[1:])
    return MAX_TEXT_SIZE if found and found.is_text else MAX_WORD_SIZE


def _content(path: Path, shown: str, max_size: int) -> bytes:
    try:
        content = read_file(path, max_size)
    except OSError as error:
        reason = translated("there is no such file") if isinstance(error, FileNotFoundError) else reason_of(error)
        fix = translated("check its name, its folder and its permissions")
        if isinstance(error, PermissionError) and (lock_file(path) or (os.name == "nt" and path.suffix == ".docx")):
            reason = translated("it is open in Word")
            fix = translated("close it in Word; then run the command again")
        message = translated("cannot be read: {reason}", reason=reason)
        raise SpeechgenError([Problem(Place(shown), "unreadable", message, fix)]) from error
    if len(content) > max_size:
        message = translated("is larger than {size} MiB", size=max_size >> 20)
        fix = translated("check that this is the right file: a speech has about ten thousand characters")
        raise SpeechgenError([Problem(Place(shown), "too-large", message, fix)])
    return content
