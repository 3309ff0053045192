"""Blocks: what the readers of edited speeches return."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from speechgen.messages import translated
from speechgen.model import Kind, Place, Problem, Run, SpeechgenError, lazily
from speechgen.reading import decode

_BINARY = lazily("[\0-\x08\x0e-\x1f\ufffe\uffff]")


class Block(NamedTuple):
    """A paragraph, heading, list item or row of a file; each run has its place as source.

    `level` is that of a Markdown or Word heading, 0 in formats without headings; `level` and `marker` of an item or a
    row are those of a `Paragraph`. The kind of a paragraph is not known yet: it may be the title or a heading.
    """

    runs: tuple[Run, ...]
    level: int = 0
    kind: Kind = "paragraph"
    marker: str = ""

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join([run.text for run in self.runs])


def decoded_text(content: bytes, shown: str) -> str:
    """The text of a file. Raises SpeechgenError if the bytes are not text in a known encoding."""
    text, problems = decode(content, shown)
    is_marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in content and not is_marked and (text is None or _BINARY.search(text)):
        message = translated("is a binary file, not a text file")
        fix = translated("open it in the program that wrote it and save it as plain text (UTF-8)")
        raise SpeechgenError([Problem(Place(shown), "encoding", message, fix)])
    if text is None:
        raise SpeechgenError(problems)
    return text
