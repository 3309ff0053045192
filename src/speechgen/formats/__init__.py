"""The formats: a writer for each, and a reader for those that people edit.

In: a `Manuscript`, a speech with its layout and notes; or the bytes of an edited file. Out: the bytes of a file, or a
`Speech`. Imports `rendering` and the rooms below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.formats.manuscript import Layout, Manuscript, Notes, Reference
from speechgen.formats.registry import AFTER_COMPARISON, FORMATS, format_names, readable, readable_suffixes, writers
from speechgen.model import lazy_names

if TYPE_CHECKING:
    from speechgen.formats.docx.reference_file import read_reference
    from speechgen.formats.edited_speech import read_speech, speech_of

__all__ = [
    "AFTER_COMPARISON",
    "FORMATS",
    "Layout",
    "Manuscript",
    "Notes",
    "Reference",
    "format_names",
    "read_reference",
    "read_speech",
    "readable",
    "readable_suffixes",
    "speech_of",
    "writers",
]

__getattr__ = lazy_names(
    __name__,
    {
        "read_reference": "docx.reference_file",
        "read_speech": "edited_speech",
        "speech_of": "edited_speech",
    },
)
