"""Writing Word files, with named styles: the built-in ones, or those of a reference document.

The Chinese layout follows GB/T 9704-2012, as offices use it for speeches. The parts that all speeches share, the base,
are made once: reading and packing them for each speech would take longer than writing its text.
"""

from __future__ import annotations

from functools import lru_cache

from speechgen.formats.docx.base import Base, make_base
from speechgen.formats.docx.body import required_styles, write_body
from speechgen.formats.docx.builtin_styles import builtin_document
from speechgen.formats.docx.numbering import Lists
from speechgen.formats.docx.properties import core_properties
from speechgen.formats.docx.reference import check_styles, reference_base
from speechgen.formats.docx.zip_package import add_parts
from speechgen.formats.manuscript import Layout, Manuscript
from speechgen.language import language
from speechgen.workspace import Paper


def write(manuscript: Manuscript) -> bytes:
    """The content of the Word file. Raises SpeechgenError if the reference document cannot be used."""
    speech, layout = manuscript.speech, manuscript.layout
    has_lists = any(paragraph.kind == "item" for paragraph in speech.paragraphs)
    base = _base(layout, speech.language, has_lists)
    if layout.reference is not None:
        check_styles(base.styles, required_styles(speech), layout.reference)
    lists = Lists(base.lists) if base.lists else None
    parts = [(base.document_name, write_body(base, speech, lists)), (base.properties_name, core_properties(speech))]
    if base.lists and lists:
        parts.append((base.lists.part_name, lists.content()))
    return add_parts(base.packed, parts)


def _base(layout: Layout, code: str, has_lists: bool) -> Base:
    if layout.reference is not None:
        return reference_base(layout.reference, layout.large, has_lists)
    paper: Paper = "A4" if language(code).word_layout.is_always_a4 else layout.paper
    return _builtin_base(code, paper, layout.large, has_lists)


@lru_cache
def _builtin_base(code: str, paper: Paper, large: bool, has_lists: bool) -> Base:
    return make_base(builtin_document(code, paper), large=large, has_lists=has_lists)
