"""Names of values, lists and parts in messages: in Chinese with their titles, as the names are English words."""

from __future__ import annotations

from speechgen.messages import ENGLISH, language

_LONGEST = 30


def with_title(name: str, title: str) -> str:
    """A name as messages have it. A title that is long, or that a template computes, is left out."""
    is_short = title and len(title) <= _LONGEST and title not in name and "{" not in title
    return f"{name}（{title}）" if is_short and language() != ENGLISH else name
