"""The built-in styles and pages, unpacked in `parts`: a folder for each style set, and `common` for all of them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W
from speechgen.language import language
from speechgen.workspace import Paper

if TYPE_CHECKING:
    from docx.document import Document

_PARTS = Path(__file__).parent / "parts"
_PAPERS: dict[Paper, tuple[str, str]] = {"A4": ("11906", "16838"), "Letter": ("12240", "15840")}  # twips


def builtin_document(code: str, paper: Paper) -> Document:
    """An empty document with the styles and page setup of the language with this code."""
    import docx

    layout = language(code).word_layout

    unpacked = BytesIO()
    with zipfile.ZipFile(unpacked, "w") as package:
        for folder in (_PARTS / "common", _PARTS / layout.styles):
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                package.write(file, file.relative_to(folder).as_posix())
    document = docx.Document(unpacked)
    width, height = _PAPERS[paper]
    for size in document.element.body.iter(f"{W}pgSz"):
        size.set(f"{W}w", width)
        size.set(f"{W}h", height)
    if code != layout.styles:  # another language's style set: Word's spelling checker must not take it for that one
        for proofing in document.styles.element.iter(f"{W}lang"):
            proofing.set(f"{W}eastAsia" if layout.has_east_asian_font else f"{W}val", code)
    return document
