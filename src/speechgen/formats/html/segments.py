"""The speech as the page shows it: paragraphs cut into segments, where the source changes or a problem ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from markupsafe import Markup

from speechgen.formats.html.findings import Finding
from speechgen.formats.html.nesting import tags_around
from speechgen.formats.html.spans import Spans
from speechgen.model import Kind, Paragraph, Run, Severity, Source, Speech
from speechgen.rendering import Explanation, RelatedPaths

_TAGS: dict[Kind, str] = {"title": "h1", "item": "li", "row": "tr"}
_MAX_EXPLAINED = 20  # values in the note about one word: a group of values may have thousands
_CLASSES = {"l": "left", "c": "center", "r": "right"}


class Piece(NamedTuple):
    """Text of a segment that the same problems are about; `severity` is the highest, None without problems."""

    text: str
    severity: Severity | None


class Segment(NamedTuple):
    """The text of a run, or a part of it that ends with a problem.

    `number` counts the runs that show a value, from 1; it is 0 for the template's text. `part` counts the segments of a
    run, from 0. `layer` is the layer of the value; `explanations` are those of the values that the run is made of.
    `flags` are the problems that end with the segment.
    """

    pieces: tuple[Piece, ...]
    bold: bool
    source: Source
    number: int
    layer: str
    explanations: tuple[Explanation, ...]
    flags: tuple[Finding, ...]
    part: int = 0

    @property
    def id(self) -> str:
        """The HTML id, unique among the segments that show a value."""
        return f"{self.number}-{self.part}" if self.part else f"{self.number}"


class Cell(NamedTuple):
    """A cell of a table: its class, which aligns it, and its segments."""

    alignment: str
    segments: tuple[Segment, ...]


class PageParagraph(NamedTuple):
    """A paragraph as HTML: its tag, its class and its segments; for a row its cells, whose tag is `cell`.

    `before` and `after` are the tags of lists and tables around it. An item's element is closed by them.
    """

    tag: str
    kind: str
    segments: tuple[Segment, ...]
    before: Markup
    after: Markup
    cells: tuple[Cell, ...] = ()
    cell: str = ""


def paragraphs(speech: Speech, values: Sequence[Explanation], found: Sequence[Finding]) -> tuple[PageParagraph, ...]:
    """The paragraphs of the speech. `values` are the values of its unit, `found` its problems."""
    explained = _explained(speech, values)
    numbers = count(1)
    shown = []
    columns = ""
    by_paragraph: dict[int, list[Finding]] = {}
    for finding in found:
        if finding.problem.spot:
            by_paragraph.setdefault(finding.problem.spot.number, []).append(finding)
    for index, (paragraph, around) in enumerate(zip(speech.paragraphs, tags_around(speech.paragraphs), strict=True)):
        segments = tuple(_segments(paragraph, by_paragraph.get(index, ()), explained, numbers))
        before, after = map(Markup, around)
        kind = "verse" if paragraph.kind == "paragraph" and "\n" in paragraph.text else paragraph.kind
        page = PageParagraph(_tag(paragraph), kind, segments, before, after)
        if paragraph.kind == "row":
            columns = paragraph.marker if paragraph.level else columns
            page = page._replace(cells=tuple(_cells(segments, columns)), cell="th" if paragraph.level else "td")
        shown.append(page)
    return tuple(shown)


def places(speech: Speech) -> dict[str, list[int]]:
    """The numbers of the runs that show values, by the values' paths."""
    found: dict[str, list[int]] = {}
    for number, paths in enumerate(filter(None, (run.source.paths for run in speech.runs())), start=1):
        for path in paths:
            found.setdefault(path, []).append(number)
    return found


def _tag(paragraph: Paragraph) -> str:
    if paragraph.kind in _TAGS:
        return _TAGS[paragraph.kind]
    if paragraph.kind == "heading":
        return f"h{min(max(paragraph.level, 2), 6)}"
    return "p"


def _cells(segments: Sequence[Segment], columns: str) -> Iterator[Cell]:
    """The cells of a row, whose text has a tab between them."""
    current: list[Segment] = []
    number = 0
    for segment in segments:
        pieces: list[Piece] = []
        for piece in segment.pieces:
            first, *others = piece.text.split("\t")
            pieces += [piece._replace(text=first)] if first else []
            for words in others:
                current += [segment._replace(pieces=tuple(pieces), flags=())] if pieces else []
                yield Cell(_CLASSES.get(columns[number : number + 1], ""), tuple(current))
                number, current, pieces = number + 1, [], [piece._replace(text=words)] if words else []
        current += [segment._replace(pieces=tuple(pieces))] if pieces or segment.flags else []
    yield Cell(_CLASSES.get(columns[number : number + 1], ""), tuple(current))


def _explained(speech: Speech, values: Sequence[Explanation]) -> dict[str, tuple[Explanation, ...]]:
    """For each path that the speech prints its value, or the first values that it is part of, or is made of."""
    by_path = {each.path: each for each in values}
    related = RelatedPaths(by_path)
    used = dict.fromkeys(path for run in speech.runs() for path in run.source.paths)
    names = {path: [path] if path in by_path else related.explaining(path)[:_MAX_EXPLAINED] for path in used}
    return {path: tuple(by_path[each] for each in found) for path, found in names.items()}


def _segments(
    paragraph: Paragraph,
    found: Sequence[Finding],
    explained: dict[str, tuple[Explanation, ...]],
    numbers: Iterator[int],
) -> Iterator[Segment]:
    at = 0
    spans = Spans(found, len(paragraph.text))
    for run in paragraph.runs:
        end = at + len(run.text)
        number = next(numbers) if run.source.path is not None else 0
        about = tuple(dict.fromkeys(each for path in run.source.paths for each in explained[path]))
        stops = [at, *spans.ends_between(at, end), end] if end > at else []
        for part, (first, stop) in enumerate(pairwise(stops)):
            yield Segment(
                pieces=tuple(_pieces(run.text[first - at : stop - at], first, spans)),
                bold=run.bold,
                source=run.source,
                number=number,
                layer=_layer(run, about),
                explanations=about,
                flags=spans.ending_at(stop),
                part=part,
            )
        at = end


def _pieces(text: str, at: int, spans: Spans) -> Iterator[Piece]:
    end = at + len(text)
    for first, last in pairwise([at, *spans.cuts_between(at, end), end]):
        yield Piece(text[first - at : last - at], spans.severity_from(first))


def _layer(run: Run, about: Sequence[Explanation]) -> str:
    if run.source.path is None:
        return ""
    same = (each.effective.layer for each in about if each.effective.place == run.source.value)
    return next(same, about[0].effective.layer if about else "unit")
