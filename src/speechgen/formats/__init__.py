"""The formats: a writer for each, and a reader for those that people edit.

In: a `Manuscript`, a speech with its layout and notes; or the bytes of an edited file. Out: the bytes of a file, or a
`Speech`. Imports `rendering` and the rooms below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.manuscript import Layout, Manuscript, Notes, Reference
from speechgen.formats.registry import (
    FORMATS,
    Format,
    all_formats,
    format_named,
    format_names,
    format_of,
    readable,
    readable_suffixes,
    shows_comparison,
)
from speechgen.model import lazy_names

if TYPE_CHECKING:
    from speechgen.formats.block import Block, decoded_text
    from speechgen.formats.bounds import check_text
    from speechgen.formats.docx.reference_file import read_reference
    from speechgen.formats.edited_speech import read_speech, speech_of

__all__ = [
    "FORMATS",
    "Block",
    "Format",
    "Layout",
    "Manuscript",
    "Notes",
    "Reference",
    "all_formats",
    "check_text",
    "decoded_text",
    "format_named",
    "format_names",
    "format_of",
    "read_reference",
    "read_speech",
    "readable",
    "readable_suffixes",
    "shows_comparison",
    "speech_of",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Block": "block",
        "check_text": "bounds",
        "decoded_text": "block",
        "read_reference": "docx.reference_file",
        "read_speech": "edited_speech",
        "speech_of": "edited_speech",
    },
)
