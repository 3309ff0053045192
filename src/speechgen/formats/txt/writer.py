"""Writing plain text."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.formats.manuscript import Manuscript
from speechgen.language import language
from speechgen.model import Paragraph, Speech

_HEAD = frozenset(("title", "author", "date"))


def write(manuscript: Manuscript) -> bytes:
    """The speech in UTF-8, one line per paragraph, item of a list, and row of a table.

    Chinese paragraphs and headings are indented by two ideographic spaces, the salutation is not (GB/T 9704-2012, 7.3.2
    and 7.3.3). In a language without indents, blank lines separate them. Tabs separate the cells of a row: columns
    aligned with spaces are aligned in one font only, and tabs are read as cells by Word and by spreadsheets.
    """
    return "\n".join(_lines(manuscript.speech)).encode()


def _lines(speech: Speech) -> Iterator[str]:
    indent = language(speech.language).paragraph_indent
    last: Paragraph | None = None
    for paragraph in speech.paragraphs:
        if _is_separated(last, paragraph, has_indent=bool(indent)):
            yield ""
        lines = paragraph.text.split("\n")
        if paragraph.kind == "item":
            begin = (indent or "  ") * (paragraph.level - (not indent))
            bullet = "" if paragraph.marker else "- "
            after = begin + " " * (len(paragraph.marker or "-") + 1)
            yield from (f"{begin}{bullet}{line}" if number == 0 else after + line for number, line in enumerate(lines))
        else:
            begin = "" if paragraph.kind in (*_HEAD, "salutation", "row") else indent
            yield from (begin + line for line in lines)
        last = paragraph
    yield ""


def _is_separated(last: Paragraph | None, paragraph: Paragraph, *, has_indent: bool) -> bool:
    """Whether a blank line comes before a paragraph: after the head, and between all blocks if there is no indent.

    Also around each table, whose rows are known by their neighbours.
    """
    if paragraph.kind in _HEAD:
        return False
    if last is None or last.kind in _HEAD:
        return True
    if "row" in (last.kind, paragraph.kind):
        return last.kind != paragraph.kind or paragraph.level > 0
    return not has_indent and not last.kind == paragraph.kind == "item"
