"""How long an edited speech may be. Three hours of speech are 35,000 characters in some hundred paragraphs."""

from __future__ import annotations

from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError

MAX_CHARACTERS = 200_000
MAX_LINES = 10_000  # of a Word file, its paragraphs: each cell of a table has one


def too_large(place: Place, message: str) -> SpeechgenError:
    """The error that a file has more than is read, as `message` says; the place is that of the first line above."""
    fix = translated("check that this is the right file: a speech has about ten thousand characters")
    return SpeechgenError([Problem(place, "too-large", message, fix)])


def too_many_characters(place: Place) -> SpeechgenError:
    """The error that a file has more characters than are read; the place is that of the first one above."""
    return too_large(place, translated("has more than {number} characters", number=f"{MAX_CHARACTERS:,}"))


def check_text(text: str, shown: str) -> None:
    """Raise SpeechgenError if a text is too long to be read as a speech; its lines end in a line feed."""
    if text.count("\n") > MAX_LINES:
        message = translated("has more than {number} lines", number=f"{MAX_LINES:,}")
        raise too_large(Place(shown, MAX_LINES + 1), message)
    if len(text) > MAX_CHARACTERS:
        line = text.count("\n", 0, MAX_CHARACTERS) + 1
        raise too_many_characters(Place(shown, line))
