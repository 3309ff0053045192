"""A reference document that takes something from elsewhere: nothing of it gets into a speech, and it is reported."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ..conftest import Run, spots
from .word_files import PARAGRAPH, links_of, part, with_header, word_file

pytest.importorskip("docx")

WEB = "http://192.0.2.1/a"
BLIP = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rId{}"/>'
PICTURE = f"<w:p><w:r><w:drawing>{BLIP}</w:drawing></w:r></w:p>"
SHAPE = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"{}>{}</v:shape></w:pict></w:r></w:p>'
OBJECT = '<w:p><w:r><w:object><w:objectLink r:id="rId0"/></w:object></w:r></w:p>'
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r>'
    f'<w:r><w:instrText>PICTURE "{WEB}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
SIMPLE_FIELD = '<w:p><w:fldSimple w:instr="DDEAUTO cmd calc"/></w:p>'
HEADER = PARAGRAPH + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
FILE = [("word/a.bin", b"\0")]

REFUSED = {
    f"takes a linked picture from {WEB}": [
        with_header(PICTURE.format(0), links=[("image", WEB)]),
        with_header(SHAPE.format("", f'<v:imagedata src="{WEB}"/>')),
        word_file(
            numbering='<w:numPicBullet w:numPicBulletId="0"/>',
            parts=[("word/_rels/numbering.xml.rels", links_of(("image", WEB)))],
        ),
    ],
    "takes a linked picture from file://///192.0.2.1/a.png": [
        with_header(PICTURE.format(0), links=[("image", "file://///192.0.2.1/a.png")]),
    ],
    f"takes a linked object from {WEB}": [with_header(OBJECT, links=[("oleObject", WEB)])],
    "contains an embedded object, word/a.bin": [with_header(OBJECT, links=[("oleObject", "a.bin")], parts=FILE)],
    "contains an embedded document, word/a.bin": [
        with_header('<w:altChunk r:id="rId0"/>', links=[("aFChunk", "a.bin")], parts=FILE),
    ],
    f"takes a linked header from {WEB}": [word_file(HEADER, links=[("header", WEB)])],
    f'has the field INCLUDEPICTURE: "{WEB}"': [with_header(FIELD)],
    "has the field DDEAUTO: cmd calc": [with_header(SIMPLE_FIELD)],
}
# In parts that are not kept, and links that one clicks on.
LEFT_OUT = {
    "a picture in the text": word_file(PICTURE.format(1), links=[("image", WEB)]),
    "a document in the text": word_file(f'<w:altChunk r:id="rId1"/>{PARAGRAPH}', links=[("aFChunk", WEB)]),
    "a field in the text": word_file(FIELD),
    "the template that the document was made from": word_file(
        links=[("settings", "settings.xml")],
        parts=[
            ("word/settings.xml", part("settings", '<w:attachedTemplate r:id="rId0"/>')),
            ("word/_rels/settings.xml.rels", links_of(("attachedTemplate", WEB))),
        ],
    ),
    "a hyperlink": with_header(
        '<w:p><w:hyperlink r:id="rId0"><w:r><w:t>our site</w:t></w:r></w:hyperlink></w:p>', links=[("hyperlink", WEB)]
    ),
    "a shape with a hyperlink": with_header(SHAPE.format(f' href="{WEB}"', "")),
}


@pytest.fixture
def unit(run: Run) -> Run:
    """A workspace with a unit `a`, whose speeches are Word files."""
    for name, text in {
        "t/template.yaml": "title: t\nlanguage: en\n",
        "t/speech.md.j2": "To {{ unit.name }}.\n",
        "speechgen.yaml": "template: ./t\nformats: [docx]\n",
        "units/a.yaml": "unit: {name: Westmoor}\n",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return run


@pytest.mark.parametrize(
    ("message", "content"), [(message, content) for message, contents in REFUSED.items() for content in contents]
)
def test_it_is_refused_by_name(unit: Run, message: str, content: bytes) -> None:
    Path("reference.docx").write_bytes(content)
    result = unit("generate")
    assert (result.exit_code, spots(result)) == (1, [("reference.docx", 1, 1, "external-content")])
    assert f"{message}; delete it in Word, or insert the picture itself" in result.output
    assert not Path("speeches/a.docx").exists()


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_not_needed_is_left_out(unit: Run, name: str) -> None:
    Path("reference.docx").write_bytes(LEFT_OUT[name])
    assert unit("generate").exit_code == 0
    with zipfile.ZipFile("speeches/a.docx") as speech:
        parts = b"".join(speech.read(each) for each in speech.namelist())
    assert b"192.0.2.1" not in parts
    assert b"External" not in parts
    assert name != "a hyperlink" or b"our site" in parts
