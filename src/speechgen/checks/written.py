"""Map a rendered speech to its written file, so that problems are located where the user can see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats import Manuscript, format_named, readable_suffixes
from speechgen.model import Run, Source

if TYPE_CHECKING:
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
    if found is None or found.read is None:
        return _at_sources(speech)
    from speechgen.formats import speech_of

    read = speech_of(found.write(Manuscript(speech)), f".{file.format_name}", file.shown, speech.language)
    if file.format_name == "txt":
        return _with_lines_joined(read, speech)
    is_same = file.format_name == "md" or _texts(read) == _texts(speech)  # another package may write other words
    return read if is_same else _at_sources(speech)


def _texts(speech: Speech) -> list[str]:
    return [paragraph.text for paragraph in speech.paragraphs]


def _with_lines_joined(read: Speech, speech: Speech) -> Speech:
    """The speech as read from plain text, in which each line is a paragraph, with the paragraphs of `speech`."""
    lines = iter(read.paragraphs)
    paragraphs = []
    for paragraph in speech.paragraphs:
        group = [line.runs for _, line in zip(paragraph.text.split("\n"), lines, strict=False)]
        line_end = Run("\n", False, Source(group[0][0].source.template)) if group else None
        runs = [run for number, each in enumerate(group) for run in ((line_end,) if number and line_end else ()) + each]
        paragraphs.append(paragraph._replace(runs=tuple(runs)))
    return read._replace(paragraphs=tuple(paragraphs))


def _at_sources(speech: Speech) -> Speech:
    paragraphs = []
    for paragraph in speech.paragraphs:
        runs = [run._replace(source=Source(run.source.value or run.source.template)) for run in paragraph.runs]
        paragraphs.append(paragraph._replace(runs=tuple(runs)))
    return speech._replace(paragraphs=tuple(paragraphs))
