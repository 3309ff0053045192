"""Make the README's pictures from the example workspace: a page in Word, the review page, and the index of a preview.

python -m docs.pictures [FOLDER]     # FOLDER is docs/ by default

Needs the programs in tests/programs.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.conftest import CHROMIUM_OPTIONS
from tests.formats import pdf
from tests.programs import chromium, why_no_browser, why_no_pages
from tests.workspaces import UNIT, example_workspace, replace, unit_file

from speechgen.preview.units import Units

WORD_UNIT = "市环境保护局"
_SPEECH_FONTS = {"FangSong": "FandolFang", "KaiTi": "FandolKai", "STZhongsong": "FandolSong", "SimHei": "FandolHei"}
_PAGE_FONTS = {
    "Microsoft YaHei": "FandolHei",
    "Consolas": "Liberation Mono",
}
_WIDTH, _HEIGHT = 1280, 800  # of the browser window


def main() -> None:
    if reason := why_no_browser() or why_no_pages():
        sys.exit(reason)
    os.environ["SPEECHGEN_LANG"] = "zh-CN"  # the pages are in the language of messages
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent).absolute()
    with tempfile.TemporaryDirectory(prefix="speechgen-pictures-") as scratch:
        folder = Path(scratch)
        workspace = example_workspace(folder)
        # A typing error for the pages to show.
        replace(unit_file(workspace), ("host: {post: 院党组书记、院长", "host: {post: 院党组书记、、院长"))
        os.chdir(workspace)
        _word(folder, target / "word.png")
        _browser(folder, target)


def _word(folder: Path, picture: Path) -> None:
    """The first page of a speech, converted by LibreOffice."""
    _speechgen("generate", WORD_UNIT, "-f", "docx")
    printed = pdf.convert({"speech": Path("speeches", f"{WORD_UNIT}.docx").read_bytes()}, folder)["speech"]
    subprocess.run(
        ["pdftoppm", "-r", "72", "-png", "-gray", "-f", "1", "-singlefile", printed, picture.with_suffix("")],
        check=True,
    )


def _browser(folder: Path, target: Path) -> None:
    """The review page with a note open, and the index of all units."""
    from playwright.sync_api import sync_playwright

    fonts = folder / "browser-fonts.conf"
    fonts.write_text(pdf.font_configuration(folder, {**_SPEECH_FONTS, **_PAGE_FONTS}), encoding="utf-8")
    _speechgen("generate", UNIT, "-f", "html")
    units = Units([])
    units.refresh()
    units.refresh_index()
    index = folder / "index.html"
    index.write_bytes(units.index("1"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=CHROMIUM_OPTIONS, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
        )
        page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
        page.goto(Path("speeches", f"{UNIT}.html").absolute().as_uri())
        page.locator(".sourced", has_text="四点").first.focus()
        page.screenshot(path=target / "review.png")
        page.goto(index.as_uri())
        page.locator(".units").screenshot(path=target / "preview.png")
        browser.close()


def _speechgen(*arguments: str) -> None:
    completed = subprocess.run(
        [sys.executable, "-m", "speechgen", *arguments], check=False, capture_output=True, text=True
    )
    if completed.returncode:
        sys.exit(completed.stderr)


if __name__ == "__main__":
    main()
