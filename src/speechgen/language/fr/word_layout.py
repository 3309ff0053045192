"""The layout of French Word files: the pages and styles are those of English ones, on A4."""

from __future__ import annotations

from speechgen.language.word_layout import WordLayout

WORD_LAYOUT = WordLayout(
    is_always_a4=True,
    # After the mark and a closing », a capital must follow, and the full stop must not end an abbreviation: M. Morel.
    sentence_end=(
        r"(?<!\b[A-Z])(?<!\bMM)(?<!\bSt)(?<!\bSte)(?<!\bart)(?<!\bp)"
        r"[.!?…]+(?:[\u00a0\u202f ]?»)?[”’\"')\]]* +"
        r"(?=(?:«[\u00a0\u202f ]?|[—–][\u00a0\u202f ]|[“‘\"'(])?[A-ZÀ-ÖØ-ÞŒ0-9])"
    ),
)
