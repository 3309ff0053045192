"""How Word files of a language are laid out."""

from __future__ import annotations

from typing import NamedTuple


class WordLayout(NamedTuple):
    """How Word files of a language are laid out.

    `styles` is the folder of the style set in `formats/docx/parts/`. `is_always_a4`: the workspace's `paper` does not
    change the page. `has_east_asian_font`: marks of both scripts, such as ”, are set in the East Asian font.
    `sentence_end` is the pattern of what ends a sentence, with the spaces after it: the lectern's file has a paragraph
    for each sentence.
    """

    styles: str = "en"
    is_always_a4: bool = False
    has_east_asian_font: bool = False
    # A capital must follow, and no short form may come before the stop.
    sentence_end: str = (
        r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)"
        r"[.!?]+[”’\"')\]]* +(?=[“‘\"'(]?[A-Z0-9])"
    )
