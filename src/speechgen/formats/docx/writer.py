"""Word: a `.docx` that is laid out by named styles, the project's own or those of a reference document.

The Chinese layout is that of GB/T 9704-2012, as offices use it for speeches. What does not change from speech to
speech, the base, is made once: reading and packing it for each would take longer than writing the words.
"""

from __future__ import annotations

from functools import lru_cache

from speechgen.formats.docx.base import Base, base_of
from speechgen.formats.docx.body import styles_needed, write_body
from speechgen.formats.docx.own import own_document
from speechgen.formats.docx.pack import packed_with
from speechgen.formats.docx.properties import properties_of
from speechgen.formats.docx.reference import check_styles, reference_base
from speechgen.formats.manuscript import Layout, Manuscript
from speechgen.language import language
from speechgen.workspace import Paper


def write(manuscript: Manuscript) -> bytes:
    """The speech as a whole file. Raises SpeechgenError where the reference document cannot be used."""
    speech, layout = manuscript.speech, manuscript.layout
    base = _base(layout, speech.language)
    if layout.reference is not None:
        check_styles(base.styles, styles_needed(speech), layout.reference)
    own = [(base.document_name, write_body(base, speech)), (base.properties_name, properties_of(speech))]
    return packed_with(base.packed, own)


def _base(layout: Layout, code: str) -> Base:
    if layout.reference is not None:
        return reference_base(layout.reference, layout.large)
    return _own_base(code, "A4" if language(code).word_layout.is_always_a4 else layout.paper, layout.large)


@lru_cache
def _own_base(code: str, paper: Paper, large: bool) -> Base:
    return base_of(own_document(code, paper), large=large)
