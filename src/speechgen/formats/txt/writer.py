"""Writing plain text."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.formats.manuscript import Manuscript
from speechgen.language import language
from speechgen.model import Speech


def write(manuscript: Manuscript) -> bytes:
    """The speech in UTF-8, one line per paragraph.

    Chinese paragraphs and headings are indented by two ideographic spaces, the salutation is not (GB/T 9704-2012, 7.3.2
    and 7.3.3). In a language without indents, blank lines separate them.
    """
    return "\n".join(_lines(manuscript.speech)).encode()


def _lines(speech: Speech) -> Iterator[str]:
    indent = language(speech.language).paragraph_indent
    in_head = True
    for paragraph in speech.paragraphs:
        was_in_head, in_head = in_head, paragraph.kind in ("title", "author", "date")
        if not in_head and (was_in_head or not indent):
            yield ""
        yield paragraph.text if in_head or paragraph.kind == "salutation" else indent + paragraph.text
    yield ""
