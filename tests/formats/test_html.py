"""The review page as a file: self-contained, running only its own scripts, and with the text of the speech."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import speechgen
from speechgen import Paragraph, Place, Problem, Run, Source, Speech
from speechgen.checks.rules.table import RULES
from speechgen.formats import Manuscript, Notes
from speechgen.formats.html import review_page
from speechgen.language import page_labels
from speechgen.messages import choose
from speechgen.model.problem import Severity, Spot
from speechgen.pipeline import Builder, PlannedUnit, with_deferred_files
from speechgen.pipeline.plan import Output
from speechgen.rendering.provenance import Explanation, LayerValue

from .speeches import CHINESE, EXAMPLES, speech_named

PLACE = Place("units/x.yaml", 3)
_VOID = {"meta", "input", "link", "br"}


class _Page(HTMLParser):
    """A parsed page: the paragraphs of the speech without notes and flags, ids, links, and external resources."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.described: list[str] = []
        self.sources: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        self.described += given.get("aria-describedby", "").split()
        self.sources += [given[name] for name in ("src", "srcset", "action", "data", "style") if name in given]
        if tag not in _VOID:
            self._open.append((tag, given.get("class", "")))
        if len(self._open) > 1 and self._open[-2][1] == "speech":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1][0] == tag
        self._open.pop()

    def handle_data(self, data: str) -> None:
        classes = [each for _, each in self._open]
        in_speech = "speech" in classes and len(self._open) > classes.index("speech") + 1
        if in_speech and not any(re.search(r"\b(note|flag|mark)\b", each) for each in classes):
            self.paragraphs[-1] += data


def _page_of(name: str) -> bytes:
    unit = speechgen.load_unit(EXAMPLES[name])
    planned = PlannedUnit(unit.path, unit.workspace, Output(unit.path.parent, ("html",), "speech"))
    return with_deferred_files(Builder(None).build(planned), ()).files["speech.html"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_page_has_the_text_of_the_speech_and_is_self_contained(name: str) -> None:
    content = _page_of(name)
    page = _Page(content)
    assert page.paragraphs == [paragraph.text for paragraph in speech_named(name).paragraphs]
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert len(page.links) > 5  # a short speech has few
    assert page.described
    assert set(page.described) <= set(page.ids)
    assert page.sources == []
    assert b"http" not in content.replace(b"http-equiv", b"")


def test_the_policy_allows_only_the_page_s_own_style_and_scripts() -> None:
    page = _page_of("mass-line-summary").decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = dict(each.split(" ", 1) for each in policy[1].replace("&#39;", "'").split("; "))
    assert allowed["default-src"] == allowed["connect-src"] == allowed["base-uri"] == allowed["form-action"] == "'none'"
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        parts = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in parts]
        assert digests
        assert allowed[name] == " ".join(f"'sha256-{digest}'" for digest in digests)
    assert not re.search(r"<[^>]* on\w+=", page.split("<body>")[1].split("<script>")[0])


_words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.sampled_from("<>&\"'`{}%#/\\=\u202e\u2066"),
    min_size=1,
    max_size=12,
)
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@given(st.lists(st.tuples(_words, st.booleans(), st.booleans()), min_size=1, max_size=5), st.data())
def test_any_value_is_shown_as_text(runs: list[tuple[str, bool, bool]], data: st.DataObject) -> None:
    made = tuple(
        Run(text, bold, Source(PLACE, "unit.name" if shows else None, PLACE if shows else None))
        for text, bold, shows in runs
    )
    text = "".join(run.text for run in made)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    problem = Problem(PLACE, "repeat", text, text, "warning", PLACE, Spot(text, start, end, 0))
    value = Explanation("unit.name", LayerValue("unit", text, PLACE), (LayerValue("template", text, PLACE),), (PLACE,))
    notes = Notes("units/x.yaml", (value,), {"unit.name": text}, (), (problem, problem))
    content = review_page(Manuscript(Speech("zh-CN", (Paragraph("paragraph", made),)), notes=notes))
    page = _Page(content)
    assert page.paragraphs == [_MARKS.sub("", text)]
    assert len(page.ids) == len(set(page.ids))
    assert page.ids.count("flag-1") == 1
    assert not _MARKS.search(content.decode())
    assert page.sources == []


def test_overlapping_problems_keep_the_text_in_order() -> None:
    text = "公正高效的的人民法院"
    spans: tuple[tuple[Severity, int, int], ...] = (("error", 4, 6), ("hint", 0, 10), ("warning", 5, 8))
    problems = tuple(
        Problem(PLACE, "repeat", "", None, severity, PLACE, Spot(text, start, end, 0)) for severity, start, end in spans
    )
    paragraph = Paragraph("paragraph", (Run(text, False, Source(PLACE, "vision", PLACE)),))
    content = review_page(Manuscript(Speech("zh-CN", (paragraph,)), notes=Notes("x", problems=problems))).decode()
    marks = re.findall(r'<mark class="(\w+)">(.*?)</mark>', content)
    assert marks == [("hint", "公正高效"), ("error", "的"), ("error", "的"), ("warning", "人民"), ("hint", "法院")]
    assert re.findall(r'id="(words-[\d-]+)"', content) == ["words-1", "words-1-1", "words-1-2"]


def _around_the_speech(page: bytes) -> str:
    """What a reader of the page sees or hears beside the speech itself: no code, no values, no words of the speech."""
    text = re.sub(r"(?s)<(style|script)>.*?</\1>|<article.*?</article>|<(code|q|title)[ >].*?</\2>", " ", page.decode())
    text = re.sub(r'(?s)<span class="value.*?</span>|<th scope="row".*?</th>', " ", text)
    labels = re.findall(r'(?:aria-label|data-label)="([^"]*)"', text)
    return re.sub(r"\s+", " ", " ".join([re.sub(r"(?s)<.*?>", " ", text), *labels]))


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh-CN")
    yield
    choose("en")


def test_a_page_in_chinese_has_no_english(chinese: None) -> None:
    page = _page_of(CHINESE)
    assert page.startswith(b'<!doctype html>\n<html lang="zh-CN">')
    words = _around_the_speech(page)
    assert re.search(r"[\d,]+字，约\d+分钟（\d+—\d+）", words)
    assert re.findall(r"[A-Za-z][a-z]+ [a-z]+", words.replace("--no-check", "")) == []


def test_a_page_in_english_has_chinese_in_the_speech_and_its_values_only() -> None:
    page = _page_of(CHINESE)
    assert page.startswith(b'<!doctype html>\n<html lang="en">')
    assert re.findall("[\u3400-\u9fff]+", _around_the_speech(page)) == []
    assert '<article id="speech" class="speech" lang="zh-CN">' in page.decode()


def test_a_page_about_a_french_speech_has_french_labels_unless_messages_are_chinese() -> None:
    assert page_labels("fr").review == "Relecture"
    choose("zh-CN")
    try:
        assert page_labels("fr").review == "审阅"
    finally:
        choose("en")


def test_each_rule_has_a_name_on_a_page_in_chinese(chinese: None) -> None:
    assert set(page_labels("zh-CN").rules) == set(RULES)
