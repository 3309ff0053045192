"""A real browser: the system's Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from ..programs import chromium, why_no_browser

CHROMIUM_OPTIONS = (  # no sandbox, since root has none, and no network requests of the browser's own
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_TIMEOUT = 20_000  # milliseconds


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if reason := why_no_browser():
        pytest.skip(reason)
    with sync_playwright() as playwright:
        expect.set_options(timeout=_TIMEOUT)
        try:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=CHROMIUM_OPTIONS, timeout=3 * _TIMEOUT
            )
            page = browser.new_page()
            page.set_content("<input>")  # without any font, Chromium starts and then crashes here
            page.screenshot()
            page.close()
        except Error as error:
            pytest.skip(f"{chromium()} shows no page: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(_TIMEOUT)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def chinese_fonts(page: Page) -> None:
    """For tests that need Chinese characters on the screen: without a font, all are the same box."""
    drawn = """() => [..."中国"].map(character => {
        const canvas = document.createElement("canvas")
        canvas.getContext("2d").fillText(character, 0, 20)
        return canvas.toDataURL()
    })"""
    if len(set(page.evaluate(drawn))) == 1:
        pytest.skip("Chromium has no Chinese font (Debian: texlive-lang-chinese, or any other)")


def violations(page: Page) -> str:
    """A report of the accessibility violations that axe finds on the page; empty if there are none."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    assert found.response["passes"]
    return found.generate_report() if found.response["violations"] else ""
