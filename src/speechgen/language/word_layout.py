"""The layout of a language's Word files."""

from __future__ import annotations

from typing import NamedTuple


class WordLayout(NamedTuple):
    """The layout of a language's Word files.

    `styles` is the folder of the style set in `formats/docx/parts/`. `is_always_a4`: the workspace's `paper` does not
    change the page. `has_east_asian_font`: marks of both scripts, such as ”, are set in the East Asian font.
    `sentence_end` is a pattern for the end of a sentence, with the spaces after it: in large type, each sentence is a
    paragraph of the Word file.
    """

    styles: str = "en"
    is_always_a4: bool = False
    has_east_asian_font: bool = False
    # A capital must follow, and the full stop must not end an abbreviation.
    sentence_end: str = (
        r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)"
        r"[.!?]+[”’\"')\]]* +(?=[“‘\"'(]?[A-Z0-9])"
    )
