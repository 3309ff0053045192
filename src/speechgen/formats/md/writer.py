"""Writing Markdown: strict CommonMark that every reader renders as the words of the speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from speechgen.formats.manuscript import Manuscript
from speechgen.model import Paragraph, Run, cells_of, lazily, without_marker

# Characters that can begin inline markup (CommonMark 0.31.2, sections 2.4, 2.5 and 6), and GitHub's ~~.
_INLINE_MARKUP = lazily(r"([\\`*_\[<~]|&(?=#?[0-9A-Za-z]+;))")
# The start of a line that would make it a heading, a quotation, a list item or a break (sections 4 and 5).
_BLOCK_MARKUP = lazily(r"(?=[#>+=-])|([0-9]{1,9})(?=[.)])")
_ALIGNMENTS = {"l": ":---", "c": ":---:", "r": "---:", "-": "---"}
_CLOSING_HASHES = lazily(r"#(?=#*$)")


def write(manuscript: Manuscript) -> bytes:
    """The speech as Markdown in UTF-8: the title is a heading of level 1, sections are headings below it."""
    return ("".join(_blocks(manuscript.speech.paragraphs)) + "\n").encode()


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield each paragraph; blank lines separate all but the items of one list and the rows of one table."""
    last: Paragraph | None = None
    indents: list[int] = []  # of the words of the open items
    for paragraph in paragraphs:
        if paragraph.kind == "item":
            del indents[max(paragraph.level - 1, 0) :]
            indent = indents[-1] if indents else 0
            indents.append(indent + len(paragraph.marker or "-") + 1)
            block = " " * indent + _item(paragraph, "\n" + " " * indents[-1])
        else:
            indents.clear()
            block = _block(paragraph)
        if block:
            yield ("\n" if _continues(last, paragraph) else "\n\n" if last is not None else "") + block
            last = paragraph


def _continues(last: Paragraph | None, paragraph: Paragraph) -> bool:
    if last is None or last.kind != paragraph.kind or paragraph.kind not in ("item", "row"):
        return False
    if paragraph.kind == "row":
        return paragraph.level == 0
    if paragraph.level > last.level:  # a number other than 1 begins a list only after a blank line
        return paragraph.marker[:-1] in ("", "1")
    return paragraph.level < last.level or paragraph.marker[-1:] == last.marker[-1:]


def _block(paragraph: Paragraph) -> str:
    if paragraph.kind == "title":
        return "# " + _heading(paragraph)
    if paragraph.kind == "heading":
        return "#" * min(paragraph.level, 6) + " " + _heading(paragraph)
    if paragraph.kind == "row":
        return _row(paragraph)
    return _lines("".join(_inline(paragraph.runs)), "\n")


def _item(paragraph: Paragraph, line_end: str) -> str:
    """An item from its bullet or number on."""
    return f"{paragraph.marker or '-'} {_lines(''.join(_inline(without_marker(paragraph).runs)), line_end)}"


def _row(paragraph: Paragraph) -> str:
    """A row of a table; after the header, the line that gives the alignment of its columns."""
    cells = ["".join(_inline(runs)).replace("|", "\\|") for runs in cells_of(paragraph)]
    row = f"| {' | '.join(cells)} |"
    if paragraph.level:
        row += "\n|" + "|".join(_ALIGNMENTS[each] for each in paragraph.marker or "-" * len(cells)) + "|"
    return row


def _lines(text: str, line_end: str) -> str:
    """A text with its hard line breaks as backslashes, which are seen, unlike spaces at the end of a line."""
    return f"\\{line_end}".join(map(_escape_line_start, text.split("\n")))


def _heading(paragraph: Paragraph) -> str:
    """The text of a heading, without bold, which a heading is anyway. A closing `#` would be read as markup."""
    return _CLOSING_HASHES.sub(r"\\#", _escape(paragraph.text))


def _escape_line_start(line: str) -> str:
    found = _BLOCK_MARKUP.match(line)
    return f"{found[1] or ''}\\{line[found.end() :]}" if found else line


def _inline(runs: Iterable[Run]) -> Iterator[str]:
    for bold, group in groupby(runs, key=attrgetter("bold")):
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
