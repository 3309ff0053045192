"""Printed pages of Word files: converted by LibreOffice with free fonts, and read from the PDF.

Line spacing and page setup are those of the file; only the shapes of the characters differ.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from speechgen.formats import Layout, Manuscript, Reference
from speechgen.formats.txt.writer import write as plain_text

from ..programs import why_no_pages
from . import pdf
from .pdf import MILLIMETRE, Page
from .speeches import CHINESE, ENGLISH, EXAMPLES, FRENCH, speech_named, written

CHINESE_NAMES = sorted(name for name in EXAMPLES if name not in (ENGLISH, FRENCH))
LINES, CHARACTERS, LINE_SPACING = 22, 28, 28.95  # per page, per line, in points
BODY_BOTTOM = 262.0  # millimetres from the top: 297 less the bottom margin
LARGE = {f"{name} large": name for name in (CHINESE, ENGLISH)}
PAPERS = {f"{ENGLISH} Letter": (612, 792), ENGLISH: (595.3, 841.9)}
REFERENCE = "reference"


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    if reason := why_no_pages():
        pytest.skip(reason)
    files = {name: written(name) for name in EXAMPLES}
    files |= {title: written(name, Layout(large=True)) for title, name in LARGE.items()}
    files[f"{ENGLISH} Letter"] = written(ENGLISH, Layout(paper="Letter"))
    files[REFERENCE] = written(CHINESE, Layout(reference=_office_reference()))
    return pdf.convert(files, tmp_path_factory.mktemp("pages"))


def _office_reference() -> Reference:
    """A generated speech whose styles and headers an office has changed in Word."""
    document = Document(BytesIO(written(CHINESE)))
    document.styles["Body Text"].font.size = Pt(14)
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].even_page_header.paragraphs[0].text = "内部资料"
    content = BytesIO()
    document.save(content)
    return Reference("reference.docx", content.getvalue())


@pytest.fixture(scope="session")
def pages(printed: dict[str, Path]) -> dict[str, list[Page]]:
    return {name: pdf.pages(file) for name, file in printed.items()}


def _words(text: str) -> str:
    return re.sub(r"\s", "", text)


def _printed_words(pages: list[Page]) -> str:
    return "".join(_words(line.text) for page in pages for line in page.body)


def _full_lines(pages: list[Page]) -> list[str]:
    """The lines of the body that reach from margin to margin and have only full-width characters.

    A line before a Latin word, which is not broken, may be shorter: an e-mail address, for example.
    """
    lines = [line for page in pages for line in page.body]
    edge = max(line.right for line in lines)
    return [
        line.text
        for line, following in zip(lines, [*lines[1:], lines[-1]], strict=True)
        if line.right > edge - 8
        and line.left < 28.6 * MILLIMETRE
        and not re.search(r"[ -~]", line.text)
        and not re.match(r"[ -~]", following.text.strip())
    ]


def _max_lines(pages: list[Page]) -> int:
    return max(len(page.body) for page in pages)


def test_all_text_is_printed_in_order(pages: dict[str, list[Page]]) -> None:
    assert len(pages) >= len(EXAMPLES) > 10
    for title, printed in pages.items():
        name = LARGE.get(title, title.removesuffix(" Letter"))
        if name != REFERENCE:
            assert _printed_words(printed) == _words(plain_text(Manuscript(speech_named(name))).decode()), title


@pytest.mark.parametrize("name", CHINESE_NAMES)
def test_number_of_pages_fits_the_number_of_characters(name: str, pages: dict[str, list[Page]]) -> None:
    full = len(_printed_words(pages[name])) / (LINES * CHARACTERS)
    assert full < len(pages[name]) < full * 1.3 + 1.5


@pytest.mark.parametrize("name", CHINESE_NAMES)
def test_margins_follow_the_standard(name: str, pages: dict[str, list[Page]]) -> None:
    for page in pages[name]:
        assert (page.width, page.height) == pytest.approx((210 * MILLIMETRE, 297 * MILLIMETRE), abs=0.2)
        assert min(line.left for line in page.body) / MILLIMETRE == pytest.approx(28, abs=0.5)
        assert max(line.right for line in page.body) / MILLIMETRE < 184.5
        assert page.body[0].middle - LINE_SPACING / 2 > 37 * MILLIMETRE
        assert page.body[-1].middle + LINE_SPACING / 4 < BODY_BOTTOM * MILLIMETRE


@pytest.mark.parametrize("name", CHINESE_NAMES)
def test_a_page_has_22_lines_and_a_line_28_characters(name: str, pages: dict[str, list[Page]]) -> None:
    assert _max_lines(pages[name]) == LINES
    lengths = Counter(len(line) for line in _full_lines(pages[name]))
    assert lengths.most_common(1)[0][0] == CHARACTERS
    assert max(lengths) == CHARACTERS  # no punctuation is outside the margin
    # Punctuation that cannot begin a line takes the character before it along, and 50% is not broken.
    assert min(lengths) >= CHARACTERS - 4


@pytest.mark.parametrize("name", CHINESE_NAMES)
def test_lines_are_28_95_points_apart(name: str, pages: dict[str, list[Page]]) -> None:
    gaps = [below.middle - above.middle for page in pages[name][1:] for above, below in pairwise(page.body)]
    assert gaps
    assert sum(gaps) / len(gaps) == pytest.approx(LINE_SPACING, abs=0.1)
    assert all(gap == pytest.approx(LINE_SPACING, abs=1.5) for gap in gaps)  # other fonts have boxes of other heights


@pytest.mark.parametrize("name", CHINESE_NAMES)
def test_paragraphs_and_headings_are_indented_by_two_characters(name: str, pages: dict[str, list[Page]]) -> None:
    lefts = [line.left / MILLIMETRE - 28 for page in pages[name][1:] for line in page.body]
    assert all(left == pytest.approx(0, abs=0.5) or left == pytest.approx(11.14, abs=0.5) for left in lefts)
    assert any(left > 10 for left in lefts)


def test_the_title_is_centred_and_broken_between_words(pages: dict[str, list[Page]]) -> None:
    lines = pages[CHINESE][0].body[:2]
    assert [line.text for line in lines] == ["在市住房和城乡建设局党的群众路线", "教育实践活动总结大会上的讲话"]
    for line in lines:
        assert (line.left + line.right) / 2 == pytest.approx((28 + 156 / 2) * MILLIMETRE, abs=4)


@pytest.mark.parametrize("name", CHINESE_NAMES)
def test_page_numbers_are_one_character_from_the_outer_margin(name: str, pages: dict[str, list[Page]]) -> None:
    for count, page in enumerate(pages[name], start=1):
        assert page.number.text == f"—{count}—"
        assert page.number.middle / MILLIMETRE == pytest.approx(BODY_BOTTOM + 7, abs=1.2)
        if count % 2:
            assert page.number.right / MILLIMETRE == pytest.approx(184 - 14 / MILLIMETRE, abs=0.3)
        else:
            assert page.number.left / MILLIMETRE == pytest.approx(28 + 14 / MILLIMETRE, abs=0.3)


@pytest.mark.parametrize("name", sorted({*EXAMPLES} - {FRENCH}))  # it has no headings
def test_no_heading_is_the_last_line_of_a_page(name: str, pages: dict[str, list[Page]]) -> None:
    headings = {_words(each.text) for each in speech_named(name).paragraphs if each.kind == "heading"}
    assert headings
    assert not headings & {_words(page.body[-1].text) for page in pages[name]}


@pytest.mark.parametrize("name", [CHINESE, "education-campaign-summary"])
def test_each_kind_of_paragraph_has_its_font(name: str, printed: dict[str, Path]) -> None:
    words = pdf.words(printed[name])
    fonts = {
        "title": ("FandolSong", 22),
        "author": ("FandolKai", 16),
        "date": ("FandolKai", 16),
        "salutation": ("FandolFang", 16),
        "heading": ("FandolHei", 16),
        "paragraph": ("FandolFang", 16),
    }
    texts = {
        kind: _words("".join(each.text for each in speech_named(name).paragraphs if each.kind == kind))
        for kind in fonts
    }
    for kind, font in fonts.items():
        others = "".join(text for other, text in texts.items() if other != kind)
        own = [each for each in words if (text := _words(each.text)) in texts[kind] and text not in others]
        chinese = [each for each in own if not re.search(r"[ -~]", each.text)]
        assert chinese or kind == "date"  # its characters occur in the body too
        assert {(each.font.partition("-")[0], round(each.size)) for each in chinese} <= {font}
    assert {each.font for each in words if re.fullmatch(r"[0-9.%]{3,}", each.text)} == {"LiberationSerif"}


def test_chinese_punctuation_and_page_numbers_are_in_chinese_fonts(printed: dict[str, Path]) -> None:
    words = pdf.words(printed[CHINESE])
    # LibreOffice ignores the hint for punctuation after a letter and uses the letter's font; Word does not.
    assert {each.font for each in words if re.search(r"(?<![A-Za-z])[“”‘’…·]", each.text)} == {"FandolFang"}
    numbers = [each for each in words if re.fullmatch(r"— ?\d+ ?—|—|— | —", each.text)]
    assert numbers
    assert {(each.font, round(each.size)) for each in numbers} == {("FandolSong", 14)}


@pytest.mark.parametrize("name", PAPERS)
def test_english_pages(name: str, pages: dict[str, list[Page]]) -> None:
    for count, page in enumerate(pages[name], start=1):
        assert (page.width, page.height) == pytest.approx(PAPERS[name], abs=0.3)
        assert min(line.left for line in page.body) == pytest.approx(72, abs=0.5)
        assert max(line.right for line in page.body) < page.width - 71
        assert page.number.text == str(count)
        assert (page.number.left + page.number.right) / 2 == pytest.approx(page.width / 2, abs=0.5)


@pytest.mark.parametrize("title", LARGE)
def test_large_pages_have_fewer_and_larger_lines(
    title: str, pages: dict[str, list[Page]], printed: dict[str, Path]
) -> None:
    assert _max_lines(pages[title]) <= _max_lines(pages[LARGE[title]]) * 2 / 3
    sizes = Counter(round(each.size) for each in pdf.words(printed[title]))
    assert sizes.most_common(1)[0][0] == 22


@pytest.mark.parametrize("title", LARGE)
def test_in_large_layout_no_sentence_crosses_a_page(title: str, pages: dict[str, list[Page]]) -> None:
    paragraphs = Document(BytesIO(written(LARGE[title], Layout(large=True)))).paragraphs
    ends = set(accumulate(len(_words(paragraph.text)) for paragraph in paragraphs))
    page_ends = list(accumulate(len(_printed_words([page])) for page in pages[title]))
    assert len(page_ends) > 2
    assert set(page_ends) <= ends


def test_styles_and_headers_of_a_reference_document_are_printed(
    pages: dict[str, list[Page]], printed: dict[str, Path]
) -> None:
    assert {page.lines[0].text for page in pages[REFERENCE]} == {"内部资料"}
    sizes = Counter(round(each.size) for each in pdf.words(printed[REFERENCE]))
    assert sizes.most_common(1)[0][0] == 14
