"""The review page's writer, and what preview uses to render its own pages."""

from __future__ import annotations

from speechgen.formats.html.page import render_page
from speechgen.formats.html.writer import write as review_page

__all__ = ["render_page", "review_page"]
