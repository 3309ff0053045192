"""Lists and tables of Word files: those that people make, and those that are written with an office's own styles."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_ALIGN_PARAGRAPH

from speechgen import Paragraph, Run, Speech
from speechgen.formats import Layout, Manuscript, Reference
from speechgen.formats.docx.writer import write as word
from speechgen.formats.edited_speech import speech_of

from .opened import SOURCE, attributes_at, opened, paragraph_of, parts_of, xml_of
from .schema import W, misplaced


def _item(text: str, level: int = 1, marker: str = "") -> Paragraph:
    return Paragraph("item", (Run(text, False, SOURCE),), level, marker)


SPEECH = Speech(
    "zh-CN",
    (
        paragraph_of("讲话", "title"),
        paragraph_of("同志们：", "salutation"),
        _item("学习"),
        _item("1. 读", 2, "1."),
        _item("2. 想", 2, "2."),
        _item("整改"),
        _item("1. 查", 2, "1."),
        paragraph_of("接着讲。"),
        _item("5) 五", 1, "5)"),
        _item("6) 六", 1, "6)"),
        Paragraph("row", (Run("甲\t乙", False, SOURCE),), 1, "-c"),
        Paragraph("row", (Run("\t2", False, SOURCE),)),
        Paragraph("row", (Run("丙\t丁", False, SOURCE),), 1, "--"),
    ),
)


def _bytes(document: Opened) -> bytes:
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _structure(speech: Speech) -> list[tuple[str, int, str, str]]:
    return [(each.kind, each.level, each.marker, each.text) for each in speech.paragraphs]


@pytest.mark.parametrize("large", [False, True])
def test_lists_and_tables_are_read_back(large: bool) -> None:
    content = word(Manuscript(SPEECH, Layout(large=large)))
    assert _structure(speech_of(content, ".docx", "s.docx")) == _structure(SPEECH)
    for name in ("document", "numbering", "styles"):
        assert list(misplaced(xml_of(content, f"word/{name}.xml"))) == []


def test_a_speech_without_lists_has_no_numbering_part() -> None:
    assert "word/numbering.xml" not in parts_of(word(Manuscript(Speech("en", (paragraph_of("x"),)))))


def test_lists_with_the_styles_of_an_office_that_has_none_for_lists() -> None:
    office = opened(word(Manuscript(SPEECH)))
    for style in ("List Bullet", "List Number", "Table Text", "Table Grid", "Verse"):
        element = office.styles[style].element
        element.getparent().remove(element)
    content = word(Manuscript(SPEECH, Layout(reference=Reference("office.docx", _bytes(office)))))
    assert _structure(speech_of(content, ".docx", "s.docx")) == _structure(SPEECH)
    table = next(xml_of(content, "word/document.xml").iter(f"{W}tbl"))
    assert table.find(f"{W}tblPr/{W}tblBorders") is not None


def test_lists_are_added_to_those_of_an_office() -> None:
    office = Document()  # Word's default styles, with numbering of their own
    for name in ("Author", "Salutation"):
        office.styles.add_style(name, 1)
    content = word(Manuscript(SPEECH, Layout(reference=Reference("office.docx", _bytes(office)))))
    assert _structure(speech_of(content, ".docx", "s.docx")) == _structure(SPEECH)
    numbering = xml_of(content, "word/numbering.xml")
    numbers = [each.get(f"{W}numId") for each in numbering.iter(f"{W}num")]
    assert len(numbers) == len(set(numbers))
    parts = [each.tag for each in numbering]
    assert parts == sorted(parts)  # the definitions come before the instances


def test_lists_that_people_make_in_word() -> None:
    document = Document()
    for text, style in (
        ("讲话", "Title"),
        ("同志们：", "Normal"),
        ("学习。", "List Bullet"),
        ("整改。", "List Bullet"),
        ("查。", "List Number"),
        ("改。", "List Number"),
        ("完了。", "Normal"),
        ("再查。", "List Number"),
    ):
        document.add_paragraph(text, style)
    found = _structure(speech_of(_bytes(document), ".docx", "s.docx"))
    assert found[2:] == [
        ("item", 1, "", "学习。"),
        ("item", 1, "", "整改。"),
        ("item", 1, "1.", "1. 查。"),
        ("item", 1, "2.", "2. 改。"),
        ("paragraph", 0, "", "完了。"),
        ("item", 1, "3.", "3. 再查。"),  # as Word prints it
    ]


def test_tables_that_people_make_in_word() -> None:
    document = Document()
    document.add_paragraph("同志们：")
    table = document.add_table(2, 2)
    for number, words in enumerate(("项目", "数量", "信访", "92件")):
        table.cell(number // 2, number % 2).text = words
    table.cell(0, 1).paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = "左边的话。"
    layout.cell(0, 0).add_paragraph("又一段。")
    found = _structure(speech_of(_bytes(document), ".docx", "s.docx"))
    assert found[1:] == [
        ("row", 1, "-r", "项目\t数量"),
        ("row", 0, "", "信访\t92件"),
        ("paragraph", 0, "", "左边的话。"),  # a table for layout
        ("paragraph", 0, "", "又一段。"),
    ]


def test_lines_of_a_paragraph_and_of_a_title() -> None:
    document = Document()
    document.add_paragraph("在市教育局\n总结大会上的讲话", "Title")
    document.add_paragraph("各位代表，\n同志们：")
    document.add_paragraph("一、大家\n的发言")
    document.add_paragraph("床前明月光，\n疑是地上霜。")
    assert [each.text for each in speech_of(_bytes(document), ".docx", "s.docx").paragraphs] == [
        "在市教育局总结大会上的讲话",
        "各位代表，\n同志们：",
        "一、大家的发言",
        "床前明月光，\n疑是地上霜。",
    ]


def test_verse_is_indented_as_a_whole_and_not_cut_into_sentences() -> None:
    speech = Speech("zh-CN", (paragraph_of("同志们：", "salutation"), paragraph_of("明月。\n故乡。")))
    for large in (False, True):
        paragraph = opened(word(Manuscript(speech, Layout(large=large)))).paragraphs[1]
        assert paragraph.style is not None
        assert (paragraph.style.name, paragraph.text) == ("Verse", "明月。\n故乡。")


def test_cells_are_aligned_as_the_template_says() -> None:
    rows = list(xml_of(word(Manuscript(SPEECH)), "word/document.xml").iter(f"{W}tr"))
    aligned = [[attributes_at(cell, "p/pPr/jc").get("val", "") for cell in row.iter(f"{W}tc")] for row in rows]
    assert aligned == [["", "center"], ["", "center"], ["", ""]]
