"""The built-in styles and pages, unpacked in `parts`: the files of each language, and those common to both."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.formats.docx.ooxml import W
from speechgen.workspace import Paper

if TYPE_CHECKING:
    from docx.document import Document

_PARTS = Path(__file__).parent / "parts"
_PAPERS: dict[Paper, tuple[str, str]] = {"A4": ("11906", "16838"), "Letter": ("12240", "15840")}  # twips


def builtin_document(language: str, paper: Paper) -> Document:
    """An empty document with the styles and page setup of `zh-CN` or `en`."""
    import docx

    unpacked = BytesIO()
    with zipfile.ZipFile(unpacked, "w") as package:
        for folder in (_PARTS / "common", _PARTS / language):
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                package.write(file, file.relative_to(folder).as_posix())
    document = docx.Document(unpacked)
    width, height = _PAPERS[paper]
    for size in document.element.body.iter(f"{W}pgSz"):
        size.set(f"{W}w", width)
        size.set(f"{W}h", height)
    return document
