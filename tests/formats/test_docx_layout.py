"""The page setup and styles of Word files: GB/T 9704-2012 for Chinese, a layout of our own for English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen import Speech
from speechgen.formats import Layout, Manuscript
from speechgen.formats.docx.titles import title_lines
from speechgen.formats.docx.writer import write as word
from speechgen.formats.edited_speech import speech_of

from .opened import attributes_at, opened, paragraph_of, parts_of, style_of, xml_of
from .schema import W
from .speeches import CHINESE, ENGLISH, written

BUILT_IN = ["Title", "Date", "Salutation", "Body Text", "Strong"]


def test_page_size_margins_and_grid_follow_the_standard() -> None:
    section = xml_of(written(CHINESE), "word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    assert attributes_at(section, "pgSz") == {"w": "11906", "h": "16838"}
    margin = attributes_at(section, "pgMar")
    margins = {side: round(int(margin[side]) / 1440 * 25.4, 1) for side in ("top", "bottom", "left")}
    assert margins == {"top": 37.0, "bottom": 35.0, "left": 28.0}
    width = 11906 - int(attributes_at(section, "pgMar")["left"]) - int(attributes_at(section, "pgMar")["right"])
    grid = attributes_at(section, "docGrid")
    assert (grid["type"], grid["linePitch"]) == ("linesAndChars", "579")
    assert width / 20 / 28 - 16 == pytest.approx(int(grid["charSpace"]) / 4096, abs=0.002)
    spacing = int(attributes_at(style_of(written(CHINESE), "Normal"), "rPr/spacing")["val"])
    assert 28 * (320 + spacing) <= width < 29 * (320 + spacing)  # the styles alone give 28 characters, without the grid
    assert 22 * 579 <= 16838 - 2098 - 1984 < 22 * 580  # 29 points would leave no room for the 22nd line


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Author", "楷体_GB2312", None),
        ("Date", "楷体_GB2312", None),
        ("heading 1", "黑体", None),
        ("heading 2", "楷体_GB2312", None),
        ("heading 3", "仿宋_GB2312", None),
        ("Normal", "仿宋_GB2312", "32"),
        ("footer", "宋体", "28"),
    ],
)
def test_fonts_follow_the_standard(name: str, font: str, size: str | None) -> None:
    style = style_of(written(CHINESE), name)
    assert attributes_at(style, "rPr/rFonts")["eastAsia"] == font
    assert attributes_at(style, "rPr/sz").get("val") == attributes_at(style, "rPr/szCs").get("val") == size


def test_line_spacing_and_indents_follow_the_standard() -> None:
    content = written(CHINESE)
    assert attributes_at(style_of(content, "Normal"), "pPr/spacing") == {"line": "579", "lineRule": "exact"}
    for name in ("Body Text", "heading 1", "heading 2", "heading 3"):
        assert attributes_at(style_of(content, name), "pPr/ind") == {"firstLineChars": "200", "firstLine": "632"}
    assert attributes_at(style_of(content, "Salutation"), "pPr/ind") == {}
    assert attributes_at(style_of(content, "heading 3"), "rPr/b") == {}
    assert style_of(content, "heading 3").find(f"{W}rPr/{W}b") is not None


@pytest.mark.parametrize("name", [CHINESE, ENGLISH])
def test_all_fonts_are_set_explicitly_and_not_by_a_theme(name: str) -> None:
    for part, content in parts_of(written(name)).items():
        assert b"Theme=" not in content, part
    fonts = list(xml_of(written(name), "word/styles.xml").iter(f"{W}rFonts"))
    assert fonts
    for each in fonts:
        assert {str(key).removeprefix(W) for key in each.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
    settings = xml_of(written(name), "word/settings.xml")
    assert attributes_at(settings, "themeFontLang") == {"val": "en-US", "eastAsia": "zh-CN"}


def test_every_chinese_font_has_alternatives() -> None:
    table = {
        each.get(f"{W}name"): (attributes_at(each, "altName").get("val"), attributes_at(each, "charset").get("val"))
        for each in xml_of(written(CHINESE), "word/fontTable.xml")
        if each.tag == f"{W}font"
    }
    used = {each.get(f"{W}eastAsia") for each in xml_of(written(CHINESE), "word/styles.xml").iter(f"{W}rFonts")}
    assert used == {"仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"}
    for font in used:
        others, charset = table[font]
        assert others
        assert charset == "86"


@pytest.mark.parametrize("name", [CHINESE, ENGLISH])
def test_headings_use_built_in_styles_and_are_kept_with_the_next_paragraph(name: str) -> None:
    content = written(name)
    for level in range(1, 6):
        style = style_of(content, f"heading {level}")
        assert attributes_at(style, "pPr/outlineLvl") == {"val": str(level - 1)}
        assert style.find(f"{W}pPr/{W}keepNext") is not None
        assert style.find(f"{W}pPr/{W}keepLines") is not None
    for each in BUILT_IN:
        assert style_of(content, each).find(f"{W}qFormat") is not None
        assert style_of(content, each).get(f"{W}customStyle") is None
    assert style_of(content, "Author").get(f"{W}customStyle") == "1"


def test_section_headings_are_heading_1_and_lower_levels_follow() -> None:
    levels = [paragraph_of("甲", "heading", level) for level in range(1, 8)]
    styles = [
        each.style.name for each in opened(word(Manuscript(Speech("zh-CN", tuple(levels))))).paragraphs if each.style
    ]
    assert styles == [f"Heading {level}" for level in (1, 1, 2, 3, 4, 5, 5)]


def test_page_numbers_are_between_dashes_on_the_outer_side() -> None:
    content = written(CHINESE)
    assert xml_of(content, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    for part, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        paragraph = xml_of(content, part)[0]
        assert attributes_at(paragraph, "pPr/jc") == {"val": side}
        assert attributes_at(paragraph, "pPr/ind") == {f"{side}Chars": "100", side: "280"}
        assert re.fullmatch(r"— \d —", "".join(each.text or "" for each in paragraph.iter(f"{W}t")))
        assert len(list(paragraph.iter(f"{W}rFonts"))) == 2


def test_english_speeches_have_their_own_page_setup_and_styles() -> None:
    a4, letter = written(ENGLISH), written(ENGLISH, Layout(paper="Letter"))
    sizes = [xml_of(each, "word/document.xml").find(f".//{W}pgSz") for each in (a4, letter)]
    assert [None if each is None else each.get(f"{W}w") for each in sizes] == ["11906", "12240"]
    assert attributes_at(style_of(a4, "Normal"), "rPr/sz") == {"val": "24"}
    assert int(attributes_at(style_of(a4, "Body Text"), "pPr/spacing")["after"]) > 0
    assert written(CHINESE, Layout(paper="Letter")) == written(CHINESE)


@pytest.mark.parametrize(
    "lines",
    [
        ["在动员会上的讲话"],
        ["在市中级人民法院党的群众路线", "教育实践活动总结大会上的讲话"],
        ["在安澜县柳溪镇作风建设", "提升年活动动员会上的讲话"],
        ["在清源市水利局学习贯彻习近平", "新时代中国特色社会主义思想", "主题教育总结大会上的讲话"],
        ["Closing remarks at the review of the Nursing Apprenticeship Programme"],  # Word breaks it between words
    ],
)
def test_a_long_title_is_broken_between_words(lines: list[str]) -> None:
    title = paragraph_of("".join(lines), "title")
    content = word(Manuscript(Speech("zh-CN", (title, paragraph_of("完。")))))
    assert opened(content).paragraphs[0].text.split("\n") == lines
    assert speech_of(content, ".docx", "speech.docx").title == title.text


def test_a_title_in_large_layout_has_more_lines() -> None:
    lines = ["在市住房和城乡建设局", "党的群众路线教育实践活动", "总结大会上的讲话"]
    assert opened(written(CHINESE, Layout(large=True))).paragraphs[0].text.split("\n") == lines


@given(
    st.text("在市住房和城乡建设局党的群众路线教育实践活动总结大会上讲话", min_size=1, max_size=90), st.integers(2, 30)
)
def test_title_lines_fit_and_contain_the_whole_title(text: str, max_length: int) -> None:
    lines = title_lines(paragraph_of(text, "title"), max_length)
    assert "".join(lines) == text
    assert all(0 < len(line) <= max_length for line in lines)
