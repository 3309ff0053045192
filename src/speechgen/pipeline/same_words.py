"""Compare files by their words: editors and git change line ends, byte order marks and encodings of text files."""

from __future__ import annotations

from speechgen.formats import format_of
from speechgen.reading import decode


def normalized(name: str, content: bytes) -> bytes:
    """The content of a text file in UTF-8 without a byte order mark, each line ended by a line feed, none blank at the
    end; the content of other files as it is. `name` is the file's name.
    """
    found = format_of(name)
    if found is None or not found.is_text:
        return content
    text, _ = decode(content, name)
    if text is None:
        return content
    return (text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n").encode()
