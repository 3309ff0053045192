"""The review page in a real browser: pointer, keyboard, touch, print, and hostile values."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..conftest import Run
from ..programs import why_no_pdf
from ..workspaces import UNIT, example_workspace, replace, speech_of, unit_file
from .conftest import violations

Made = Callable[..., Path]

HOSTILE = """<script>window.ran = 1</script>"'><img src=x onerror='window.ran = 2'>{{ 7*7 }}\u202e反\u2069"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = example_workspace(tmp_path)
    replace(
        unit_file(root),
        ("vision: 公正高效的人民法院", "vision: 公正高效的的人民法院"),
        ("shortcomings: 33", "shortcomings: 33\n  study_sessions: 12"),
    )
    return root


@pytest.fixture
def review(workspace: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """Generates the unit's review page and returns its URL."""
    monkeypatch.chdir(workspace)

    def made() -> str:
        result = run("generate", UNIT, "-f", "html")
        assert result.exit_code == 0
        return (workspace / "speeches" / f"{UNIT}.html").as_uri()

    return made


def _value_text(page: Page, words: str) -> Locator:
    """The first text in the speech that comes from a value and contains `words`."""
    return page.locator(".speech .sourced", has_text=words).first


def _paragraphs(page: Page) -> list[str]:
    """The visible text of the speech's paragraphs."""
    return [each.inner_text().strip() for each in page.locator(".speech > *").all()]


def _switch(page: Page) -> None:
    """Switch to the speech only, or back, by keyboard."""
    page.locator("#clean").focus()
    page.keyboard.press("Space")


def test_hovering_over_text_shows_its_source(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    words = _value_text(page, "200余人次")
    note = words.locator(".note")
    expect(note).to_be_hidden()
    words.hover()
    expect(note).to_be_visible()
    assert note.inner_text().split("\n") == [
        "metrics.talks 谈心谈话",
        "In the file 205",
        f"unit file units/{UNIT}.yaml:20",
        "Template mass-line-summary/evaluation/life-meeting.md.j2:12",
    ]


@pytest.mark.usefixtures("chinese_fonts")
def test_layers_look_different(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    for words, layer, place in (
        (UNIT, "unit", f"units/{UNIT}.yaml:2"),
        ("市委第四督导组", "workspace", "speechgen.yaml:9"),
        ("党的群众路线教育实践活动", "template", "mass-line-summary/template.yaml:76"),
    ):
        text = _value_text(page, words)
        expect(text).to_have_class(f"sourced {layer}")
        text.hover()
        expect(text.locator(".note")).to_contain_text(place)
    looks = page.locator(".speech .sourced").evaluate_all(
        "all => [...new Set(all.map(each => getComputedStyle(each).borderBottomStyle))]"
    )
    assert sorted(looks) == ["dashed", "dotted", "solid"]  # not by colour alone (WCAG 2.2, 1.4.1)


def test_notes_open_and_close_by_keyboard(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "words-1":
            break
    first = page.locator("#words-1")
    expect(first).to_be_focused()
    expect(first.locator(".note")).to_be_visible()
    page.keyboard.press("Escape")
    expect(first.locator(".note")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator("#words-2 .note")).to_be_visible()
    assert page.locator(".note:visible").count() == 1


def test_a_note_opens_by_tap(browser: Browser, review: Callable[[], str]) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(review())
    words = _value_text(page, "200余人次")
    words.tap()
    note = words.locator(".note")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") == 390  # no horizontal scrolling
    context.close()


def test_problems_are_marked_at_their_words(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    assert "".join(page.locator("mark.error").all_inner_texts()) == "的的"
    flag = page.locator("a.flag.error")
    flag.focus()
    expect(flag.locator(".note")).to_contain_text("的 is repeated")
    flag.click()
    expect(page.locator("#problem-1")).to_be_in_viewport()
    expect(page.locator("#problem-1")).to_contain_text(f"units/{UNIT}.yaml:12")
    page.locator("#problem-1 a").click()
    expect(flag).to_be_in_viewport()


def test_the_table_links_to_every_use_of_a_value(page: Page, review: Callable[[], str], workspace: Path) -> None:
    page.goto(review())
    row = page.locator("tbody tr", has=page.locator("th code", has_text="unit.short"))
    links = row.locator("td:last-child a")
    uses = [run for run in speech_of(workspace).runs() if run.source.path == "unit.short"]
    assert links.count() == len(uses) > 5
    links.nth(4).click()
    target = page.locator(".sourced:target")
    expect(target).to_be_in_viewport()
    assert target.evaluate("each => each.firstChild.textContent") == "市中院"


def test_an_unused_value_is_marked(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    row = page.locator("tr.unused")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("metrics.study_sessions")
    expect(row).to_contain_text("unused")


def test_length_and_minutes(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    expect(page.locator(".facts")).to_contain_text("1,950 characters, about 11 minutes (10–13)")


def test_the_switch_shows_the_speech_only(page: Page, review: Callable[[], str], workspace: Path) -> None:
    page.goto(review())
    _switch(page)
    assert _paragraphs(page) == [each.text for each in speech_of(workspace).paragraphs]
    expect(page.locator("aside")).to_be_hidden()
    expect(page.locator(".flag").first).to_be_hidden()
    assert _value_text(page, UNIT).evaluate("each => getComputedStyle(each).borderBottomStyle") == "none"


@pytest.mark.usefixtures("chinese_fonts")
def test_the_speech_only_is_printed_on_a4(
    page: Page, review: Callable[[], str], workspace: Path, tmp_path: Path
) -> None:
    if reason := why_no_pdf():
        pytest.skip(reason)
    page.goto(review())
    file = tmp_path / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    assert "(A4)" in subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout  # noqa: S607
    printed = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    assert "".join(printed.split()) == "".join(speech_of(workspace).text.split())
    page.emulate_media(media="print")
    assert _paragraphs(page) == [each.text for each in speech_of(workspace).paragraphs]


def test_hostile_values_are_shown_as_text(page: Page, review: Callable[[], str], workspace: Path) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    quoted = HOSTILE.replace("'", "''")
    replace(unit_file(workspace), ("vision: 公正高效的的人民法院", f"vision: '{quoted}'"))
    address = review()
    page.goto(address)
    assert requested == [address]
    assert page.evaluate("window.ran") is None
    _switch(page)
    spoken = page.locator(".speech > p", has_text="window.ran")
    assert HOSTILE.replace("\u202e", "").replace("\u2069", "") in spoken.inner_text()
    _switch(page)
    assert re.search(r"U\+202E\d?反U\+2069", spoken.inner_text())  # a rule flags the mark as well
    assert "\u202e" not in page.content()


def test_the_policy_blocks_scripts_that_are_not_escaped(page: Page, review: Callable[[], str]) -> None:
    page.goto(review())
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = 1";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src='x' onerror='window.ran = 2'>");
        }"""
    )
    while len(blocked) < 2:  # the script, and the picture whose error would have run
        page.wait_for_event("console")
    assert all("Content Security Policy" in each for each in blocked)
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_accessibility(browser: Browser, review: Callable[[], str], scheme: str, width: int) -> None:
    """Checked by axe: WCAG 2.2 AA contrast, names, order, landmarks. axe itself needs the page's policy bypassed."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(review())
    page.locator("a.flag").first.focus()
    assert violations(page) == ""
    context.close()
