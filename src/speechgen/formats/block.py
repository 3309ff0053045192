"""What the readers of edited speeches give: blocks, whose words know their places."""

from __future__ import annotations

from typing import NamedTuple

from speechgen.model import Place, Problem, Run, SpeechgenError
from speechgen.reading import decode


class Block(NamedTuple):
    """A paragraph or a heading of a file; `level` is the heading's in Markdown and Word, 0 where the file has none."""

    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The words as they are read."""
        return "".join([run.text for run in self.runs])


def text_of(content: bytes, shown: str) -> str:
    """The text of a file. Raises SpeechgenError where its bytes are no text."""
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        fix = "it is no text: open it in the program that wrote it, and save it as text (UTF-8)"
        raise SpeechgenError([Problem(Place(shown), "encoding", "is a binary file", fix)])
    text, problems = decode(content, shown)
    if text is None:
        raise SpeechgenError(problems)
    return text
