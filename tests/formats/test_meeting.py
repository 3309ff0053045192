"""A speech with verse, nested lists, a table, several speakers, ranges and computed figures, in all formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree
from markdown_it import MarkdownIt

import speechgen
from speechgen import Speech
from speechgen.checks.written import WrittenFile, in_file
from speechgen.formats import FORMATS, Layout, Manuscript
from speechgen.formats.edited_speech import speech_of

from ..conftest import ROOT
from .opened import parts_of
from .schema import misplaced

Golden = Callable[[str, str], None]

TEMPLATE = ROOT / "tests/formats/meeting"


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page has the names of files, relative to the current folder."""
    monkeypatch.chdir(ROOT)


@cache
def _speech() -> Speech:
    return speechgen.render(speechgen.load_template(TEMPLATE), speechgen.load_unit(TEMPLATE / "example.yaml"))


@cache
def _written(name: str, *, large: bool = False) -> bytes:
    return FORMATS[name].write(Manuscript(_speech(), Layout(large=large)))


def _structure(speech: Speech) -> list[tuple[str, int, str, str]]:
    return [(each.kind, each.level, each.marker, each.text) for each in speech.paragraphs]


@pytest.mark.parametrize("name", ["md", "txt"])
def test_text_formats(name: str, golden: Golden) -> None:
    golden(f"meeting/speech.{name}", _written(name).decode())


@pytest.mark.parametrize("part", ["document", "numbering"])
def test_word(part: str, golden: Golden) -> None:
    root = etree.fromstring(parts_of(_written("docx"))[f"word/{part}.xml"])
    assert list(misplaced(root)) == []
    etree.indent(root)
    golden(f"meeting/{part}.xml", etree.tostring(root, encoding="unicode") + "\n")


def test_review_page(golden: Golden) -> None:
    article = re.search(r"<article.*?</article>\n", _written("html").decode(), re.DOTALL)
    assert article
    golden("meeting/speech.html", re.sub(r'<span class="note".*?</span></span>', "", article[0], flags=re.DOTALL))


@pytest.mark.parametrize("large", [False, True])
def test_word_is_read_back_with_its_structure(large: bool) -> None:
    back = speech_of(_written("docx", large=large), ".docx", "s.docx")
    assert _structure(back) == _structure(_speech())


def test_markdown_is_read_back_with_its_structure() -> None:
    assert _structure(speech_of(_written("md"), ".md", "s.md")) == _structure(_speech())


def test_text_is_read_back_with_its_structure_except_that_each_line_is_a_paragraph() -> None:
    back = speech_of(_written("txt"), ".txt", "s.txt")
    assert back.text == _speech().text
    lists = [each for each in _structure(back) if each[0] in ("item", "heading")]
    assert lists == [each for each in _structure(_speech()) if each[0] in ("item", "heading")]
    rows = [(each.level, each.text) for each in back.paragraphs if each.kind == "row"]
    assert rows == [(each.level, each.text) for each in _speech().paragraphs if each.kind == "row"]


def test_the_markdown_is_read_by_others_as_lists_and_a_table() -> None:
    page = MarkdownIt("commonmark").enable("table").render(_written("md").decode())
    assert page.count("<ul>") == 2
    assert page.count("<ol") == 2
    assert '<ol start="3">' in page
    assert "<li><strong>学习</strong>：读原文</li>" in page
    assert page.count("<tr>") == 3
    assert "办证|换证" in page
    assert "春风吹过小河边，<br />\n家家门前" in page


@pytest.mark.parametrize("name", ["md", "txt", "docx"])
def test_every_word_has_its_place_in_the_written_file(name: str) -> None:
    placed = in_file(_speech(), WrittenFile(name, f"s.{name}"))
    assert [each.text for each in placed.paragraphs] == [each.text for each in _speech().paragraphs]
    read = speech_of(_written(name), f".{name}", f"s.{name}", "zh-CN")
    places = [(run.text, run.source.template) for run in placed.runs() if run.text.strip()]
    assert places == [(run.text, run.source.template) for run in read.runs() if run.text.strip()]
