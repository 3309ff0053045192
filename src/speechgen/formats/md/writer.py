"""Writing Markdown: strict CommonMark that every reader renders as the words of the speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from speechgen.formats.manuscript import Manuscript
from speechgen.model import Paragraph

# Characters that can begin inline markup (CommonMark 0.31.2, sections 2.4, 2.5 and 6), and GitHub's ~~.
_INLINE_MARKUP = re.compile(r"([\\`*_\[<~]|&(?=#?[0-9A-Za-z]+;))")
# The start of a line that would make it a heading, a quotation, a list item or a break (sections 4 and 5).
_BLOCK_MARKUP = re.compile(r"(?=[#>+=-])|([0-9]{1,9})(?=[.)])")
_CLOSING_HASHES = re.compile(r"#(?=#*$)")


def write(manuscript: Manuscript) -> bytes:
    """The speech as Markdown in UTF-8: the title is a heading of level 1, sections are headings below it."""
    return ("\n\n".join(filter(None, map(_block, manuscript.speech.paragraphs))) + "\n").encode()


def _block(paragraph: Paragraph) -> str:
    if paragraph.kind == "title":
        return "# " + _heading(paragraph)
    if paragraph.kind == "heading":
        return "#" * min(paragraph.level, 6) + " " + _heading(paragraph)
    return _escape_line_start("".join(_inline(paragraph)))


def _heading(paragraph: Paragraph) -> str:
    """The text of a heading, without bold, which a heading is anyway. A closing `#` would be read as markup."""
    return _CLOSING_HASHES.sub(r"\\#", _escape(paragraph.text))


def _escape_line_start(line: str) -> str:
    found = _BLOCK_MARKUP.match(line)
    return f"{found[1] or ''}\\{line[found.end() :]}" if found else line


def _inline(paragraph: Paragraph) -> Iterator[str]:
    for bold, group in groupby(paragraph.runs, key=attrgetter("bold")):
        text = "".join([run.text for run in group])
        yield from _strong(text) if bold else (_escape(text),)


def _strong(text: str) -> Iterator[str]:
    """Bold text, with the punctuation at its ends outside the `**`.

    CommonMark does not end bold between 。and a letter (commonmark-spec, issue 650); after a letter it always does.
    """
    first = next((index for index, character in enumerate(text) if character.isalnum()), len(text))
    last = next((index for index in range(len(text), first, -1) if text[index - 1].isalnum()), first)
    yield _escape(text[:first])
    if last > first:
        yield f"**{_escape(text[first:last])}**"
    yield _escape(text[last:])


def _escape(text: str) -> str:
    return _INLINE_MARKUP.sub(r"\\\1", text)
