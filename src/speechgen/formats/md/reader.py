"""Reading Markdown: headings, paragraphs, lists, bold, escapes and comments, which is what speeches contain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.formats.block import Block, decoded_text
from speechgen.model import Place, Run, Source

_LINE_START = re.compile(
    r"[ \t\u3000]*(?:(?P<hashes>#{1,6})(?:[ \t]+|$)|(?P<item>[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)?[ \t\u3000]*"
)
_THEMATIC_BREAK = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_LINE_END = re.compile(r"[ \t]+#+[ \t]*$|[ \t]+$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REMOVED = "\ufdd0"  # a noncharacter (Unicode 23.7), put in place of each character of a comment
# Markup to remove: comments, a backslash before punctuation, and emphasis around words.
_MARKUP = re.compile(
    rf"{_REMOVED}+|\\(?=[!-/:-@\[-`{{-~])|\*\*(?=\S)|(?<=\S)\*\*"
    r"|(?<!\*)\*(?=[^\s*])(?=[^*\n]{0,200}[^\s*]\*(?!\*))|(?<=[^\s*\\])\*(?!\*)"
)


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield the headings and paragraphs; each list item is a paragraph."""
    text = decoded_text(content, shown)
    text = _COMMENT.sub(_removed, text.replace("\r\n", "\n").replace("\r", "\n"))
    runs: list[Run] = []
    for number, line in enumerate(text.split("\n"), start=1):
        start = _LINE_START.match(line)
        assert start is not None  # noqa: S101 - every part of it is optional
        is_break = bool(_THEMATIC_BREAK.match(line))
        is_blank = not line.strip(f" \t\u3000{_REMOVED}") or is_break
        if runs and (is_blank or start["hashes"] or start["item"]):
            yield Block(tuple(runs))
            runs = []
        if is_blank:
            continue
        is_numbered = (start["item"] or "")[:1].isdigit()  # the number of an item is read out
        begin = start.start("item") if is_numbered else start.end()
        runs += _line(line, begin, Place(shown, number), joined=bool(runs))
        if start["hashes"] and runs:
            yield Block(tuple(runs), len(start["hashes"]))
            runs = []
    if runs:
        yield Block(tuple(runs))


def _line(line: str, begin: int, place: Place, *, joined: bool) -> Iterator[Run]:
    """Yield the text of a line without its markup. A new run begins after each piece of markup, at its own place."""
    end = _LINE_END.search(line, begin)
    stop = end.start() if end else len(line)
    bold, at = False, begin
    if joined and line[begin:stop].isascii():
        yield Run(" ", False, Source(place))
    for markup in [*_MARKUP.finditer(line, begin, stop), None]:
        until = markup.start() if markup else stop
        if until > at:
            yield Run(line[at:until], bold, Source(place._replace(column=at + 1)))
        if markup is None:
            break
        at = markup.end()
        if markup[0] == "**":
            bold = not bold
        elif markup[0] == "\\":  # the escaped character is not markup
            yield Run(line[at], bold, Source(place._replace(column=at + 1)))
            at += 1


def _removed(comment: re.Match[str]) -> str:
    """A comment with each character replaced, so that the text after it keeps its line and column."""
    return re.sub(r"[^\n]", _REMOVED, comment[0])
