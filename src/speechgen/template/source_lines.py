"""What the lines of a template mean, whatever Jinja does with the white space around its tags.

Jinja removes the line end after a tag and the white space before one (`trim_blocks`, `lstrip_blocks`), and all white
space next to `-%}`. So the lines are marked before Jinja reads them: in the rendered text, only a blank line of the
source separates paragraphs, and only the source's own line ends are hard line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.model import lazily

# Noncharacters, as in `source_markers.py`. In rendered text: the end of a paragraph, and a hard line break.
PARAGRAPH_END, LINE_BREAK = "\ufdd5\ufdd6"
# In the source that Jinja reads: protects white space from it, and is removed when the template is compiled.
KEPT = "\ufdd7"
# In place of a tag: one that prints, a comment, and any other.
_PRINTING, _COMMENT, _TAG = "\ufdd8\ufdd9\ufdda"

_OPENING = lazily(r"\{[%{#]")
_INSIDE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"'])*?"""
_CLOSING = {
    "{#": lazily(r".*?#\}", re.DOTALL),
    "{%": lazily(rf"{_INSIDE}%\}}", re.DOTALL),
    "{{": lazily(rf"{_INSIDE}\}}\}}", re.DOTALL),
}
_RAW = lazily(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_END_OF_RAW = lazily(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_ANY_TAG = lazily(f"[{_PRINTING}{_COMMENT}{_TAG}]")
_TAG_BEFORE_LINE_END = lazily(f"(?<=[{_COMMENT}{_TAG}])$")
_INDENT_BEFORE_TAG = lazily(f"^(?P<indent>[ \t]+)(?=[{_COMMENT}{_TAG}])")


def mark_lines(source: str) -> str:
    """The source of a template or a text of its own, with its blank lines and hard line breaks marked."""
    tags = list(_tags(source))
    words, at = [], 0
    for start, end in tags:
        words += [source[at:start], _placeholder(source[start:end])]
        at = end
    lines = "".join([*words, source[at:]]).split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip(f" \t\u3000{_COMMENT}")), len(lines))
    # Not the white space before the first words, nor the end of the last line.
    marked = [
        *lines[:first],
        *map(_marked, lines[first:-1]),
        *([_marked_words(lines[-1])] if first < len(lines) else []),
    ]
    texts = _ANY_TAG.split("\n".join(marked))
    pairs = zip(texts, (source[start:end] for start, end in [*tags, (0, 0)]), strict=True)
    return "".join([part for pair in pairs for part in pair])


def without_hard_line_end(line: str) -> str | None:
    """A line without the two spaces or the backslash that make its end a hard line break; None if it has neither."""
    if line.endswith("  "):
        return line.rstrip(" ")
    backslashes = len(line) - len(line.rstrip("\\"))
    return line[:-1] if backslashes % 2 else None


def _tags(source: str) -> Iterator[tuple[int, int]]:
    """The start and end of each tag, print and comment, up to one that is not closed, which Jinja will report."""
    at, opening = 0, _OPENING
    while begin := opening.search(source, at):
        end = begin if opening is _END_OF_RAW else _CLOSING[begin[0]].match(source, begin.end())
        if end is None:
            return
        at = end.end()
        yield begin.start(), at
        opening = _END_OF_RAW if _RAW.fullmatch(source, begin.start(), at) else _OPENING


def _placeholder(tag: str) -> str:
    return {"{{": _PRINTING, "{#": _COMMENT}.get(tag[:2], _TAG)


def _marked(line: str) -> str:
    return _marked_words(line) if line.strip() else PARAGRAPH_END + line


def _marked_words(line: str) -> str:
    """A line that is not blank. Only a line that has words or values of its own is a line of the speech."""
    if not line.strip(f" \t{_COMMENT}{_TAG}"):
        return line
    hard = without_hard_line_end(line)
    line = line if hard is None else hard + LINE_BREAK
    return _TAG_BEFORE_LINE_END.sub(KEPT, _INDENT_BEFORE_TAG.sub(rf"\g<indent>{KEPT}", line))
