"""The table of formats. To add one, write its package and its line in `FORMATS`, or install a package that offers it.

A package that is installed next to the program offers a format by an entry point of the group `speechgen.formats`: its
name is the format's name, in lower case, its value a `Format`. It is looked for when a file or a setting names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats.md.writer import write as write_markdown
from speechgen.formats.txt.writer import write as write_text
from speechgen.messages import translated
from speechgen.model import UNIT_SUFFIXES, SpeechgenError, failed, load, not_loaded, offered, require_extra

if TYPE_CHECKING:
    from speechgen.formats.block import Block
    from speechgen.formats.manuscript import Manuscript

GROUP = "speechgen.formats"


class Format(NamedTuple):
    """A format.

    `write` returns the content of a file. `read` takes a file's content and its name for problems, and yields its
    blocks; it is None if people do not edit the format. `is_text` is set if files are text: other line ends are then no
    edit. `shows_comparison` is set if files show the problems found by comparing all speeches, and so are written after
    that.
    """

    write: Callable[[Manuscript], bytes]
    read: Callable[[bytes, str], Iterable[Block]] | None = None
    is_text: bool = False
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
    "md": Format(write_markdown, _read_markdown, is_text=True),
    "txt": Format(write_text, _read_text, is_text=True),
    "docx": Format(_write_word, _read_word),
    "html": Format(_write_review_page, is_text=True, shows_comparison=True),
}
# What people call them.
_ALIASES = {"word": "docx", "markdown": "md", "text": "txt", "htm": "html"}


def format_names(words: str) -> list[str]:
    """The formats named by words such as `md,txt`, `Word` or `.docx`; an unknown name is returned as it is written."""
    names = [name.strip(" .").lower() for name in re.split("[,，、;；]", words)]
    return [_ALIASES.get(name, name) for name in names if name] or [words]


def all_formats() -> tuple[str, ...]:
    """The names of all formats: those of the program, and those that other installed packages offer."""
    return (*FORMATS, *(name for name in offered(GROUP) if name not in FORMATS))


def format_named(name: str) -> Format | None:
    """The format with this name; None if there is none. Raises SpeechgenError if a package's cannot be loaded."""
    return FORMATS.get(name) or _installed(name)


def format_of(path: str | PurePath) -> Format | None:
    """The format of a file, by its suffix; None if there is none, as for unit files. Raises SpeechgenError."""
    suffix = PurePath(path).suffix.lower()
    return format_named(suffix[1:]) if suffix and suffix not in UNIT_SUFFIXES else None


def shows_comparison(name: str) -> bool:
    """Whether files of this format show what comparing all speeches finds."""
    found = format_named(name)
    return found is not None and found.shows_comparison


def readable_suffixes(others: Iterable[str] = ()) -> tuple[str, ...]:
    """The suffixes of readable files. `.txt` comes first, since its lines are the paragraphs.

    `others`: names of formats that may be those of other packages.
    """
    own = sorted(FORMATS, key=lambda name: name != "txt")
    found = {name: format_named(name) for name in (*own, *others)}
    return tuple(f".{name}" for name, each in found.items() if each and each.read)


def readable(path: PurePath) -> bool:
    """Whether a file has a readable suffix."""
    found = format_of(path)
    return found is not None and found.read is not None


@cache
def _installed(name: str) -> Format | None:
    """The format that another package offers under this name."""
    point = offered(GROUP).get(name)
    if point is None:
        return None
    found = load("format", point)
    if not isinstance(found, Format):
        raise not_loaded("format", point, translated("it is not a {type}", type="speechgen.formats.Format"))
    own_read = found.read

    def write(manuscript: Manuscript) -> bytes:
        try:
            return found.write(manuscript)
        except SpeechgenError:
            raise
        except Exception as error:  # the package's code
            raise failed("format", point, error) from error

    def read(content: bytes, shown: str) -> Iterable[Block]:
        assert own_read is not None  # noqa: S101 - see below
        try:
            return list(own_read(content, shown))
        except SpeechgenError:
            raise
        except Exception as error:
            raise failed("format", point, error) from error

    return found._replace(write=write, read=read if own_read else None)
