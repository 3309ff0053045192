"""Preview in a real browser: pages show edits and errors without a reload."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from speechgen.preview.server import Server
from speechgen.preview.units import Units
from speechgen.preview.watch import watch_files

from ..conftest import ROOT
from ..workspaces import FEW, UNIT, example_workspace, replace, unit_file
from .conftest import violations


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = example_workspace(tmp_path, FEW)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def address(workspace: Path) -> Iterator[str]:
    """The URL of a running preview of the workspace, once its index is complete."""
    server = Server(Units([]), 0)
    stop = threading.Event()
    threads = [
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}),
        threading.Thread(target=watch_files, args=(server, stop)),
    ]
    for thread in threads:
        thread.start()
    version = server.version
    while not server.units.is_index_current or server.version.endswith("-0"):
        version = server.wait_for_change(version)
    yield server.address
    stop.set()
    server.shutdown()
    server.server_close()
    for thread in threads:
        thread.join()


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """The unit's page, with a JavaScript variable that a reload would remove."""
    with page.expect_response("**/changes"):
        page.goto(f"{address}units/{UNIT}")
    page.evaluate("window.marked = true")
    return page


def _was_not_reloaded(page: Page) -> bool:
    return page.evaluate("window.marked === true") is True


def test_an_edit_appears_without_a_reload(page: Page, workspace: Path) -> None:
    page.locator("#words-40").focus()
    before = page.evaluate("scrollY")
    assert before > 0
    replace(unit_file(workspace), ("name: 市中级人民法院", "name: 市法院"))
    expect(page.locator(".title")).to_contain_text("在市法院党的", use_inner_text=True)
    assert page.title().startswith("Review · 在市法院")
    assert _was_not_reloaded(page)
    assert page.evaluate("scrollY") == before
    assert page.evaluate("document.activeElement.id") == "words-40"


def test_an_edit_keeps_the_switch(page: Page, workspace: Path) -> None:
    page.locator("#clean").focus()
    page.keyboard.press("Space")
    replace(unit_file(workspace), ("name: 市中级人民法院", "name: 市法院"))
    expect(page.locator(".title")).to_contain_text("在市法院党的", use_inner_text=True)
    expect(page.locator("#clean")).to_be_checked()


def test_a_broken_file_is_reported_and_the_page_recovers(page: Page, workspace: Path) -> None:
    replace(unit_file(workspace), ("name: 市中级人民法院", "name：市中级人民法院"))
    broken = page.locator(".broken")
    expect(broken).to_contain_text("full-width-colon")
    expect(broken).to_contain_text(f"units/{UNIT}.yaml:2:7")
    expect(broken.locator("pre")).to_contain_text("name：市中级人民法院")
    replace(unit_file(workspace), ("name：市中级人民法院", "name: 市中级人民法院"))
    expect(page.locator(".title")).to_contain_text(UNIT)
    assert _was_not_reloaded(page)


def test_a_change_of_the_workspaces_template_appears(page: Page, workspace: Path) -> None:
    folder = workspace / "templates" / "mass-line-summary"
    shutil.copytree(ROOT / "templates" / "mass-line-summary", folder)
    replace(folder / "speech.md.j2", ("总结大会上的讲话", "总结会上的讲话"))
    expect(page.locator(".title")).to_contain_text("总结会上的讲话")


def test_a_change_of_shared_values_appears(page: Page, workspace: Path) -> None:
    replace(workspace / "speechgen.yaml", ("name: 市委第四督导组", "name: 市委第九督导组"))
    expect(page.locator(".author")).to_contain_text("市委第九督导组")
    replace(workspace / "speechgen.yaml", ("formats: [", "formats: [doc, "))
    expect(page.locator(".broken")).to_contain_text("speechgen.yaml")
    replace(workspace / "speechgen.yaml", ("formats: [doc, ", "formats: ["))
    expect(page.locator(".author")).to_contain_text("市委第九督导组")


def test_the_index_shows_the_state_of_every_unit(page: Page, address: str, workspace: Path) -> None:
    page.goto(address)
    rows = page.locator(".units tbody tr")
    expect(rows).to_have_count(len(FEW))
    page.get_by_role("link", name=UNIT, exact=True).first.click()
    expect(page.locator(".title")).to_contain_text(UNIT)
    page.go_back()
    row = rows.filter(has_text=f"units/{UNIT}.yaml")
    expect(row).to_contain_text("ready")
    expect(row).to_contain_text("about 11 minutes")
    expect(row).to_contain_text("%")
    replace(unit_file(workspace), ("vision: 公正高效", "vision: 公正高效的的"))
    expect(row).to_contain_text("has errors")
    expect(row).to_contain_text("error 1")
    copy = unit_file(workspace, "县法院")
    copy.write_text(unit_file(workspace).read_text(encoding="utf-8").replace(UNIT, "县人民法院"), encoding="utf-8")
    expect(rows).to_have_count(len(FEW) + 1)
    expect(rows.filter(has_text="units/县法院.yaml")).to_contain_text(UNIT)  # which it is similar to
    copy.unlink()
    expect(rows).to_have_count(len(FEW))
    replace(
        unit_file(workspace),
        (
            "unit:",
            "unit：",
        ),
    )
    expect(row).to_contain_text("no speech")


def test_a_page_says_when_the_preview_has_stopped(page: Page, address: str) -> None:
    expect(page.locator(".lost")).to_be_hidden()
    page.route("**/changes", lambda route: route.abort())
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".lost")).to_be_visible()


def test_accessibility(browser: Browser, address: str, workspace: Path) -> None:
    """Checked by axe, like the review page."""
    replace(unit_file(workspace), ("name: 市中级人民法院", "name：市中级人民法院"))
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    for path in ("", "units/nobody", f"units/{UNIT}"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address + path)
        assert violations(page) == ""
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()
