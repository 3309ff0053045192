"""The problems of a template's own words, in every branch of its files: refused Markdown, and loops that merge."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from jinja2 import nodes

from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily
from speechgen.rendering.block_syntax import HEADING, ITEM
from speechgen.rendering.inline import LINE_MARKER, VALUE_MARKER
from speechgen.rendering.render import HEAD, reader_of
from speechgen.template import LINE_BREAK, LINE_END, PARAGRAPH_END, SPEECH, VALUE, VALUE_END, uses

if TYPE_CHECKING:
    from speechgen.template import Template, TemplateFile

_MARKERS = lazily(f"{LINE_MARKER}|{VALUE_MARKER}")
_TAGS = lazily(r"\{[%#].*?[%#]\}")
_LINE_NUMBER = lazily(f":([0-9]+){LINE_END}")
# A number or a bullet with which no sentence goes on, and which is not Markdown's.
_POINT = lazily(
    r"[ \t\u3000]*(?:[0-9]{1,2}(?:[.．](?![0-9\s])|[、)）](?=\S)|\)(?=\S))|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]|[•·●○■◆▪–]|-(?=[^\W\d]))"
)
_INDENTED = lazily(r"\u3000{2}")  # a paragraph, in text that is pasted
_GOES_ON = lazily(r"[、，；：,;:—-]\s*$")  # of items that belong to one sentence


def own_words_problems(template: Template) -> Iterator[Problem]:
    """The problems of the words of all files that a template uses. Raises SpeechgenError for syntax errors."""
    reader = reader_of(template)
    fields = (*HEAD, "title")
    for file in _all_files(template):
        for name, value in file.front.items():
            if name in fields and isinstance(value.content, str):
                field = template.sandbox.parse("\n" * (value.line - 1) + value.content, file.name)
                yield from reader.refused(_words([field]), "title")
        tree = template.sandbox.parse(file.body, file.name)
        words = _words([tree])
        yield from reader.refused(words)
        lines = file.body.split("\n")
        if file.name == SPEECH and (second := _second_line(lines)):
            message = translated("the whole speech is one paragraph, as it has no blank line")
            place = Place(template.folder.show(file.name), second)
            yield Problem(place, "merged-lines", message, translated("put a blank line between paragraphs"), "warning")
            continue
        for line in _merged_lines(lines, set(map(int, _LINE_NUMBER.findall(words)))):
            fix = translated("put a blank line before it, or write `- ` or `1. ` at its start for a list")
            message = translated("this line becomes part of the paragraph above, as no blank line is before it")
            yield Problem(Place(template.folder.show(file.name), line), "merged-lines", message, fix, "warning")
        for loop in tree.find_all(nodes.For):
            if _begins_paragraph(file.body.split("\n")[: loop.lineno - 1]) and _merges(loop):
                fix = translated(
                    "put a blank line before {tag}, or write the loop in one line if it is part of a sentence",
                    tag="{% endfor %}",
                )
                place = Place(template.folder.show(file.name), loop.lineno)
                message = translated("what this loop writes becomes one paragraph, as no blank line is in it")
                yield Problem(place, "merged-items", message, fix, "warning")


def _all_files(template: Template) -> Iterator[TemplateFile]:
    """The template's files, and those that they use, each once."""
    seen: set[str] = set()
    waiting = list(template.files())
    while waiting:
        file = waiting.pop(0)
        if file.name not in seen:
            seen.add(file.name)
            waiting += uses(template.folder, file)
            yield file


def _words(body: list[nodes.Node]) -> str:
    """The words that nodes write, if every branch is taken, with a marker for each value."""
    outputs = [
        output
        for node in body
        for output in ([node] if isinstance(node, nodes.Output) else node.find_all(nodes.Output))
    ]
    return "".join([_word(child) for output in outputs for child in output.nodes])


def _word(child: nodes.Node) -> str:
    if isinstance(child, nodes.TemplateData):
        return child.data
    where = child.args[0] if isinstance(child, nodes.Filter) and child.args else None
    return f"{VALUE}{where.value}{VALUE_END}" if isinstance(where, nodes.Const) else ""  # otherwise a start marker


def _merged_lines(lines: Sequence[str], with_words: Container[int]) -> Iterator[int]:
    """The numbers of the lines that begin as a point of a list, but continue a paragraph."""
    for number, (above, line) in enumerate(pairwise(lines), start=2):
        before = _TAGS.sub("", above).rstrip("\t ") and above
        is_text = before and not HEADING.match(before) and not before.startswith("|")
        ends = before.endswith(("  ", "\\"))
        is_separate = _POINT.match(line) or _INDENTED.match(line)
        if number in with_words and number - 1 in with_words and is_text and not ends and is_separate:
            yield number


def _second_line(lines: Sequence[str]) -> int | None:
    """The number of the second line of a speech that is pasted without a blank line: of four lines or more."""
    written = [number for number, line in enumerate(lines, start=1) if line.strip()]
    first = written[0] if written else 0
    is_pasted = len(written) > 3 and written[-1] - first == len(written) - 1
    has_blocks = any("{%" in line or HEADING.match(line) or ITEM.match(line) or line.startswith("|") for line in lines)
    has_breaks = any(line.endswith(("  ", "\\")) for line in lines)
    return first + 1 if is_pasted and not has_blocks and not has_breaks else None


def _begins_paragraph(before: Sequence[str]) -> bool:
    """Whether what follows these lines of a template begins a paragraph: it comes after a blank line or a heading."""
    for line in reversed(before):
        if not line.strip():
            return True
        words = _TAGS.sub("", line).strip()
        if words:
            return bool(HEADING.match(words))
    return True


def _merges(loop: nodes.For) -> bool:
    """Whether a loop has lines of its own, without a blank line, and more than list items, rows and hard lines."""
    first = next((node for node in loop.body if isinstance(node, nodes.Output)), None)
    includes = any(node for node in loop.body if isinstance(node, nodes.Include))
    text = _words(loop.body)
    if (first is None and not includes) or PARAGRAPH_END in text:
        return False
    begins = (first or loop.body[0]).lineno
    if begins <= loop.lineno:
        return False
    lines = [words for line in text.split("\n") if (words := _MARKERS.sub("￼", line).strip().lstrip("￼"))]
    is_block = any(HEADING.match(line) or ITEM.match(line) or line.startswith("|") for line in lines[:1])
    words = _MARKERS.sub("￼", text).rstrip()
    return bool(words) and not is_block and not words.endswith(LINE_BREAK) and not _GOES_ON.search(words)
