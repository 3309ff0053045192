"""How long an edited speech may be. Three hours of speech are 35,000 characters in some hundred paragraphs."""

from __future__ import annotations

from speechgen.model import Place, Problem, SpeechgenError

MAX_CHARACTERS = 200_000
MAX_LINES = 10_000  # of a Word file, its paragraphs: each cell of a table has one


def too_large(place: Place, what: str) -> SpeechgenError:
    """The error that a file has more than is read, such as `20,000 lines`; the place is that of the first one above."""
    fix = "check that this is the right file: a speech has about ten thousand characters"
    return SpeechgenError([Problem(place, "too-large", f"has more than {what}", fix)])


def check_text(text: str, shown: str) -> None:
    """Raise SpeechgenError if a text is too long to be read as a speech; its lines end in a line feed."""
    if text.count("\n") > MAX_LINES:
        raise too_large(Place(shown, MAX_LINES + 1), f"{MAX_LINES:,} lines")
    if len(text) > MAX_CHARACTERS:
        line = text.count("\n", 0, MAX_CHARACTERS) + 1
        raise too_large(Place(shown, line), f"{MAX_CHARACTERS:,} characters")
