"""Where the words of a speech stand in its Word file: a place's line is the number of the Word paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.formats.docx.sentences import Piece, sentences
from speechgen.model import Paragraph, Place, Run, Source, Speech


def placed(speech: Speech, shown: str, *, large: bool) -> Speech:
    """The speech with its places in the file `shown`, as its reader gives them; no file is written for it."""
    paragraphs = []
    number = 0
    for paragraph in speech.paragraphs:
        runs = []
        for words in _word_paragraphs(paragraph, speech.language, large=large):
            number += 1
            runs.append(Run(words, False, Source(Place(shown, number))))
        paragraphs.append(paragraph._replace(runs=tuple(runs) or paragraph.runs))
    return speech._replace(paragraphs=tuple(paragraphs))


def _word_paragraphs(paragraph: Paragraph, language: str, *, large: bool) -> Iterator[str]:
    """The words of each Word paragraph that a paragraph is written as: one, or at the lectern one for each sentence."""
    if not paragraph.text.strip():
        return
    if not large or paragraph.kind != "paragraph":
        yield paragraph.text
        return
    for sentence in sentences([Piece(paragraph.text, False)], language):
        yield "".join(piece.text for piece in sentence)
