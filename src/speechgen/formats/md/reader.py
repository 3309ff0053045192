"""Markdown, as much of it as speeches have: headings, paragraphs, lists, bold, escapes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.formats.block import Block, text_of
from speechgen.model import Place, Run, Source

_START = re.compile(
    r"[ \t\u3000]*(?:(?P<hashes>#{1,6})(?:[ \t]+|$)|(?P<item>[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)?[ \t\u3000]*"
)
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$|[ \t]+$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTHING = "\ufdd0"  # no character (Unicode 23.7): stands for what is not read out
# Marks that are not read out: a backslash before punctuation, and emphasis around words.
_MARK = re.compile(
    rf"{_NOTHING}+|\\(?=[!-/:-@\[-`{{-~])|\*\*(?=\S)|(?<=\S)\*\*"
    r"|(?<!\*)\*(?=[^\s*])(?=[^*\n]{0,200}[^\s*]\*(?!\*))|(?<=[^\s*\\])\*(?!\*)"
)


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Headings and paragraphs; a line of a list is a paragraph of its own, and so is a line after two spaces."""
    text = text_of(content, shown)
    text = _COMMENT.sub(_blanked, text.replace("\r\n", "\n").replace("\r", "\n"))
    runs: list[Run] = []
    for number, line in enumerate(text.split("\n"), start=1):
        start = _START.match(line)
        assert start is not None  # noqa: S101 - every part of it is optional
        is_rule = bool(_RULE.match(line))
        is_blank = not line.strip(f" \t\u3000{_NOTHING}") or is_rule
        if runs and (is_blank or start["hashes"] or start["item"]):
            yield Block(tuple(runs))
            runs = []
        if is_blank:
            continue
        begin = start.start("item") if (start["item"] or "")[:1].isdigit() else start.end()  # 1. is read out
        runs += _line(line, begin, Place(shown, number), joined=bool(runs))
        if start["hashes"] and runs:
            yield Block(tuple(runs), len(start["hashes"]))
            runs = []
    if runs:
        yield Block(tuple(runs))


def _line(line: str, begin: int, place: Place, *, joined: bool) -> Iterator[Run]:
    """The words of a line, without its marks; a run begins anew after each mark, so that its words stand there."""
    end = _CLOSING.search(line, begin)
    stop = end.start() if end else len(line)
    bold, at = False, begin
    if joined and line[begin:stop].isascii():
        yield Run(" ", False, Source(place))
    for mark in [*_MARK.finditer(line, begin, stop), None]:
        until = mark.start() if mark else stop
        if until > at:
            yield Run(line[at:until], bold, Source(place._replace(column=at + 1)))
        if mark is None:
            break
        at = mark.end()
        if mark[0] == "**":
            bold = not bold
        elif mark[0] == "\\":  # what it escapes is no mark itself
            yield Run(line[at], bold, Source(place._replace(column=at + 1)))
            at += 1


def _blanked(comment: re.Match[str]) -> str:
    """Marks in a comment's place: what follows keeps its line and column."""
    return re.sub(r"[^\n]", _NOTHING, comment[0])
