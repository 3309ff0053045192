"""Half-width marks in the words of a template in Chinese, where whoever keeps the template can replace them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.rule import ONLY_CHINESE, Draft
from speechgen.checks.rules.punctuation.half_width import half_width_marks
from speechgen.checks.rules.punctuation.paired_marks import paired_marks
from speechgen.model import Edit, Paragraph, Place, Run, Source, Speech, lazily

if TYPE_CHECKING:
    from speechgen.template import Template, TemplateFile

_TAG = lazily(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = "某"  # is read for each character of a tag: what a tag prints is Chinese too
_PRINTED = ("title", "author", "date", "salutation")


class _Line(NamedTuple):
    """Words of a file in one line, and where they begin; `read` is as long, without tags."""

    place: Place
    words: str
    read: str


def marks_of(template: Template, file: TemplateFile) -> Iterator[Edit]:
    """Yield the replacement of each half-width mark, in order; in the places of the edits, the file is `file.shown`."""
    if template.manifest.language not in ONLY_CHINESE:
        return
    lines = [*_front(file), *_body(file)]
    paragraphs = (Paragraph("paragraph", (Run(each.read, False, Source(each.place)),)) for each in lines if each.read)
    draft = Draft(Speech(template.manifest.language, tuple(paragraphs)))
    written = [each for each in lines if each.read]
    found = sorted({*half_width_marks(draft), *paired_marks(draft)})
    for finding in found:
        number = draft.number(finding.start)
        line, start = written[number], finding.start - draft.passages[number].start
        mark = line.words[start : start + finding.end - finding.start]
        if finding.replacement and mark.isascii():
            yield Edit(line.place, line.words, start, start + len(mark), finding.replacement)


def _body(file: TemplateFile) -> Iterator[_Line]:
    read = _without_tags(file.body).split("\n")
    for number, words in enumerate(file.body.split("\n"), start=1):
        yield _Line(Place(file.shown, number), words, read[number - 1])


def _front(file: TemplateFile) -> Sequence[_Line]:
    values = [file.front[name] for name in _PRINTED if name in file.front]
    return [
        _Line(Place(file.shown, value.line, value.column + (not value.plain)), words, _without_tags(words))
        for value in values
        if isinstance(words := value.content, str) and "\n" not in words
    ]


def _without_tags(words: str) -> str:
    return _TAG.sub(lambda tag: re.sub(".", _VALUE, tag[0]), words)
