"""Word: a writer and a reader, imported where they are used; and where words are in a file that is not written yet."""

from __future__ import annotations

from speechgen.formats.docx.places import placed

__all__ = ["placed"]
