"""Word: the paragraphs of a `.docx`, with what a reader of the printed page sees.

python-docx opens the package; the text is walked here, since its own `Paragraph.text` leaves out inserted text
(tracked changes) and text boxes. A place's line is the number of the paragraph.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from speechgen.finished.structure import Block
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.speech import Run, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 100 * 1024 * 1024  # bytes that the package may unpack to: a larger one is no speech, or a trap
_ENCRYPTED_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE file: an encrypted .docx, or a .doc
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_READ = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr", f"{_W}footnoteReference")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_HEADING = re.compile(r"heading ?(\d)|标题 ?(\d)", re.IGNORECASE)


def blocks(content: bytes, shown: str) -> Iterator[Block]:
    """Each paragraph of the body that is not blank. Raises SpeechgenError where the file cannot be read."""
    if content.startswith(_ENCRYPTED_OR_OLD):
        mend = "open it in Word, take the password off, and save it as .docx"
        raise _unreadable(shown, "is encrypted, or in the format of Word 97-2003", mend)
    broken = "open it in Word, let Word repair it, and save it as .docx"
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            size = sum(member.file_size for member in package.infolist())
        if size > _MOST:
            raise _unreadable(shown, f"unpacks to {size >> 20} MiB", "look whether it is the right file")
        from docx import Document

        document = Document(BytesIO(content))
        body = document.element.body
        levels = {
            style.style_id: int(found[1] or found[2])
            for style in document.styles
            if (found := _HEADING.fullmatch(style.name or ""))
        }
    except SpeechgenError:
        raise
    except Exception as error:  # whatever a broken package does to zipfile, lxml and python-docx
        raise _unreadable(shown, "is no Word file that can be read, or is broken", broken) from error
    for number, paragraph in enumerate(body.iter(f"{_W}p"), start=1):
        text = "".join(_words(paragraph))
        words = text.strip()
        if words:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            level = levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0
            place = Place(shown, number, text.index(words[0]) + 1)
            yield Block((Run(words, False, Source(place)),), level)


def _words(element: _Element) -> Iterator[str]:
    """The text of a paragraph: what is inserted, not what is deleted; a text box within is a paragraph of its own."""
    for child in element:
        if child.tag == f"{_W}t":
            yield re.sub(r"\s", " ", child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag not in _NOT_READ and child.tag != f"{_W}p":
            yield from _words(child)


def _unreadable(shown: str, message: str, mend: str) -> SpeechgenError:
    return SpeechgenError([Problem(Place(shown), "unreadable", message, mend)])
