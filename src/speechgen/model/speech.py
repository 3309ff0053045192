"""The document model that every format is written from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from speechgen.model.problem import Place

Kind = Literal["title", "author", "date", "salutation", "heading", "paragraph", "item", "row"]


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
    """Words with one source and one weight. Never empty; a line break in them is a hard one."""

    text: str
    bold: bool
    source: Source


class Paragraph(NamedTuple):
    """A paragraph, a heading, an item of a list or a row of a table.

    `level` is that of a heading, 1 for the title's; of an item, 1 for a list that is not in another; 1 for the first
    row of a table, which is its header; otherwise 0. `marker` is an item's number, with which its text begins, such as
    `1.`, or empty; of a header, the alignment of each column: l, c, r, or - if it has none. The cells of a row are
    separated by tabs, which no other text contains.
    """

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """All words of the paragraph."""
        return "".join([run.text for run in self.runs])


def without_marker(item: Paragraph) -> Paragraph:
    """An item without the number that its text begins with."""
    if not item.marker:
        return item
    first, *others = item.runs
    words = first.text[len(item.marker) :].lstrip()
    return item._replace(runs=(*([first._replace(text=words)] if words else []), *others))


def cells_of(row: Paragraph) -> list[list[Run]]:
    """The runs of each cell of a row."""
    cells: list[list[Run]] = [[]]
    for run in row.runs:
        first, *others = run.text.split("\t")
        cells[-1] += [run._replace(text=first)] if first else []
        cells += [[run._replace(text=words)] if words else [] for words in others]
    return cells


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
