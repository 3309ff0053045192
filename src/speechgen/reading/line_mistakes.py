"""The kinds of mistakes in a line, each with what is wrong and how to write it."""

from __future__ import annotations

from typing import NamedTuple

from speechgen.messages import marked


class Kind(NamedTuple):
    """A kind of mistake. `copy` is its fix where the corrected line is known, `fix` where it is not."""

    code: str
    message: str
    fix: str
    copy: str = ""


class Mistake(NamedTuple):
    """A mistake in a line, at its column from 0. `corrected` is the line without it, None if that is not certain."""

    at: int
    code: str
    message: str
    fix: str
    copy: str = ""
    corrected: str | None = None


COLON = Kind(
    "full-width-colon",
    marked("the colon is full-width"),
    marked("write an ASCII colon and a space: `: `"),
    marked("write an ASCII colon and a space: `{line}`"),
)
COMMA = Kind(
    "full-width-comma",
    marked("the comma is full-width"),
    marked("write an ASCII comma and a space: `, `"),
    marked("write an ASCII comma and a space: `{line}`"),
)
QUOTE = Kind(
    "full-width-quote",
    marked("the quotation mark is full-width"),
    marked('write ASCII ones: `"` at both ends'),
    marked("write ASCII ones: `{line}`"),
)
TAB = Kind("tab", marked("YAML cannot be indented with tabs"), marked("indent with spaces"))
SPACE = Kind(
    "full-width-space",
    marked("YAML cannot be indented with full-width spaces"),
    marked("indent with ASCII spaces"),
)
AFTER_COLON = Kind(
    "yaml-syntax", marked("a space is missing after the colon"), marked("write `: `"), marked("write `{line}`")
)
AFTER_DASH = Kind(
    "yaml-syntax",
    marked("a space is missing after the dash"),
    marked("write `- ` before an item"),
    marked("write `{line}`"),
)
BRACKET = Kind(
    "full-width-bracket",
    marked("the bracket is full-width"),
    marked("write ASCII ones: {opening} and {closing}"),
    marked("write ASCII ones: `{line}`"),
)
