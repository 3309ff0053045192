"""The content of Word files. Their printed pages are tested in test_docx_pages.py."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from speechgen import Paragraph, Run, Speech
from speechgen.formats import Layout, Manuscript
from speechgen.formats.docx.writer import write as word
from speechgen.formats.edited_speech import speech_of

from .opened import SOURCE, attributes_at, opened, paragraph_of, parts_of, xml_of
from .schema import SEQUENCES, W, misplaced
from .speeches import CHINESE, ENGLISH, EXAMPLES, speech_named, written

LAYOUTS = {
    "zh-CN": (CHINESE, Layout()),
    "zh-CN large": (CHINESE, Layout(large=True)),
    "en": (ENGLISH, Layout()),
    "en Letter": (ENGLISH, Layout(paper="Letter")),
    "en large": (ENGLISH, Layout(large=True)),
}


def _words(text: str) -> str:
    return re.sub(r"\s", " ", text)


# Text


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_each_paragraph_of_the_speech_is_a_word_paragraph_with_the_same_text(name: str) -> None:
    paragraphs = [
        paragraph.text.replace("\n", "") for paragraph in opened(written(name)).paragraphs
    ]  # a title has lines
    assert paragraphs == [paragraph.text for paragraph in speech_named(name).paragraphs]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_reading_a_written_file_gives_the_same_kinds_and_levels(name: str, large: bool) -> None:
    speech, back = speech_named(name), speech_of(written(name, Layout(large=large)), ".docx", "s.docx")
    assert [(each.kind, each.text, each.level) for each in back.paragraphs] == [
        (each.kind, _words(each.text), each.level) for each in speech.paragraphs
    ]


_printable = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1, max_size=40)
_marked = st.text("你好。！？”A. b…", min_size=1, max_size=40)
_speeches = st.builds(
    Speech,
    st.sampled_from(["zh-CN", "en"]),
    st.lists(
        st.builds(
            lambda runs: Paragraph("paragraph", tuple(Run(text, bold, SOURCE) for text, bold in runs)),
            st.lists(st.tuples(_printable | _marked, st.booleans()), min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=4,
    ).map(tuple),
)


@given(_speeches, st.booleans())
def test_reading_a_written_file_gives_the_same_text(speech: Speech, large: bool) -> None:
    words = [_words(each.text).strip() for each in speech.paragraphs if each.text.strip()]
    if words:
        back = speech_of(word(Manuscript(speech, Layout(large=large))), ".docx", "s.docx")
        assert [each.text for each in back.paragraphs] == words


def test_blank_paragraphs_are_not_written() -> None:
    content = word(Manuscript(Speech("zh-CN", (paragraph_of("讲"), paragraph_of("　"), paragraph_of("完")))))
    assert [each.text for each in opened(content).paragraphs] == ["讲", "完"]


def test_bold_text_has_the_style_strong_and_no_direct_formatting() -> None:
    document = xml_of(written(CHINESE), "word/document.xml")
    bold = "".join(run.text for run in speech_named(CHINESE).runs() if run.bold)
    strong = [run for run in document.iter(f"{W}r") if attributes_at(run, "rPr/rStyle") == {"val": "Strong"}]
    assert bold
    assert "".join(text.text or "" for run in strong for text in run.iter(f"{W}t")) == bold
    assert {str(each.tag).removeprefix(W) for each in document.iterfind(f".//{W}rPr/*")} == {"rStyle", "rFonts"}
    assert {tuple(each.attrib) for each in document.iter(f"{W}rFonts")} == {(f"{W}hint",)}


def test_bold_text_in_a_heading_has_no_style_of_its_own() -> None:
    heading = Paragraph("heading", (Run("一、", False, SOURCE), Run("总结", True, SOURCE)), 2)
    content = word(Manuscript(Speech("zh-CN", (heading, paragraph_of("完")))))
    assert b"Strong" not in parts_of(content)["word/document.xml"]


@pytest.mark.parametrize("text", ["“八个带头”", "改——再改", "等等……", "卡尔·马克思", "‘四风’"])
def test_punctuation_of_both_scripts_has_the_east_asian_font_hint(text: str) -> None:
    runs = list(
        xml_of(word(Manuscript(Speech("zh-CN", (paragraph_of(text),)))), "word/document.xml").iter(f"{W}rFonts")
    )
    assert [dict(run.attrib) for run in runs] == [{f"{W}hint": "eastAsia"}]


def test_english_punctuation_has_no_hint() -> None:
    content = word(Manuscript(Speech("en", (paragraph_of("It’s “done” – now"),))))
    assert b"eastAsia" not in parts_of(content)["word/document.xml"]


# Package


@pytest.mark.parametrize("layout", LAYOUTS)
def test_elements_are_in_the_order_of_the_schema(layout: str) -> None:
    parts = {name: part for name, part in parts_of(written(*LAYOUTS[layout])).items() if name.startswith("word/")}
    assert len(parts) >= 5
    for name, part in parts.items():
        if not name.endswith(".rels"):
            assert list(misplaced(etree.fromstring(part))) == [], name


def test_a_wrong_order_of_elements_is_found() -> None:
    wrong = etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc/><w:ind/></w:pPr>')
    assert list(misplaced(wrong)) == ["pPr: ['jc', 'ind']"]
    assert SEQUENCES["pPr"].index("ind") < SEQUENCES["pPr"].index("jc")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_part_has_a_content_type_and_every_relationship_a_target(layout: str) -> None:
    parts = parts_of(written(*LAYOUTS[layout]))
    types = etree.fromstring(parts["[Content_Types].xml"])
    assert {each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")} == {
        name for name in parts if name.endswith(".xml") and name != "[Content_Types].xml"
    }
    targets = [each.get("Target", "") for each in etree.fromstring(parts["word/_rels/document.xml.rels"])]
    assert {f"word/{target}" for target in targets} <= set(parts)
    assert not [name for name in parts if "theme" in name]


def test_document_properties_are_those_of_the_speech() -> None:
    properties = opened(written(CHINESE)).core_properties
    assert properties.title == speech_named(CHINESE).title
    assert properties.author == "市委第四督导组组长　沈国栋"
    assert properties.language == "zh-CN"
    core = parts_of(written(CHINESE))["docProps/core.xml"]
    assert re.findall(rb"<(\w+:\w+)", core)[1:] == [b"dc:title", b"dc:creator", b"dc:language"]


_DIGEST = """
import hashlib
from speechgen import Paragraph, Place, Run, Source, Speech
from speechgen.formats import Layout, Manuscript
from speechgen.formats.docx.writer import write as word
paragraph = Paragraph("paragraph", (Run("同志们。散会。", False, Source(Place("t"))),))
for layout in (Layout(), Layout(large=True)):
    print(hashlib.sha256(word(Manuscript(Speech("zh-CN", (paragraph,)), layout))).hexdigest())
"""


def test_two_processes_write_the_same_bytes() -> None:
    def digests(seed: str, zone: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        return subprocess.run([sys.executable, "-c", _DIGEST], env=env, check=True, capture_output=True).stdout.decode()

    assert digests("1", "UTC") == digests("2", "Asia/Shanghai")


def test_speeches_written_before_do_not_change_a_file() -> None:
    before = hashlib.sha256(word(Manuscript(speech_named(CHINESE)))).hexdigest()
    word(Manuscript(speech_named("市人民医院"), Layout(large=True)))
    word(Manuscript(speech_named(ENGLISH)))
    assert hashlib.sha256(word(Manuscript(speech_named(CHINESE)))).hexdigest() == before
