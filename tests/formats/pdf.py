"""Printed pages: LibreOffice converts the Word file to PDF, and poppler reads the PDF."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from ..programs import FANDOL, LIBERATION, soffice

FONTS = {
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
    "方正小标宋简体": "FandolSong",
    "Times New Roman": "Liberation Serif",
}
MILLIMETRE = 72 / 25.4


class Line(NamedTuple):
    """A line of text on a page; positions are in points from the upper left corner."""

    text: str
    left: float
    right: float
    middle: float


class Page(NamedTuple):
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def number(self) -> Line:
        """The page number, which is the last line."""
        return self.lines[-1]

    @property
    def body(self) -> tuple[Line, ...]:
        return self.lines[:-1]


class Words(NamedTuple):
    """Text in one font; `size` is in points."""

    text: str
    font: str
    size: float


def convert(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Convert Word files to PDF in one run of LibreOffice, whose start takes as long as converting ten speeches."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    (folder / "fonts.conf").write_text(font_configuration(folder, FONTS), encoding="utf-8")
    documents = [str(folder / f"{name}.docx") for name in files]
    subprocess.run(
        [*soffice(folder), *documents],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name: folder / f"{name}.pdf" for name in files}


def pages(pdf: Path) -> list[Page]:
    """The pages, with their lines from top to bottom."""
    root = ElementTree.fromstring(_output("pdftotext", "-bbox", str(pdf), "-"))  # noqa: S314  # of our own making
    return [_page(element) for element in root.iter("{http://www.w3.org/1999/xhtml}page")]


def words(pdf: Path) -> list[Words]:
    """The text in the order of the pages, with its fonts."""
    root = ElementTree.fromstring(_output("pdftohtml", "-xml", "-i", "-stdout", str(pdf)))  # noqa: S314
    fonts = {
        font.get("id", ""): (font.get("family", "").partition("+")[2], float(font.get("size", "0")) / 1.5)
        for font in root.iter("fontspec")
    }
    return [Words("".join(each.itertext()), *fonts[each.get("font", "")]) for each in root.iter("text")]


def font_configuration(folder: Path, fonts: Mapping[str, str]) -> str:
    """A fontconfig file with free fonts instead of the standard's and no others: pages are the same everywhere."""
    aliases = "".join(
        f'<alias binding="same"><family>{asked}</family><prefer><family>{given}</family></prefer></alias>'
        for asked, given in fonts.items()
    )
    last = '<edit name="family" mode="append_last"><string>Liberation Sans</string></edit>'
    aliases += f'<match target="pattern">{last}</match>'
    folders = f"<dir>{FANDOL}</dir><dir>{LIBERATION}</dir><cachedir>{folder / 'fonts'}</cachedir>"
    return f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{folders}{aliases}</fontconfig>'


def _output(*command: str) -> str:
    completed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60)
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", completed.stdout)


def _page(element: ElementTree.Element) -> Page:
    boxes = [_box(word) for word in element]
    return Page(float(element.get("width", "0")), float(element.get("height", "0")), tuple(_lines(boxes)))


def _box(word: ElementTree.Element) -> Line:
    left, right, top, bottom = [float(word.get(name, "0")) for name in ("xMin", "xMax", "yMin", "yMax")]
    return Line(word.text or "", left, right, (top + bottom) / 2)


def _lines(boxes: Sequence[Line]) -> Iterator[Line]:
    """Yield lines made of the boxes whose middles are no more than half a line apart."""
    row: list[Line] = []
    for box in [*sorted(boxes, key=lambda box: box.middle), None]:
        if row and (box is None or box.middle - row[0].middle > 8):
            across = sorted(row, key=lambda box: box.left)
            text = "".join(each.text for each in across)
            yield Line(text, across[0].left, max(each.right for each in across), row[0].middle)
            row = []
        if box is not None:
            row.append(box)
