"""The table of formats. To add one, write its package and its line in `FORMATS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.md.writer import write as write_markdown
from speechgen.formats.txt.writer import write as write_text
from speechgen.model import require_extra

if TYPE_CHECKING:
    from speechgen.formats.block import Block
    from speechgen.formats.manuscript import Manuscript


class Format(NamedTuple):
    """A format.

    `write` returns the content of a file. `read` takes a file's content and its name for problems, and yields its
    blocks; it is None if people do not edit the format. `shows_comparison` is set if files show the problems found by
    comparing all speeches, and so are written after that.
    """

    write: Callable[[Manuscript], bytes]
    read: Callable[[bytes, str], Iterable[Block]] | None = None
    shows_comparison: bool = False


def _read_markdown(content: bytes, shown: str) -> Iterable[Block]:
    from speechgen.formats.md.reader import read

    return read(content, shown)


def _read_text(content: bytes, shown: str) -> Iterable[Block]:
    from speechgen.formats.txt.reader import read

    return read(content, shown)


def _write_word(manuscript: Manuscript) -> bytes:
    require_extra("docx")
    from speechgen.formats.docx.writer import write

    return write(manuscript)


def _read_word(content: bytes, shown: str) -> Iterable[Block]:
    from speechgen.formats.docx.reader import read

    return read(content, shown)


def _write_review_page(manuscript: Manuscript) -> bytes:
    from speechgen.formats.html.writer import write

    return write(manuscript)


# By name, which is also the suffix of the files.
FORMATS: Mapping[str, Format] = {
    "md": Format(write_markdown, _read_markdown),
    "txt": Format(write_text, _read_text),
    "docx": Format(_write_word, _read_word),
    "html": Format(_write_review_page, shows_comparison=True),
}
# What people call them.
_ALIASES = {"word": "docx", "markdown": "md", "text": "txt", "htm": "html"}
AFTER_COMPARISON = frozenset(name for name, each in FORMATS.items() if each.shows_comparison)


def format_names(words: str) -> list[str]:
    """The formats named by words such as `md,txt`, `Word` or `.docx`; an unknown name is returned as it is written."""
    names = [name.strip(" .").lower() for name in re.split("[,，、;；]", words)]
    return [_ALIASES.get(name, name) for name in names if name] or [words]


def writers() -> dict[str, Callable[[Manuscript], bytes]]:
    """The writer of each format."""
    return {name: each.write for name, each in FORMATS.items()}


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes of readable files. `.txt` comes first, since its lines are the paragraphs."""
    return tuple(f".{name}" for name in sorted(FORMATS, key=lambda name: name != "txt") if FORMATS[name].read)


def readable(path: Path) -> bool:
    """Whether a file has a readable suffix."""
    return path.suffix.lower() in readable_suffixes()
