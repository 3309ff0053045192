"""A rendered speech as it is in its file: problems have their places where a person can see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from speechgen.formats import FORMATS, Manuscript, readable_suffixes, speech_of
from speechgen.model import Source

if TYPE_CHECKING:
    from speechgen.model import Speech

_WITH_LINES = ("txt", "md")


class WrittenFile(NamedTuple):
    """The file that problems of a unit's speech have their places in: its format, its name; `large` of a Word file."""

    format_name: str
    shown: str
    large: bool = False


def written_file(names: Mapping[str, str], *, large: bool = False) -> WrittenFile:
    """Of the files that a speech is written to, by format, the one in which problems have their places: plain text
    where there is one, since its lines are the paragraphs.
    """
    name = next(name for name in (*(suffix[1:] for suffix in readable_suffixes()), *names) if name in names)
    return WrittenFile(name, names[name], large)


def in_file(speech: Speech, file: WrittenFile) -> Speech:
    """The speech with its places in the file; in the files that its words are from, where nobody edits that one."""
    if file.format_name == "docx":
        from speechgen.formats.docx import with_word_places

        return with_word_places(speech, file.shown, large=file.large)
    if file.format_name not in _WITH_LINES:
        return _at_sources(speech)
    content = FORMATS[file.format_name].write(Manuscript(speech))
    return speech_of(content, f".{file.format_name}", file.shown, speech.language)


def _at_sources(speech: Speech) -> Speech:
    paragraphs = []
    for paragraph in speech.paragraphs:
        runs = [run._replace(source=Source(run.source.value or run.source.template)) for run in paragraph.runs]
        paragraphs.append(paragraph._replace(runs=tuple(runs)))
    return speech._replace(paragraphs=tuple(paragraphs))
