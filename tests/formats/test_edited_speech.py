"""Reading edited speeches: text, places and structure; an unreadable file is one problem."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from speechgen.formats import FORMATS, Manuscript
from speechgen.formats.edited_speech import read_speech, speech_of
from speechgen.model.problem import Place, SpeechgenError

from ..conftest import ROOT

SPEECHES = sorted(ROOT.glob("templates/*/tests/*.md"))

SPEECH = """在市教育局总结大会上的讲话
市委第一督导组组长　沈国栋
（2024年5月8日）

同志们：
　　刚才，王局长作了总结。
　　一、总的看法
　　（一）成绩
　　活动开展得好。
"""


def _kinds(text: str, suffix: str = ".txt") -> list[str]:
    return [paragraph.kind for paragraph in speech_of(text.encode(), suffix, "s").paragraphs]


def test_title_author_date_salutation_and_headings_of_plain_text() -> None:
    head = ["title", "author", "date", "salutation"]
    assert _kinds(SPEECH) == [*head, "paragraph", "heading", "heading", "paragraph"]


@pytest.mark.parametrize("path", SPEECHES, ids=lambda path: str(path.relative_to(ROOT)))
def test_text_and_markdown_of_a_speech_are_read_as_the_same_speech(path: Path) -> None:
    markdown = read_speech(path)
    plain = speech_of(FORMATS["txt"].write(Manuscript(markdown)), ".txt", "s.txt")
    assert plain.text == markdown.text
    assert plain.language == markdown.language
    head = [each.kind for each in plain.paragraphs[:5]]
    assert head == [each.kind for each in markdown.paragraphs[:5]]
    assert head[:4] == ["title", "author", "date", "salutation"]


def test_a_run_has_its_place_in_the_file() -> None:
    paragraph = speech_of(SPEECH.encode(), ".txt", "s.txt").paragraphs[4]
    assert paragraph.runs[0].source.template == Place("s.txt", 6, 3)  # after the two spaces


def test_markdown_is_read_without_markup_and_each_run_has_its_place() -> None:
    text = "# 讲话\n\n同志们：\n\n**一是**讲\\*学习*，*真*学。\n第二行<!-- 不念 -->。\n"
    runs = speech_of(text.encode(), ".md", "s.md").paragraphs[2].runs
    assert "".join(run.text for run in runs) == "一是讲*学习，真学。第二行。"
    lines = text.split("\n")
    for run in runs:
        place = run.source.template
        words = lines[place.line - 1][place.column - 1 : place.column - 1 + len(run.text)]
        assert words == run.text


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        (r"在 \<!-- 与 --> 之间", "在 <!-- 与 --> 之间"),
        ("\\<!--\n\n念的话 -->", "<!--\n念的话 -->"),
        (r"甲\\<!-- 不念 -->乙", "甲\\乙"),
        (r"甲\<!--<!-- 不念 -->乙", "甲<!--乙"),
        (r"甲<!-- 不念 \-->乙", "甲乙"),
        (r"甲<!-- 不念 -->\<!--乙-->", "甲<!--乙-->"),
    ],
)
def test_an_escaped_comment_is_words(markdown: str, words: str) -> None:
    paragraphs = speech_of(f"# 讲话\n\n同志们：\n\n{markdown}\n".encode(), ".md", "s.md").paragraphs[2:]
    assert "\n".join("".join(run.text for run in each.runs) for each in paragraphs) == words


def test_a_word_file_with_bold_text_headings_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("在市教育局总结大会上的讲话")
    document.add_paragraph("同志们：")
    paragraph = document.add_paragraph("刚才讲得")
    paragraph.add_run("很好").bold = True
    paragraph.add_run("。")
    document.add_heading("一、看法", level=1)
    document.add_table(1, 1).cell(0, 0).text = "表里的话。"
    document.save(str(tmp_path / "s.docx"))
    speech = read_speech(tmp_path / "s.docx")
    assert speech.text == "在市教育局总结大会上的讲话\n同志们：\n刚才讲得很好。\n一、看法\n表里的话。"
    assert [each.kind for each in speech.paragraphs] == ["title", "salutation", "paragraph", "heading", "paragraph"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    from docx.oxml import parse_xml

    document = Document()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {space}><w:r><w:t>开</w:t></w:r><w:ins><w:r><w:t>始</w:t></w:r></w:ins>"
            f"<w:del><w:r><w:delText>头</w:delText></w:r></w:del></w:p>"
        ),
    )
    document.save(str(tmp_path / "s.docx"))
    assert read_speech(tmp_path / "s.docx").text == "开始"


def _zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (101 << 20))
    return packed.getvalue()


BAD: dict[str, tuple[bytes, str]] = {
    "binary.txt": (b"\x00\x01\x02\xff" * 200, "encoding"),
    "empty.txt": (b"", "empty-file"),
    "blank.md": ("\n　\n".encode(), "empty-file"),
    "mixed.txt": ("各位同志大家好".encode() * 5 + "讲话".encode("gb18030") + b"\n", "encoding"),
    "one-line.txt": (b"speech " * 7_500_000, "too-large"),
    "encrypted.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "unreadable"),
    "broken.docx": (b"PK\x03\x04 and no more", "unreadable"),
    "no-word.docx": (b"<html>", "unreadable"),
    "bomb.docx": (_zip_bomb(), "too-large"),
    "speech.pdf": (b"%PDF-1.7", "unknown-format"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_unreadable_file_is_one_problem(name: str, tmp_path: Path) -> None:
    content, code = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SpeechgenError) as caught:
        read_speech(tmp_path / name)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_text_editors(encoding: str, line_end: str) -> None:
    speech = speech_of(SPEECH.replace("\n", line_end).encode(encoding), ".txt", "s.txt")
    assert speech.text == speech_of(SPEECH.encode(), ".txt", "s.txt").text


@given(st.text(max_size=200), st.sampled_from([".txt", ".md"]))
def test_any_text_is_read_with_every_run_at_its_place(text: str, suffix: str) -> None:
    try:
        speech = speech_of(text.encode("utf-8", "replace"), suffix, "s")
    except SpeechgenError:
        return
    lines = text.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    rows = lines.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for run in speech.runs():
        place = run.source.template
        there = rows[place.line - 1][place.column - 1 : place.column - 1 + len(run.text)]
        assert there == run.text or run.text.isspace()
