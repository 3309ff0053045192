"""The review page: a writer; and what the preview's own pages are made with."""

from __future__ import annotations

from speechgen.formats.html.page import filled
from speechgen.formats.html.writer import write as review_page

__all__ = ["filled", "review_page"]
