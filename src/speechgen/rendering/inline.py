"""The words of a block in rendered text: bold, backslash escapes, line ends, and the slots of printed values.

Bold may end between 。and a letter, which Chinese needs and CommonMark does not allow (commonmark-spec, issue 650).
markdown-it-py is not used: it would take a sixth of the time of one speech, and keeps no positions within a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from speechgen.model import Place, Run, Source, lazily
from speechgen.template import LINE, LINE_BREAK, LINE_END, VALUE, VALUE_END

LINE_MARKER = f"{LINE}[^{LINE_END}]*{LINE_END}"
VALUE_MARKER = f"{VALUE}[^{VALUE_END}]*{VALUE_END}"
_TOKEN = lazily(
    rf"(?P<line>{LINE_MARKER})"
    rf"|(?P<value>{VALUE_MARKER})"
    r"|(?P<strong>\*\*)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    rf"|(?P<wrap>[ \t]*[\n{LINE_BREAK}][ \t\n{LINE_BREAK}]*)"
    rf"|(?P<words>[^{LINE}{VALUE}{LINE_BREAK}*\\\n]+|.)",
    re.DOTALL,
)
_AFTER = lazily(rf"(?:{LINE_MARKER})*(.?)", re.DOTALL)
# A line that begins with one of these goes on with the word before. Some languages have a space before ! and ?.
_NO_SPACE_BEFORE = frozenset(",.)")


class Slot(NamedTuple):
    """A place for the words of a printed value."""

    bold: bool
    place: Place


def pieces(text: str, place: Place, place_of: Callable[[str], Place], line_joint: str) -> tuple[Run | Slot, ...]:
    """The words of a text that begins at `place`, with slots for its values.

    `place_of` reads a marker; `line_joint` joins the lines.
    """
    toggles = _toggles(text) if "**" in text else frozenset()
    found: list[Run | Slot] = []
    bold = False
    for token in _TOKEN.finditer(text):
        words = token[0]
        if token.lastgroup == "line":
            place = place_of(words)
        elif token.lastgroup == "value":
            found.append(Slot(bold, place_of(words)))
        elif token.start() in toggles:
            bold = not bold
        elif token.lastgroup == "wrap":
            _add_words(found, _line_end(words, _next(text, token.end()), line_joint), bold, place)
        else:
            _add_words(found, words[1:] if token.lastgroup == "escape" else words, bold, place)
    return tuple(_joined(found))


def _toggles(text: str) -> frozenset[int]:
    """The positions of each `**` that begins or ends bold: followed, or preceded, by a character that is not a space.

    An unpaired `**` is text.
    """
    found: list[int] = []
    before = " "
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "line":
            continue
        if (
            token.lastgroup == "strong"
            and not (before if len(found) % 2 else _next(text, token.end()) or " ").isspace()
        ):
            found.append(token.start())
        before = token[0][-1]
    return frozenset(found[: len(found) // 2 * 2])


def _next(text: str, at: int) -> str:
    """The character after the markers of a line; empty at the end."""
    following = _AFTER.match(text, at)
    return following[1] if following else ""


def _line_end(wrap: str, following: str, line_joint: str) -> str:
    if LINE_BREAK in wrap:
        return "\n"
    return "" if following in _NO_SPACE_BEFORE else line_joint


def _add_words(found: list[Run | Slot], words: str, bold: bool, place: Place) -> None:
    if words:
        found.append(Run(str(words), bold, Source(place)))


def _joined(found: Iterable[Run | Slot]) -> Iterator[Run | Slot]:
    """The pieces, with runs in a row of the same weight and source as one."""
    for is_run, group in groupby(found, key=lambda piece: isinstance(piece, Run) and (piece.bold, piece.source)):
        some = list(group)
        if is_run:
            first, words = some[0], [piece.text for piece in some if isinstance(piece, Run)]
            yield first._replace(text="".join(words)) if isinstance(first, Run) and len(words) > 1 else first
        else:
            yield from some
