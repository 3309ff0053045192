"""The large layout of Word files, and the sentences that it keeps on one page."""

from __future__ import annotations

import pytest

from speechgen import Paragraph, Run, Speech
from speechgen.formats import Layout, Manuscript
from speechgen.formats.docx.sentences import Piece, sentences
from speechgen.formats.docx.writer import write as word
from speechgen.formats.edited_speech import speech_of

from .opened import SOURCE, attributes_at, opened, paragraph_of, parts_of, style_of, xml_of
from .schema import W, misplaced
from .speeches import CHINESE, ENGLISH, written

PART = "word/document.xml"


@pytest.mark.parametrize(("name", "size"), [(CHINESE, "44"), (ENGLISH, "44")])
def test_large_type_without_a_grid(name: str, size: str) -> None:
    content = written(name, Layout(large=True))
    assert attributes_at(style_of(content, "Normal"), "rPr/sz") == {"val": size}
    assert b"docGrid" not in parts_of(content)["word/document.xml"]


def test_line_spacing_grows_by_half() -> None:
    pitch = attributes_at(style_of(written(CHINESE, Layout(large=True)), "Normal"), "pPr/spacing")
    assert int(pitch["line"]) == pytest.approx(579 * 1.5, abs=2)
    assert pitch["lineRule"] == "exact"


def test_each_sentence_is_a_paragraph_kept_on_one_page() -> None:
    speech = Speech("zh-CN", (paragraph_of("同志们辛苦了。“为什么？”他问。散会！"), paragraph_of("完。")))
    content = word(Manuscript(speech, Layout(large=True)))
    paragraphs = opened(content).paragraphs
    assert [(each.text, each.style and each.style.name) for each in paragraphs] == [
        ("同志们辛苦了。", "Body Text"),
        ("“为什么？”他问。", "Sentence"),
        ("散会！", "Sentence"),
        ("完。", "Body Text"),
    ]
    sentence = style_of(content, "Sentence")
    assert attributes_at(sentence, "pPr/ind") == {"firstLineChars": "0", "firstLine": "0"}
    for style in (sentence, style_of(content, "Body Text")):
        assert style.find(f"{W}pPr/{W}keepLines") is not None


def test_sentences_are_read_as_one_paragraph_with_a_place_each() -> None:
    speech = Speech("zh-CN", (paragraph_of("同志们：", "salutation"), paragraph_of("一。二。"), paragraph_of("三。")))
    back = speech_of(word(Manuscript(speech, Layout(large=True))), ".docx", "s.docx")
    assert [[(run.text, run.source.template.line) for run in each.runs] for each in back.paragraphs] == [
        [("同志们：", 1)],
        [("一。", 2), ("二。", 3)],
        [("三。", 4)],
    ]


def test_a_bold_first_sentence_is_kept_with_the_next() -> None:
    runs = (Run("一要学。", True, SOURCE), Run("学什么？学理论。", False, SOURCE))
    document = xml_of(word(Manuscript(Speech("zh-CN", (Paragraph("paragraph", runs),)), Layout(large=True))), PART)
    assert [each.find(f"{W}pPr/{W}keepNext") is not None for each in document.iter(f"{W}p")] == [True, False, False]
    assert list(misplaced(document)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-CN", "好。|坏！|真的？！|“走！”|“好！”|“到了。”|收工"),
        ("zh-CN", "他问“怎么办？”，没人答。|谁答“我”？|“谁？”的问题（对吗？）还在。|完"),
        ("zh-CN", "增长3.5%…还不够。"),
        ("en", "Thank you, Dr. Hart. |“We did it.” |Now No. 5 follows. |End."),
        ("en", "At 3 p.m. we left. |Did we?"),
    ],
)
def test_where_sentences_end(language: str, text: str) -> None:
    pieces = [Piece(text.replace("|", ""), False)]
    assert ["".join(piece.text for piece in each) for each in sentences(pieces, language)] == text.split("|")
