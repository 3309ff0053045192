"""The formats that a speech can be written in: one module each, one line each in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from speechgen.extras import need
from speechgen.formats.manuscript import Layout, Manuscript, Notes, Reference
from speechgen.formats.md import markdown
from speechgen.formats.txt import plain_text

__all__ = ["FORMATS", "Layout", "Manuscript", "Notes", "Reference"]


def _word(manuscript: Manuscript) -> bytes:
    need("docx")
    from speechgen.formats.docx import word

    return word(manuscript)


def _review_page(manuscript: Manuscript) -> bytes:
    from speechgen.formats.html import review_page

    return review_page(manuscript)


# By the suffix of the file and the name on the command line. A writer gives the whole file.
FORMATS: Mapping[str, Callable[[Manuscript], bytes]] = {
    "md": markdown,
    "txt": plain_text,
    "docx": _word,
    "html": _review_page,
}
