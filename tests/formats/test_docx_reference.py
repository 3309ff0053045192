"""Reference documents: what speeches take from them, what they do not, and the problems of unusable ones."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_SECTION
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from speechgen import Speech, SpeechgenError
from speechgen.formats import Layout, Manuscript, Reference
from speechgen.formats.docx.writer import write as word
from speechgen.formats.edited_speech import speech_of

from .opened import attributes_at, opened, paragraph_of, parts_of, style_of, xml_of
from .schema import W, misplaced
from .speeches import CHINESE, speech_named, written

PERSON = "不该出现的人"


def _reference(document: Opened) -> Reference:
    content = BytesIO()
    document.save(content)
    return Reference("office.docx", content.getvalue())


@pytest.fixture
def office() -> Opened:
    """A generated speech whose styles and page setup an office has changed in Word."""
    document = opened(written(CHINESE))
    document.styles["Body Text"].font.size = Pt(14)
    document.sections[0].left_margin = Mm(33)
    document.sections[0].header.paragraphs[0].text = "内部资料"
    return document


def _problems(content: bytes, speech: Speech | None = None) -> list[tuple[str, str]]:
    with pytest.raises(SpeechgenError) as caught:
        word(Manuscript(speech or speech_named(CHINESE), Layout(reference=Reference("office.docx", content))))
    assert {problem.place.file for problem in caught.value.problems} == {"office.docx"}
    assert all(problem.fix for problem in caught.value.problems)
    return [(problem.code, problem.message) for problem in caught.value.problems]


# What is taken from the reference document


def test_styles_page_setup_and_headers_are_taken(office: Opened) -> None:
    content = written(CHINESE, Layout(reference=_reference(office)))
    assert attributes_at(style_of(content, "Body Text"), "rPr/sz") == {"val": "28"}
    section = opened(content).sections[0]
    assert round((section.left_margin or Mm(0)).mm) == 33
    assert section.header.paragraphs[0].text == "内部资料"
    assert section.footer.paragraphs[0].text == "—  —"  # the number is a field


def test_the_text_of_the_reference_is_not_taken(office: Opened) -> None:
    content = written("市人民医院", Layout(reference=_reference(office)))
    words = [paragraph.text.replace("\n", "") for paragraph in opened(content).paragraphs]
    assert words == [paragraph.text for paragraph in speech_named("市人民医院").paragraphs]


def test_styles_are_found_by_name_in_any_case_or_alias(office: Opened) -> None:
    author = office.styles["Author"].element
    author.find(f"{W}name").set(f"{W}val", "落款")
    author.find(f"{W}aliases").set(f"{W}val", "author,署名")
    office.styles["Body Text"].element.find(f"{W}name").set(f"{W}val", "body text")
    assert opened(written(CHINESE, Layout(reference=_reference(office)))).paragraphs[1].style.name == "落款"  # type: ignore[union-attr]


def test_headers_inherited_from_an_earlier_section_are_taken(office: Opened) -> None:
    office.add_section(WD_SECTION.NEW_PAGE)
    content = written(CHINESE, Layout(reference=_reference(office)))
    assert opened(content).sections[-1].header.paragraphs[0].text == "内部资料"
    assert len(opened(content).sections) == 1
    assert list(misplaced(xml_of(content, "word/document.xml"))) == []


def test_the_large_layout_enlarges_the_type_of_the_reference(office: Opened) -> None:
    office.styles["Title"].font.size = Pt(21)
    content = written(CHINESE, Layout(large=True, reference=_reference(office)))
    sizes = [attributes_at(style_of(content, name), "rPr/sz")["val"] for name in ("Body Text", "Title")]
    assert sizes == ["44", "66"]
    assert attributes_at(style_of(content, "Sentence"), "basedOn") == {"val": "BodyText"}
    assert [each.kind for each in speech_of(content, ".docx", "s").paragraphs] == [
        each.kind for each in speech_named(CHINESE).paragraphs
    ]


def test_the_large_layout_enlarges_default_sizes_too() -> None:
    document = Document()
    for each in document.styles.element.xpath("//w:sz | //w:szCs | //w:pPrDefault"):
        each.getparent().remove(each)
    speech = Speech("zh-CN", (paragraph_of("一。二。"),))
    content = word(Manuscript(speech, Layout(large=True, reference=_reference(document))))
    assert attributes_at(style_of(content, "Normal"), "rPr/sz") == {"val": "44"}
    assert int(attributes_at(style_of(content, "Normal"), "pPr/spacing")["line"]) > 240
    assert [each.text for each in opened(content).paragraphs] == ["一。", "二。"]


def test_an_existing_style_for_sentences_is_not_added_again(office: Opened) -> None:
    large = written(CHINESE, Layout(large=True))
    again = written(CHINESE, Layout(large=True, reference=Reference("office.docx", large)))
    names = [each.get(f"{W}val") for each in xml_of(again, "word/styles.xml").iter(f"{W}name")]
    assert names.count("Sentence") == 1


def test_speeches_with_the_same_reference_do_not_affect_each_other(office: Opened) -> None:
    layout = Layout(reference=_reference(office))
    first = word(Manuscript(speech_named(CHINESE), layout))
    word(Manuscript(speech_named("市人民医院"), layout))
    word(Manuscript(speech_named("市人民医院"), Layout(large=True, reference=layout.reference)))
    assert word(Manuscript(speech_named(CHINESE), layout)) == first


# What is not taken


def test_names_of_authors_and_commenters_are_removed(office: Opened) -> None:
    office.core_properties.author = office.core_properties.last_modified_by = PERSON
    office.core_properties.comments = office.core_properties.keywords = PERSON
    office.add_comment(office.paragraphs[0].runs, "改", author=PERSON)
    section = office.element.body.sectPr
    change = etree.SubElement(section, f"{W}sectPrChange")
    change.set(f"{W}author", PERSON)
    etree.SubElement(change, f"{W}sectPr")
    reference = _reference(office)
    assert PERSON in "".join(part.decode("utf-8", "ignore") for part in parts_of(reference.content).values())
    parts = parts_of(written(CHINESE, Layout(reference=reference)))
    assert not [name for name, part in parts.items() if PERSON.encode() in part]
    assert not [name for name in parts if "comments" in name or "app.xml" in name]


def test_personal_settings_are_removed(office: Opened) -> None:
    settings = office.settings.element
    for name in ("attachedTemplate", "rsids"):
        settings.insert(1, etree.Element(f"{W}{name}"))
    settings = xml_of(written(CHINESE, Layout(reference=_reference(office))), "word/settings.xml")
    assert len(settings) > 3
    assert not [each.tag for each in settings if str(each.tag).endswith(("attachedTemplate", "rsids"))]
    assert list(misplaced(settings)) == []


def test_tracked_changes_in_a_header_are_accepted_and_their_authors_removed(office: Opened) -> None:
    header = office.sections[0].header.paragraphs[0]._p
    for name, text, words in (("ins", "t", "增补"), ("del", "delText", "机密旧名")):
        change = etree.SubElement(header, f"{W}{name}")
        change.set(f"{W}author", PERSON)
        etree.SubElement(etree.SubElement(change, f"{W}r"), f"{W}{text}").text = words
    content = written(CHINESE, Layout(reference=_reference(office)))
    assert opened(content).sections[0].header.paragraphs[0].text == "内部资料增补"
    assert not [
        name for name, part in parts_of(content).items() if PERSON.encode() in part or "机密旧名".encode() in part
    ]


def test_a_large_file_as_reference_is_not_enlarged_again(office: Opened) -> None:
    large = written(CHINESE, Layout(large=True))
    again = written(CHINESE, Layout(large=True, reference=Reference("large.docx", large)))
    for path in ("pPr/spacing", "rPr/sz"):
        assert attributes_at(style_of(again, "Normal"), path) == attributes_at(style_of(large, "Normal"), path)


# Unusable reference documents


def test_each_missing_style_is_a_problem(office: Opened) -> None:
    for name in ("Author", "Salutation"):
        office.styles[name].delete()
    assert _problems(_reference(office).content) == [
        ("missing-style", "has no style named Author"),
        ("missing-style", "has no style named Salutation"),
    ]


def test_only_the_styles_that_the_speech_needs_are_required() -> None:
    reference = _reference(Document())  # python-docx's own template has no Author
    assert _problems(reference.content)
    speech = Speech("zh-CN", (paragraph_of("讲", "title"), paragraph_of("完。")))
    assert opened(word(Manuscript(speech, Layout(reference=reference)))).paragraphs[1].text == "完。"


def _changed(name: str, old: bytes, new: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part, content in parts_of(written(CHINESE)).items():
            package.writestr(part, content.replace(old, new) if part == name else content)
    return packed.getvalue()


def _bomb() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (101 << 20))
    return packed.getvalue()


UNREADABLE = {
    "empty": b"",
    "no zip": b"<html>",
    "cut": written(CHINESE)[:3000],
    "old or encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "bomb": _bomb(),
    "docm": _changed(
        "[Content_Types].xml",
        b"openxmlformats-officedocument.wordprocessingml.document.main",
        b"ms-word.document.macroEnabled.main",
    ),
    "template": _changed("[Content_Types].xml", b"document.main", b"template.main"),
    "no XML": _changed("word/styles.xml", b"</w:styles>", b""),
    "no body": _changed("word/document.xml", b"w:body", b"w:nobody"),
    "no styles": _changed("word/_rels/document.xml.rels", b"relationships/styles", b"relationships/other"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_reference_is_one_problem_with_a_fix(name: str) -> None:
    expected = "too-large" if name == "bomb" else "unreadable"
    assert [code for code, _ in _problems(UNREADABLE[name])] == [expected]


@given(st.integers(0, 2**32))
def test_a_corrupt_reference_never_causes_a_traceback(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # no secret
    parts = parts_of(written(CHINESE))
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name])
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(part))
        part[place : place + chance.randint(0, 40)] = chance.randbytes(chance.randint(0, 3))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for each, content in {**parts, name: bytes(part)}.items():
            package.writestr(each, content)
    for large in (False, True):
        assert _codes(Layout(large, "A4", Reference("r.docx", packed.getvalue()))) <= {"unreadable", "missing-style"}


def _codes(layout: Layout) -> set[str]:
    try:
        word(Manuscript(speech_named(CHINESE), layout))
    except SpeechgenError as error:
        return {problem.code for problem in error.problems}
    return set()
