"""Map a rendered speech to its written file, so that problems are located where the user can see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats import Manuscript, format_named, readable_suffixes
from speechgen.model import Run, Source

if TYPE_CHECKING:
    from speechgen.formats import Block
    from speechgen.model import Speech


class WrittenFile(NamedTuple):
    """The file that problems of a rendered speech are located in. `large`: whether a Word file has large type."""

    format_name: str
    shown: str
    large: bool = False


def written_file(names: Mapping[str, str], *, large: bool = False) -> WrittenFile:
    """The file to locate problems in. `names`: the written files by format; plain text is preferred, because its lines
    are the paragraphs.
    """
    name = next(name for name in (*(suffix[1:] for suffix in readable_suffixes(names)), *names) if name in names)
    return WrittenFile(name, names[name], large)


def in_file(speech: Speech, file: WrittenFile) -> Speech:
    """The speech with its places in the file; if users do not edit that format, with its places in the source files."""
    if file.format_name == "docx":
        from speechgen.formats.docx import with_word_places

        return with_word_places(speech, file.shown, large=file.large)
    found = format_named(file.format_name)
    read = found.read if found else None
    if found is None or read is None:
        return _at_sources(speech)
    content = found.write(Manuscript(speech))
    if file.format_name == "txt":
        return _at_lines(content, speech, lambda line: read(line, file.shown))
    from speechgen.formats import speech_of

    placed = speech_of(content, f".{file.format_name}", file.shown, speech.language)
    is_same = file.format_name == "md" or _texts(placed) == _texts(speech)  # another package may write other words
    return placed if is_same else _at_sources(speech)


def _texts(speech: Speech) -> list[str]:
    return [paragraph.text for paragraph in speech.paragraphs]


def _at_lines(content: bytes, speech: Speech, read: Callable[[bytes], Iterable[Block]]) -> Speech:
    """The speech with the places of its lines in plain text, in which each of them is a block. `read`: the reader."""
    if any(paragraph.kind == "row" for paragraph in speech.paragraphs):  # known by the lines around them
        return _with_lines_joined(read(content), speech)
    from speechgen.checks.lazy_paragraph import lazy_paragraph

    lines = ((number, line) for number, line in enumerate(content.split(b"\n"), 1) if line.decode().strip())
    paragraphs = []
    for kind, text, level, marker in ((each.kind, each.text, each.level, each.marker) for each in speech.paragraphs):
        here = tuple(islice(lines, text.count("\n") + 1))
        paragraphs.append(lazy_paragraph(kind, text, partial(_runs_at, here, read), level, marker))
    return speech._replace(paragraphs=tuple(paragraphs))


def _runs_at(lines: Iterable[tuple[int, bytes]], read: Callable[[bytes], Iterable[Block]]) -> tuple[Run, ...]:
    """The runs of some numbered lines, with line breaks between them."""
    joined: list[Run] = []
    for number, line in lines:
        runs = [run._replace(source=_in_line(run, number)) for block in read(line) for run in block.runs]
        joined += [Run("\n", False, joined[0].source), *runs] if joined else runs
    return tuple(joined)


def _in_line(run: Run, number: int) -> Source:
    return Source(run.source.template._replace(line=number))


def _with_lines_joined(blocks: Iterable[Block], speech: Speech) -> Speech:
    """The speech with the places of these blocks, one for each line."""
    lines = iter(blocks)
    paragraphs = []
    for paragraph in speech.paragraphs:
        group = [line.runs for _, line in zip(paragraph.text.split("\n"), lines, strict=False)]
        line_end = Run("\n", False, Source(group[0][0].source.template)) if group else None
        runs = [run for number, each in enumerate(group) for run in ((line_end,) if number and line_end else ()) + each]
        paragraphs.append(paragraph._replace(runs=tuple(runs)))
    return speech._replace(paragraphs=tuple(paragraphs))


def _at_sources(speech: Speech) -> Speech:
    paragraphs = []
    for paragraph in speech.paragraphs:
        runs = [run._replace(source=Source(run.source.value or run.source.template)) for run in paragraph.runs]
        paragraphs.append(paragraph._replace(runs=tuple(runs)))
    return speech._replace(paragraphs=tuple(paragraphs))
