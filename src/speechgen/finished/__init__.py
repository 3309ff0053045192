"""Finished speeches, as people have edited or written them: read back into the model that `generate` writes from.

The words of each run stand in the file at the place of its source, so that a problem can point there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.discovery import show
from speechgen.finished.structure import Block, structured
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.yamltext import decode

if TYPE_CHECKING:
    from speechgen.speech import Speech

# A leader who reads for three hours says 35,000 characters: 100 KB. A Word file may hold pictures.
MAX_TEXT = 2 * 1024 * 1024
MAX_WORD = 50 * 1024 * 1024


def read_finished(path: str | Path) -> Speech:
    """The speech in a `.txt`, `.md` or `.docx` file. Raises SpeechgenError where it cannot be read."""
    path = Path(path)
    shown = show(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        mend = f"speeches are {', '.join(READERS)} files, unit files are .yaml"
        raise SpeechgenError([Problem(Place(shown), "unknown-format", "is no speech that can be read", mend)])
    content = _content(path, shown, MAX_WORD if path.suffix.lower() == ".docx" else MAX_TEXT)
    return speech_of(content, path.suffix.lower(), shown)


def speech_of(content: bytes, suffix: str, shown: str) -> Speech:
    """The speech in a file's content. Raises SpeechgenError where there is none."""
    speech = structured(list(READERS[suffix](content, shown)))
    if not speech.paragraphs:
        mend = "look whether it is the right file"
        raise SpeechgenError([Problem(Place(shown), "empty-file", "has no words in it", mend)])
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
        mend = "a speech has some ten thousand characters; look whether it is the right file"
        raise SpeechgenError([Problem(Place(shown), "too-large", f"has more than {most >> 20} MiB", mend)])
    return content


def _plain(content: bytes, shown: str) -> Iterable[Block]:
    from speechgen.finished.txt import blocks

    return blocks(_text(content, shown), shown)


def _markdown(content: bytes, shown: str) -> Iterable[Block]:
    from speechgen.finished.md import blocks

    return blocks(_text(content, shown), shown)


def _word(content: bytes, shown: str) -> Iterable[Block]:
    from speechgen.finished.docx import blocks

    return blocks(content, shown)


def _text(content: bytes, shown: str) -> str:
    """The text of a file. Raises SpeechgenError where its bytes are no text."""
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        mend = "it is no text: open it in the program that wrote it, and save it as text (UTF-8)"
        raise SpeechgenError([Problem(Place(shown), "encoding", "is a binary file", mend)])
    text, problems = decode(content, shown)
    if text is None:
        raise SpeechgenError(problems)
    return text


# One reader for each kind of file, imported when there is such a file.
READERS: Mapping[str, Callable[[bytes, str], Iterable[Block]]] = {".txt": _plain, ".md": _markdown, ".docx": _word}
