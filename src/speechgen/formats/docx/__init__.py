"""The Word format: writer, reader, and the places of words in a file before it is written.

The writer and the reader are imported where they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechgen.model import lazy_names

if TYPE_CHECKING:
    from speechgen.formats.docx.places import with_word_places

__all__ = ["with_word_places"]

__getattr__ = lazy_names(__name__, {"with_word_places": "places"})
