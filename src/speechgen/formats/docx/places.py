"""The places of a speech's words in its Word file. The line of a place is the number of the Word paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.formats.docx.sentences import Piece, sentences
from speechgen.model import Paragraph, Place, Run, Source, Speech, cells_of, without_marker


def with_word_places(speech: Speech, shown: str, *, large: bool) -> Speech:
    """The speech with the places that reading its Word file `shown` would give; no file is written."""
    paragraphs: list[Paragraph] = []
    number = 0
    for paragraph in speech.paragraphs:
        runs = []
        if paragraph.kind == "row":
            if paragraph.level and paragraphs and paragraphs[-1].kind == "row":
                number += 1  # the paragraph between two tables
            for index, cell in enumerate(cells_of(paragraph)):
                number += 1
                place = Source(Place(shown, number))
                words = "".join(run.text for run in cell)
                runs += [Run(text, False, place) for text in ("\t" * (index > 0), words) if text]
            paragraphs.append(paragraph._replace(runs=tuple(runs)))
            continue
        for words in _word_paragraphs(paragraph, speech.language, large=large):
            number += 1
            place = Source(Place(shown, number))
            before = paragraph.text[: len(paragraph.text) - len(words)] if paragraph.marker else ""
            runs += [Run(text, False, place) for text in (before, words) if text]
        paragraphs.append(paragraph._replace(runs=tuple(runs) or paragraph.runs))
    return speech._replace(paragraphs=tuple(paragraphs))


def _word_paragraphs(paragraph: Paragraph, language: str, *, large: bool) -> Iterator[str]:
    """The text of each Word paragraph that a paragraph is written as: one, or with `large` one per sentence."""
    if not paragraph.text.strip():
        return
    if not large or paragraph.kind != "paragraph" or "\n" in paragraph.text:
        yield without_marker(paragraph).text if paragraph.kind == "item" else paragraph.text
        return
    for sentence in sentences([Piece(paragraph.text, False)], language):
        yield "".join(piece.text for piece in sentence)
