"""The speech as a document: what every format is written from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from speechgen.model.problem import Place

Kind = Literal["title", "author", "date", "salutation", "heading", "paragraph"]


class Source(NamedTuple):
    """Where a run's words came from.

    `template` is the line of the template that says them. `path` is the data path of the value that they show
    (`unit.name`), None for the template's own words; `value` is that value's line in its YAML file, None where the
    template made the words from something else, such as the length of a list.
    """

    template: Place
    path: str | None = None
    value: Place | None = None


class Run(NamedTuple):
    """Words of one origin and one weight. Never empty, never with a line break."""

    text: str
    bold: bool
    source: Source


class Paragraph(NamedTuple):
    """A paragraph or a heading; `level` is 1 for a section's heading, 0 for what is no heading."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The words as they are read."""
        return "".join([run.text for run in self.runs])


class Speech(NamedTuple):
    """One finished speech: title, author, date and salutation, as far as the template has them, then the body.

    `language` is a BCP 47 tag: `zh-CN` or `en`.
    """

    language: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """The title's words; empty where the template has none."""
        return next((paragraph.text for paragraph in self.paragraphs if paragraph.kind == "title"), "")

    @property
    def text(self) -> str:
        """All words, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def runs(self) -> Iterator[Run]:
        """Every run, in the order in which it is read."""
        for paragraph in self.paragraphs:
            yield from paragraph.runs
