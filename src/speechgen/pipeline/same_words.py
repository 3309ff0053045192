"""Compare files by their words: editors and git change line ends, byte order marks and encodings of text files."""

from __future__ import annotations

from pathlib import PurePath

from speechgen.reading import decode

_TEXT = (".md", ".txt", ".html")


def normalized(name: str, content: bytes) -> bytes:
    """The content of a text file in UTF-8 without a byte order mark, each line ended by a line feed, none blank at the
    end; the content of other files as it is. `name` is the file's name.
    """
    if PurePath(name).suffix.lower() not in _TEXT:
        return content
    text, _ = decode(content, name)
    if text is None:
        return content
    return (text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n").encode()
