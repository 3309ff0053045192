"""The document model that every format is written from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from speechgen.model.problem import Place

Kind = Literal["title", "author", "date", "salutation", "heading", "paragraph"]


class Source(NamedTuple):
    """Where a run's words came from.

    `template` is the template's line. `path` is the data path of the printed value (`unit.name`), None for the
    template's own words; `value` is the place of that value in its YAML file, None if the template computed it without
    a value. `also`: the data paths of the other values that the words were computed from, as a sum of two metrics is.
    """

    template: Place
    path: str | None = None
    value: Place | None = None
    also: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The data paths of all values that the words came from; none for the template's own words."""
        return () if self.path is None else (self.path, *self.also)


class Run(NamedTuple):
    """Words with one source and one weight. Never empty; without line breaks."""

    text: str
    bold: bool
    source: Source


class Paragraph(NamedTuple):
    """A paragraph or a heading; `level` is 1 for the heading of a section, 0 for anything but a heading."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """All words of the paragraph."""
        return "".join([run.text for run in self.runs])


class Speech(NamedTuple):
    """A speech: title, author, date and salutation, each optional, then the body.

    `language` is a BCP 47 tag: `zh-CN` or `en`.
    """

    language: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """The title; empty if there is none."""
        return next((paragraph.text for paragraph in self.paragraphs if paragraph.kind == "title"), "")

    @property
    def text(self) -> str:
        """All words, one paragraph per line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def runs(self) -> Iterator[Run]:
        """Yield every run in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.runs
