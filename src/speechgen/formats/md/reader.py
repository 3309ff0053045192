"""Reading Markdown: headings, paragraphs, lists, tables, bold, escapes and comments, which is what speeches contain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.formats.block import Block, decoded_text
from speechgen.model import Kind, Place, Run, Source, lazily
from speechgen.rendering import ListLevels, alignments, cells, is_delimiter_row
from speechgen.template import without_hard_line_end

_LINE_START = lazily(
    r"(?P<indent>[ \t\u3000]*)"
    r"(?:(?P<hashes>#{1,6})(?:[ \t]+|$)|(?P<item>[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)?[ \t\u3000]*"
)
_THEMATIC_BREAK = lazily(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_LINE_END = lazily(r"(?<![ \t])[ \t]+$")
_HEADING_END = lazily(r"(?<![ \t])[ \t]+(?:#+[ \t]*)?$")
_COMMENT = "<!--", "-->"
_REMOVED = "\ufdd0"  # a noncharacter (Unicode 23.7), put in place of each character of a comment
# Markup to remove: comments, a backslash before punctuation, and emphasis around words.
_MARKUP = lazily(
    rf"{_REMOVED}+|\\[!-/:-@\[-`{{-~]|\*\*(?=\S)|(?<=\S)\*\*"
    r"|(?<!\*)\*(?=[^\s*])(?=[^*\n]{0,200}[^\s*]\*(?!\*))|(?<=[^\s*\\])\*(?!\*)"
)


def read(content: bytes, shown: str) -> Iterator[Block]:
    """Yield the headings, paragraphs, list items and rows of tables."""
    text = decoded_text(content, shown)
    text = _without_comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = text.split("\n")
    levels, block, columns = ListLevels(), Block(()), ""
    for number, line in enumerate(lines, start=1):
        place = Place(shown, number)
        start = _LINE_START.match(line)
        assert start is not None  # noqa: S101 - every part of it is optional
        is_row = line.lstrip(" \t\u3000").startswith("|")
        columns = (columns or _columns(lines[number : number + 1])) if is_row else ""
        is_blank = not line.strip(f" \t\u3000{_REMOVED}") or bool(_THEMATIC_BREAK.match(line))
        if block.runs and (is_blank or start["hashes"] or start["item"] or columns):
            yield block
            block = Block(())
        if is_blank:
            continue
        if columns:
            if not is_delimiter_row(line.strip()):
                is_header = bool(_columns(lines[number : number + 1]))
                kind: Kind = "row"
                yield Block(tuple(_row(line, place)), int(is_header), kind, columns if is_header else "")
            continue
        if not block.runs:
            block = _begin(start, levels)
        is_numbered = bool(block.marker) and bool(start["item"])  # the number of an item is read out
        begin = start.start("item") if is_numbered else start.end()
        is_hard = bool(block.runs) and without_hard_line_end(lines[number - 2]) is not None
        line_end = _HEADING_END if start["hashes"] else _LINE_END
        runs = _line(line, begin, line_end, place, joined=bool(block.runs), is_hard=is_hard)
        block = block._replace(runs=(*block.runs, *runs))
        if start["hashes"] and block.runs:
            yield block
            block = Block(())
    if block.runs:
        yield block


def _begin(start: re.Match[str], levels: ListLevels) -> Block:
    """A block without its words, as the start of its first line tells."""
    if start["item"]:
        marker = start["item"] if start["item"][0].isdigit() else ""
        level, _ = levels.add(len(start["indent"].expandtabs(4)), start["item"])
        return Block((), level, "item", marker)
    levels.close()
    return Block((), len(start["hashes"] or ""))


def _columns(following: list[str]) -> str:
    """The alignment of the columns of a table whose header is followed by these lines; empty if it is not a table."""
    line = following[0].strip() if following else ""
    return alignments(line) if line.startswith("|") and is_delimiter_row(line) else ""


def _row(line: str, place: Place) -> Iterator[Run]:
    indent = line.index("|")
    for number, (begin, end) in enumerate(cells(line[indent:].rstrip())):
        first, last = indent + begin, indent + end
        if number:
            yield Run("\t", False, Source(place._replace(column=first)))
        words = line[first:last]
        yield from _words(line, last - len(words.lstrip()), first + len(words.rstrip()), place)


def _line(
    line: str, begin: int, line_end: re.Pattern[str], place: Place, *, joined: bool, is_hard: bool
) -> Iterator[Run]:
    """Yield the text of a line without its markup, after the end of the line before if it is `joined` to that."""
    end = line_end.search(line, begin)
    stop = end.start() if end else len(line)
    if line.endswith("\\") and without_hard_line_end(line) is not None:
        stop = len(line) - 1
    if is_hard or (joined and line[begin:stop].isascii()):
        yield Run("\n" if is_hard else " ", False, Source(place))
    yield from _words(line, begin, stop, place)


def _words(line: str, begin: int, stop: int, place: Place) -> Iterator[Run]:
    """Yield a part of a line without its markup. A new run begins after each piece of markup, at its own place."""
    bold, at = False, begin
    for markup in [*_MARKUP.finditer(line, begin, stop), None]:
        until = markup.start() if markup else stop
        if until > at:
            yield Run(line[at:until], bold, Source(place._replace(column=at + 1)))
        if markup is None:
            break
        at = markup.end()
        if markup[0] == "**":
            bold = not bold
        elif markup[0][0] == "\\":  # the escaped character is not markup
            yield Run(line[at - 1], bold, Source(place._replace(column=at)))


def _without_comments(text: str) -> str:
    """The text with each character of a comment replaced, so that the text after it keeps its line and column."""
    pieces, at, searched = [], 0, 0
    begin, end = _COMMENT
    while (start := text.find(begin, searched)) >= 0 and (last := text.find(end, start + len(begin))) >= 0:
        before = text[at:start]
        if (len(before) - len(before.rstrip("\\"))) % 2:  # it is escaped: words, not a comment
            searched = start + 1
            continue
        at = searched = last + len(end)
        pieces += [before, re.sub(r"[^\n]", _REMOVED, text[start:at])]
    return "".join([*pieces, text[at:]])
